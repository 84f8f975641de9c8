"""Files that come with a form: received first, so that an accepted one survives errors elsewhere."""

from django.http import QueryDict

from loket.application.uploads import receive
from loket.files.problems import FileProblem
from loket.models.dokumen import Upload
from loket.web import formats
from loket.web.components.fields import KeptFile
from loket.web.request import Request

FIELD = "berkas"


def received(request: Request) -> tuple[QueryDict, str]:
    """What was typed, with the id of a file that came along, and the sentence of one that cannot be kept."""
    typed = request.POST.copy()
    arrived = request.FILES.get(FIELD)
    if arrived is None:
        return typed, ""
    try:
        upload = receive(arrived, arrived.name or "", actor=request.actor, now=request.now)
    except FileProblem as problem:
        return typed, problem.sentence
    typed[f"{FIELD}_id"] = str(upload.pk)
    return typed, ""


def kept_file(upload: Upload) -> KeptFile:
    return KeptFile(str(upload.pk), upload.name, upload.size)


def file_words(upload: Upload) -> str:
    """2 halaman, PDF 412 KB."""
    pages = f"{upload.pages} halaman, " if upload.pages else ""
    return f"{pages}{upload.label} {formats.size(upload.size)}"
