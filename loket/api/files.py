"""Files on their way in, and out: only to be saved, never shown, and checked against their hash."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header

from loket.api.door import MULTIPART
from loket.api.reading import WrongType
from loket.api.request import Call
from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.uploads import store
from loket.files.problems import NotStored, TooLarge
from loket.files.sealed import SEALED, Kept
from loket.files.sizes import MAX_BYTES

UNKEPT = SEALED | {"Cache-Control": "no-store"}
PDF = "application/pdf"
BINARY = {"schema": {"type": "string", "format": "binary"}}

ONE_FILE = {
    "type": "object",
    "required": ["berkas"],
    "properties": {"berkas": {"type": "string", "format": "binary"}},
}


def sent_file(call: Call) -> Any:
    """Raises WrongType, Invalid or TooLarge."""
    if call.content_type != MULTIPART:
        raise WrongType(MULTIPART)
    arrived = call.FILES.get("berkas")
    if arrived is None:
        raise _without_file(call)
    return arrived


def stored(kept: Kept) -> FileResponse:
    """Raises NotStored where it is lost or damaged."""
    if not store().verify(kept.sha256):
        raise NotStored(kept.sha256)
    file = store().open(kept.sha256)
    return FileResponse(
        file, as_attachment=True, filename=kept.name, content_type=kept.mime, headers=dict(UNKEPT)
    )


def printed(content: bytes, name: str, mime: str = PDF) -> HttpResponse:
    """What was made for this answer."""
    disposition = content_disposition_header(as_attachment=True, filename=name) or ""
    return HttpResponse(content, content_type=mime, headers={**UNKEPT, "Content-Disposition": disposition})


def _without_file(call: Call) -> Exception:
    """Nothing came along, or so much that reading was given up."""
    length = call.META.get("CONTENT_LENGTH") or "0"
    if length.isdigit() and int(length) > MAX_BYTES:
        return TooLarge(MAX_BYTES)
    return Invalid(Problems({"berkas": ["Kirim berkas sebagai bagian bernama berkas."]}))
