"""Stored files on their way out: the original as an attachment, the pages as pictures; a lost file is a sentence."""

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.http import FileResponse, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.utils.http import content_disposition_header, parse_etags

from loket.application.uploads import store
from loket.files.kinds import KINDS, Kind
from loket.files.page_cache import PageCache
from loket.files.pages import PICTURE_MIME
from loket.files.problems import NotStored, Unrenderable
from loket.files.sealed import SEALED, Kept
from loket.web.request import Request

FIRST_PAGES, ALL_PAGES = 10, 60
"""A reader waits for the first pages only; a thick document is drawn whole when somebody has come so far."""
_LOST = "Berkas ini sedang tidak dapat dibaca. Hubungi admin Loket."
_NO_PAGE = "Halaman ini tidak ada."

log = logging.getLogger(__name__)


class Paged(Kept, Protocol):
    """One that has pages to be looked at."""

    @property
    def pages(self) -> int: ...


def original(request: Request, upload: Kept) -> HttpResponse | FileResponse:
    """The file as it came, to be saved and never shown; checked against its hash on the way."""
    try:
        if not store().verify(upload.sha256):
            return _lost(request, upload)
        file = store().open(upload.sha256)
    except (OSError, NotStored):
        return _lost(request, upload)
    response = FileResponse(file, as_attachment=True, filename=upload.name, content_type=upload.mime)
    for name, value in SEALED.items():
        response[name] = value
    response["Cache-Control"] = "no-store"
    return response


def page_picture(request: Request, upload: Paged, number: int) -> HttpResponse | FileResponse:
    """One page; a browser may keep it, but asks each time whether its reader still may see it."""
    kind = KINDS.get(upload.mime)
    if kind is None or not 0 < number <= min(upload.pages, ALL_PAGES):
        return _said(_NO_PAGE, 404)
    tag = f'"{upload.sha256}-{number}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers={"ETag": tag, "Cache-Control": "private, no-cache"})
    try:
        picture = _drawn(upload, kind, number)
    except Unrenderable as problem:
        log.warning("Pages of %s cannot be drawn: %s", upload.sha256, problem.detail or problem.sentence)
        return _said(problem.sentence, 404)
    except (OSError, NotStored):
        log.exception("Pages of %s cannot be read.", upload.sha256)
        return _said(_LOST, 503)
    if picture is None:
        return _said(_NO_PAGE, 404)
    headers = SEALED | {"ETag": tag, "Cache-Control": "private, no-cache"}
    return FileResponse(picture.open("rb"), content_type=PICTURE_MIME, headers=headers)


def as_attachment(content: bytes, name: str, mime: str = "application/pdf") -> HttpResponse:
    """What was made for this answer, to be saved like a stored file."""
    headers = {
        **SEALED,
        "Cache-Control": "no-store",
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "",
    }
    return HttpResponse(content, content_type=mime, headers=headers)


def as_picture(content: bytes) -> HttpResponse:
    """A page that was drawn for this answer."""
    headers = {**SEALED, "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="image/png", headers=headers)


def pages_root() -> Path:
    """Where drawn pages are kept; the directory may be deleted at any time."""
    data_dir: Path = settings.ENVIRONMENT.data_dir
    return data_dir / "pages"


def _drawn(upload: Paged, kind: Kind, number: int) -> Path | None:
    pages = FIRST_PAGES if number <= FIRST_PAGES else ALL_PAGES
    cache = PageCache(pages_root(), max_pages=pages)
    directory = cache.directory(upload.sha256)
    with _one_at_a_time(directory.parent):
        if not directory.is_dir() and not store().verify(upload.sha256):
            raise NotStored(upload.sha256)
        pictures = cache.images(store(), upload.sha256, kind)
    return pictures[number - 1] if number <= len(pictures) else None


@contextmanager
def _one_at_a_time(directory: Path) -> Iterator[None]:
    """A browser asks for several pages at once; the first request draws them, the others wait for it."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _lost(request: Request, upload: Kept) -> HttpResponse:
    log.error("The stored file %s is missing or damaged.", upload.sha256)
    return render(request, "public/berkas_hilang.html", status=503)


def _said(sentence: str, status: int) -> HttpResponse:
    return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
