"""Writing a document, its review by the section head and its approval by the OPD (steps 7 and 8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from loket.application.data import Plain, Problems, given, present
from loket.application.dokumen import add_version, latest_version
from loket.application.registry import Happened, Work
from loket.core.facts import Facts
from loket.models.dokumen import Dokumen, Review

DOCUMENT_LABELS = ("PDF", "DOCX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A version of the document, put up for review."""

    upload_id: int | None
    versi: str
    catatan: str = ""

    def people(self) -> Iterable[int]:
        return ()

    def uploads(self) -> Iterable[int]:
        return given(self.upload_id)

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.upload("upload_id", self.upload_id, facts, DOCUMENT_LABELS, "dokumen")
        problems.text("versi", self.versi, "versi dokumen, misalnya 1.0", limit=20)
        problems.long_text("catatan", self.catatan, "catatan", required=False)
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
    return Happened(kind=f"{step}.submitted", outcome="diajukan", particulars={"version_id": version.pk})


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
    particulars = {"version_id": version.pk, "review_id": review.pk}
    return Happened(kind=f"{step}.{what}", outcome=data.outcome, particulars=particulars)
