"""Steps 7 and 8: a document is handed in, read beside its pages, and approved or returned."""

from collections.abc import Mapping
from typing import ClassVar

from loket.application.review import DOCUMENT_LABELS, Decision, Submission
from loket.web.steps.base import StepForm
from loket.web.steps.checklist import ChecklistForm
from loket.web.steps.fields import AreaField, FileField, IdField, TextField


class SubmissionForm(ChecklistForm):
    template = "steps/forms/dokumen.html"
    PLACES = {"upload_id": "berkas"}
    RESULTS = {"diajukan": "Dokumen terkirim untuk direviu."}
    takes_file = True

    berkas = FileField(label="Dokumen", labels=DOCUMENT_LABELS)
    berkas_id = IdField(required=False)
    versi = TextField(label="Versi", help_text="Contoh 1.0")
    catatan = AreaField(label="Catatan untuk pereviu", required=False)

    def to_data(self) -> Submission:
        return Submission(
            upload_id=self.value("berkas_id"),
            versi=self.text("versi"),
            catatan=self.text("catatan"),
            periksa=self.answers(),
        )


class DecisionForm(StepForm):
    """`YES` is the outcome of agreeing; the button says it in the words of the step."""

    template = "steps/forms/keputusan.html"
    PLACES = {"outcome": ""}
    RESULTS: ClassVar[Mapping[str, str]] = {
        "diterima": "Dokumen disetujui dalam reviu.",
        "disetujui": "Dokumen disetujui.",
        "dikembalikan": "Dokumen dikembalikan dengan catatan.",
    }
    YES: ClassVar[str]
    YES_TEXT: ClassVar[str] = "Setujui dokumen"
    NO_TEXT: ClassVar[str] = "Kembalikan dengan catatan"

    outcome = TextField(required=False)
    catatan = AreaField(
        label="Catatan", required=False, help_text="Wajib bila dikembalikan: apa yang perlu diperbaiki."
    )

    def to_data(self) -> Decision:
        return Decision(outcome=self.text("outcome"), catatan=self.text("catatan"))
