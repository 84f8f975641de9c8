"""Langkah 7: the specification of needs, handed in, reviewed by the section head, and approved by the OPD."""

from loket.models.dokumen import Dokumen
from loket.web.steps.document import DecisionForm, SubmissionForm
from loket.web.steps.registry import form_for


@form_for("analisis", "susun")
class SusunForm(SubmissionForm):
    """A version of the document."""


@form_for("analisis", "reviu")
class ReviuForm(DecisionForm):
    YES = "diterima"
    YES_TEXT = "Setujui hasil reviu"
    reads = Dokumen.Jenis.SPESIFIKASI


@form_for("analisis", "setujui")
class SetujuiForm(DecisionForm):
    YES = "disetujui"
    reads = Dokumen.Jenis.SPESIFIKASI
