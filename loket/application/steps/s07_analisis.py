"""Langkah 7: the analyst writes the specification; the section head reviews it, the OPD approves it."""

from loket.application.registry import Happened, Work, part
from loket.application.review import Decision, Submission, decide_on_document, submit_document
from loket.models.dokumen import Dokumen


@part("analisis", "susun", Submission)
def submit_spesifikasi(work: Work, data: Submission) -> Happened:
    return submit_document(work, data, Dokumen.Jenis.SPESIFIKASI)


@part("analisis", "reviu", Decision)
@part("analisis", "setujui", Decision)
def decide_on_spesifikasi(work: Work, data: Decision) -> Happened:
    return decide_on_document(work, data, Dokumen.Jenis.SPESIFIKASI)
