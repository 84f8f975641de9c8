"""Files that come with a form: received first, so that an accepted one survives errors elsewhere."""

from django.http import QueryDict

from loket.application.uploads import receive
from loket.files.problems import FileProblem, TooLarge
from loket.files.sizes import MAX_BYTES
from loket.models.dokumen import Upload
from loket.web import formats
from loket.web.components.fields import KeptFile
from loket.web.request import Request

FIELD = "berkas"
_FULL = "Berkas belum tersimpan karena penyimpanan bermasalah. Coba lagi nanti."


def received(request: Request) -> tuple[QueryDict, str]:
    """What was typed, with the id of a file that came along, and the sentence of one that cannot be kept."""
    typed = request.POST.copy()
    arrived = request.FILES.get(FIELD)
    if arrived is None:
        return typed, TooLarge(MAX_BYTES).sentence if _was_cut_off(request) else ""
    try:
        upload = receive(arrived, arrived.name or "", actor=request.actor, now=request.now)
    except FileProblem as problem:
        return typed, problem.sentence
    except OSError:
        return typed, _FULL
    typed[f"{FIELD}_id"] = str(upload.pk)
    return typed, ""


def _was_cut_off(request: Request) -> bool:
    """So much came that reading was given up before the file was complete."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdigit() and int(length) > MAX_BYTES


def kept_file(upload: Upload) -> KeptFile:
    return KeptFile(str(upload.pk), upload.name, upload.size)


def file_words(upload: Upload) -> str:
    """2 halaman, PDF 412 KB."""
    pages = f"{upload.pages} halaman, " if upload.pages else ""
    return f"{pages}{upload.label} {formats.size(upload.size)}"
