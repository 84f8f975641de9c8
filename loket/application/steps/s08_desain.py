"""Langkah 8: the analyst or a programmer writes the design; the section head reviews it, the OPD approves it."""

from loket.application.registry import Happened, Work, part
from loket.application.review import Decision, Submission, decide_on_document, submit_document
from loket.models.dokumen import Dokumen


@part("desain", "susun", Submission)
def submit_desain(work: Work, data: Submission) -> Happened:
    return submit_document(work, data, Dokumen.Jenis.DESAIN)


@part("desain", "reviu", Decision)
@part("desain", "setujui", Decision)
def decide_on_desain(work: Work, data: Decision) -> Happened:
    return decide_on_document(work, data, Dokumen.Jenis.DESAIN)
