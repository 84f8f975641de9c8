"""Pages as pictures, for reading in the browser: what a person sees is never the file that was sent in."""

import tempfile
from pathlib import Path
from typing import Any

from loket.files import child
from loket.files.kinds import DOCX, XLSX, Kind
from loket.files.problems import Unrenderable
from loket.files.recognising import recognise

PICTURE_MIME = "image/webp"
NARROWEST, WIDEST = 64, 2_400

_WITHOUT_PAGES = {DOCX, XLSX}
_SECONDS_PER_PAGE = 2
_DOWNLOAD_INSTEAD = "Halaman berkas ini tidak dapat ditampilkan. Unduh berkas untuk membacanya."
_ONLY_BY_APPLICATION = "Halaman berkas {label} tidak ditampilkan di sini. Unduh berkas untuk membacanya."
_NO_SUCH_PAGE = "Halaman {page} tidak ada di berkas ini."


def page_count(path: Path, kind: Kind) -> int:
    """Count without drawing; 0 for DOCX and XLSX, whose pages exist only in an application."""
    return 0 if kind in _WITHOUT_PAGES else recognise(path).pages


def render_page(path: Path, kind: Kind, page: int, width: int) -> bytes:
    """Draw one page, counted from 1, as a WebP picture of about this width."""
    with tempfile.TemporaryDirectory(prefix="loket-") as directory:
        drawn = _draw(path, kind, into=Path(directory), width=width, first=page, count=1) if page > 0 else []
        if not drawn:
            raise Unrenderable(_NO_SUCH_PAGE.format(page=page))
        return drawn[0].read_bytes()


def render_all(path: Path, kind: Kind, into: Path, width: int, max_pages: int) -> list[Path]:
    """Draw the first pages into a directory that appears only when it is complete, and is drawn only once."""
    if not into.is_dir():
        into.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            dir=into.parent, prefix=".", ignore_cleanup_errors=True
        ) as directory:
            _draw(path, kind, into=Path(directory), width=width, first=1, count=max_pages)
            _publish(Path(directory), into)
    return sorted(into.glob("*.webp"))


def _draw(path: Path, kind: Kind, *, into: Path, width: int, first: int, count: int) -> list[Path]:
    if kind in _WITHOUT_PAGES:
        raise Unrenderable(_ONLY_BY_APPLICATION.format(label=kind.label))
    request: dict[str, Any] = {
        "do": "draw",
        "path": str(path),
        "mime": kind.mime,
        "into": str(into),
        "width": min(max(width, NARROWEST), WIDEST),
        "first": first,
        "count": count,
    }
    try:
        reply = child.ask(request, seconds=child.SECONDS + _SECONDS_PER_PAGE * count)
    except child.Died as died:
        passing = isinstance(died, child.TooSlow)
        raise Unrenderable(_DOWNLOAD_INSTEAD, detail=str(died), passing=passing) from died
    if "refused" in reply:
        raise Unrenderable(reply["refused"])
    return [into / name for name in reply["drawn"]]


def _publish(directory: Path, into: Path) -> None:
    try:
        directory.rename(into)
    except OSError:
        if not into.is_dir():  # unless somebody else drew the same pages meanwhile
            raise
