"""Langkah 12: the team mentors the OPD and reports; the section head approves, the OPD confirms, and it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from loket.application.data import Plain, Problems, given, local_date, present
from loket.application.dokumen import add_version
from loket.application.registry import Happened, Work, part
from loket.core.facts import Facts
from loket.models.dokumen import Dokumen
from loket.models.pendampingan import LaporanPendampingan, PendampinganNote

REPORT_LABELS = ("PDF", "DOCX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentoring(Plain):
    """`outcome` kegiatan notes one activity; diajukan hands in the report."""

    outcome: str
    held_on: date | None = None
    kegiatan: str = ""
    hasil: str = ""
    ringkasan: str = ""
    upload_id: int | None = None

    def uploads(self) -> Iterable[int]:
        return given(self.upload_id)

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.choice("outcome", self.outcome, ("kegiatan", "diajukan"), "yang dilaporkan")
        if self.outcome == "kegiatan":
            if self.held_on is None or self.held_on > local_date(now):
                problems.add("held_on", "Isi tanggal kegiatan, paling akhir hari ini.")
            else:
                begun = "Kegiatan tidak mungkin dilakukan sebelum pendampingan dimulai"
                problems.not_before("held_on", self.held_on, facts.available_at, begun)
            problems.long_text("kegiatan", self.kegiatan, "kegiatan pendampingan")
            problems.long_text("hasil", self.hasil, "hasil kegiatan", required=False)
        if self.outcome == "diajukan":
            problems.long_text("ringkasan", self.ringkasan, "ringkasan pendampingan")
            problems.upload("upload_id", self.upload_id, facts, REPORT_LABELS, "laporan pendampingan")
        return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Plain):
    outcome: str
    catatan: str = ""

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        yes = "disetujui" if facts.bagian == "setujui" else "selesai"
        problems.choice("outcome", self.outcome, (yes, "dikembalikan"), "keputusan")
        returned = self.outcome == "dikembalikan"
        problems.long_text("catatan", self.catatan, "yang perlu diperbaiki", required=returned)
        return problems


@part("pendampingan", "laporan", Mentoring)
def report_pendampingan(work: Work, data: Mentoring) -> Happened:
    by = {"permintaan": work.permintaan, "by_id": work.by, "at": work.now}
    if data.outcome == "kegiatan":
        note = PendampinganNote.objects.create(
            held_on=present(data.held_on), kegiatan=data.kegiatan, hasil=data.hasil, **by
        )
        return Happened(kind="pendampingan.logged", outcome="kegiatan", particulars={"note_id": note.pk})
    work.permintaan.laporanpendampingan_set.filter(is_current=True).update(is_current=False)
    version = add_version(work, Dokumen.Jenis.LAPORAN, present(data.upload_id), step="pendampingan")
    laporan = LaporanPendampingan.objects.create(ringkasan=data.ringkasan, version=version, **by)
    return Happened(kind="pendampingan.reported", outcome="diajukan", particulars={"laporan_id": laporan.pk})


@part("pendampingan", "setujui", Decision)
@part("pendampingan", "konfirmasi", Decision)
def decide_on_laporan(work: Work, data: Decision) -> Happened:
    laporan = work.permintaan.laporanpendampingan_set.get(is_current=True)
    particulars = {"laporan_id": laporan.pk}
    if data.outcome == "dikembalikan":
        laporan.returned_reason = data.catatan
        laporan.save(update_fields=["returned_reason"])
        return Happened(kind="pendampingan.returned", outcome=data.outcome, particulars=particulars)
    if work.permintaan.at_bagian == "setujui":
        laporan.approved_by_id, laporan.approved_at = work.by, work.now
        laporan.save(update_fields=["approved_by", "approved_at"])
        return Happened(kind="pendampingan.approved", outcome=data.outcome, particulars=particulars)
    laporan.confirmed_by_id, laporan.confirmed_at = work.by, work.now
    laporan.save(update_fields=["confirmed_by", "confirmed_at"])
    return Happened(kind="pendampingan.confirmed", outcome=data.outcome, particulars=particulars)
