"""Files on their way out: only to be saved, never shown, and checked against their hash."""

from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header

from loket.application.uploads import store
from loket.files.problems import NotStored
from loket.files.sealed import SEALED, Kept

UNKEPT = SEALED | {"Cache-Control": "no-store"}
PDF = "application/pdf"
BINARY = {"schema": {"type": "string", "format": "binary"}}


def stored(kept: Kept) -> FileResponse:
    """Raises NotStored where it is lost or damaged."""
    if not store().verify(kept.sha256):
        raise NotStored(kept.sha256)
    file = store().open(kept.sha256)
    return FileResponse(
        file, as_attachment=True, filename=kept.name, content_type=kept.mime, headers=dict(UNKEPT)
    )


def printed(content: bytes, name: str) -> HttpResponse:
    """A PDF that was made for this answer."""
    disposition = content_disposition_header(as_attachment=True, filename=name) or ""
    return HttpResponse(content, content_type=PDF, headers={**UNKEPT, "Content-Disposition": disposition})
