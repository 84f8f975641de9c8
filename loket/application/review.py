"""Writing a document, its review by the section head and its approval by the OPD (steps 7 and 8)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from loket.application.checklist import Answers, check_answers, close_by_decision, keep_answers
from loket.application.data import Plain, Problems, given, present
from loket.application.dokumen import add_version, latest_version
from loket.application.registry import Happened, Work
from loket.core.facts import Facts
from loket.models.dokumen import Dokumen, Review

DOCUMENT_LABELS = ("PDF", "DOCX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission(Plain):
    """A version of the document, put up for review with the checklist of the step."""

    upload_id: int | None
    versi: str
    catatan: str = ""
    periksa: Answers = field(default_factory=dict)

    def uploads(self) -> Iterable[int]:
        return given(self.upload_id)

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.upload("upload_id", self.upload_id, facts, DOCUMENT_LABELS, "dokumen")
        problems.text("versi", self.versi, "versi dokumen, misalnya 1.0", limit=20)
        problems.long_text("catatan", self.catatan, "catatan", required=False)
        check_answers(problems, facts.step, self.periksa, handed_in=True)
        return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Plain):
    """`outcome` as the SOP names it; whoever returns the document says why."""

    outcome: str
    catatan: str = ""

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        yes = "diterima" if facts.bagian == "reviu" else "disetujui"
        problems.choice("outcome", self.outcome, (yes, "dikembalikan"), "keputusan")
        returned = self.outcome == "dikembalikan"
        problems.long_text(
            "catatan", self.catatan, "catatan tentang yang perlu diperbaiki", required=returned
        )
        return problems


def submit_document(work: Work, data: Submission, jenis: Dokumen.Jenis) -> Happened:
    step = work.permintaan.at_step
    version = add_version(
        work, jenis, present(data.upload_id), step=step, versi=data.versi, catatan=data.catatan
    )
    particulars = {"version_id": version.pk, "periksa": keep_answers(work, data.periksa)}
    return Happened(kind=f"{step}.submitted", outcome="diajukan", particulars=particulars)


def decide_on_document(work: Work, data: Decision, jenis: Dokumen.Jenis) -> Happened:
    step, bagian = work.permintaan.at_step, work.permintaan.at_bagian
    version = latest_version(work, jenis)
    approved = data.outcome != "dikembalikan"
    review = Review.objects.create(
        version=version,
        bagian=bagian,
        is_approved=approved,
        catatan=data.catatan,
        by_id=work.by,
        at=work.now,
    )
    what = ("reviewed" if bagian == "reviu" else "approved") if approved else "returned"
    particulars: dict[str, Any] = {"version_id": version.pk, "review_id": review.pk}
    if approved:
        particulars["periksa"] = close_by_decision(work)
    return Happened(kind=f"{step}.{what}", outcome=data.outcome, particulars=particulars)
