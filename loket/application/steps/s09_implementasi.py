"""Langkah 9: a programmer builds and reports progress; the OPD tests and accepts, or sends it back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from loket.application.checklist import Answers, check_answers, close_by_decision, keep_answers
from loket.application.contact import problem_with_web_address
from loket.application.data import Plain, Problems, given, present
from loket.application.dokumen import add_version
from loket.application.registry import Happened, Work, part
from loket.application.scenarios import check_handed_over, check_results, counted, marked, open_round
from loket.core.facts import Facts
from loket.models.dokumen import Dokumen
from loket.models.implementasi import Aplikasi, ProgressNote, Uat

EVIDENCE_LABELS = ("PDF", "DOCX", "XLSX")
DONE = 100
_KINDS = {
    Uat.Hasil.DITERIMA: "uat.accepted",
    Uat.Hasil.DITERIMA_DENGAN_CATATAN: "uat.accepted_with_notes",
    Uat.Hasil.DITOLAK: "uat.rejected",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Building(Plain):
    """`outcome` kemajuan reports `percent`; siap_uji hands over for test, with addresses, evidence and scenarios.

    The checklist is kept with both, and must be closed for the second.
    """

    outcome: str
    percent: int | None = None
    catatan: str = ""
    repository: str = ""
    address: str = ""
    versi: str = ""
    skenario: str = ""
    upload_id: int | None = None
    periksa: Answers = field(default_factory=dict)

    def uploads(self) -> Iterable[int]:
        return given(self.upload_id)

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.choice("outcome", self.outcome, ("kemajuan", "siap_uji"), "yang dilaporkan")
        problems.long_text("catatan", self.catatan, "catatan kemajuan")
        if self.outcome == "kemajuan":
            in_range = self.percent is not None and 0 <= self.percent <= DONE
            problems.unless(in_range, "percent", "Isi kemajuan antara 0 dan 100 persen.")
        if self.outcome == "siap_uji":
            problems.add("repository", problem_with_web_address(self.repository, "alamat repositori"))
            problems.add("address", problem_with_web_address(self.address, "alamat aplikasi"))
            check_handed_over(problems, self.versi, self.skenario)
            problems.upload("upload_id", self.upload_id, facts, EVIDENCE_LABELS, "bukti pengujian")
        check_answers(problems, facts.step, self.periksa, handed_in=self.outcome == "siap_uji")
        return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class UatDecision(Plain):
    """`hasil`: what was found, by the code of each scenario of the round in hand."""

    outcome: str
    catatan: str = ""
    hasil: Answers = field(default_factory=dict)

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.choice("outcome", self.outcome, Uat.Hasil.values, "hasil uji penerimaan")
        explained = self.outcome != Uat.Hasil.DITERIMA
        problems.long_text("catatan", self.catatan, "catatan hasil uji", required=explained)
        check_results(problems, self.hasil, facts.scenarios, self.outcome)
        return problems


@part("implementasi", "bangun", Building)
def report_progress(work: Work, data: Building) -> Happened:
    ready = data.outcome == "siap_uji"
    note = ProgressNote.objects.create(
        permintaan=work.permintaan,
        percent=DONE if ready else present(data.percent),
        catatan=data.catatan,
        by_id=work.by,
        at=work.now,
    )
    told: dict[str, Any] = {"note_id": note.pk, "periksa": keep_answers(work, data.periksa)}
    if not ready:
        return Happened(kind="implementasi.progressed", outcome="kemajuan", particulars=told)
    uat = _open_uat(work, data)
    told |= {"uat_id": uat.pk, "skenario": len(uat.skenario)}
    return Happened(kind="implementasi.ready", outcome="siap_uji", particulars=told)


def _open_uat(work: Work, data: Building) -> Uat:
    addresses = {"repository": data.repository, "address": data.address}
    Aplikasi.objects.update_or_create(permintaan=work.permintaan, defaults=addresses)
    evidence = add_version(work, Dokumen.Jenis.BUKTI_UJI, present(data.upload_id), step="implementasi")
    return open_round(work, data.versi, data.skenario, evidence)


@part("implementasi", "uat", UatDecision)
def decide_uat(work: Work, data: UatDecision) -> Happened:
    uat = work.permintaan.uat_set.latest("round")
    uat.hasil, uat.catatan = data.outcome, data.catatan
    uat.skenario = marked(uat.skenario, data.hasil)
    uat.decided_by_id, uat.decided_at = work.by, work.now
    uat.save(update_fields=["hasil", "catatan", "skenario", "decided_by", "decided_at"])
    particulars: dict[str, Any] = {"uat_id": uat.pk, **counted(uat.skenario)}
    if data.outcome != Uat.Hasil.DITOLAK:
        particulars["periksa"] = close_by_decision(work)
    return Happened(kind=_KINDS[Uat.Hasil(data.outcome)], outcome=data.outcome, particulars=particulars)
