"""Langkah 8: the design, handed in, reviewed by the section head, and approved by the OPD."""

from loket.models.dokumen import Dokumen
from loket.web.steps.document import DecisionForm, SubmissionForm
from loket.web.steps.registry import form_for


@form_for("desain", "susun")
class SusunForm(SubmissionForm):
    """A version of the document."""


@form_for("desain", "reviu")
class ReviuForm(DecisionForm):
    YES = "diterima"
    YES_TEXT = "Setujui hasil reviu"
    reads = Dokumen.Jenis.DESAIN


@form_for("desain", "setujui")
class SetujuiForm(DecisionForm):
    YES = "disetujui"
    reads = Dokumen.Jenis.DESAIN
