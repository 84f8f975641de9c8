"""Which kind a file is: decided by its content, never by its name, after it was really opened."""

from dataclasses import dataclass
from pathlib import Path

import filetype

from loket.files import child
from loket.files.foreign import sentence_for
from loket.files.kinds import JPEG, KINDS, PDF, PNG, Kind
from loket.files.polyglot import TAIL, is_polyglot
from loket.files.problems import Empty, Unacceptable
from loket.files.readers.sentences import DAMAGED

_HEAD = 8 * 1024
_ZIP = b"PK\x03\x04"
_FAMILIES = {PDF.mime: PDF, JPEG.mime: JPEG, PNG.mime: PNG, "image/apng": PNG}
_TWO_KINDS = "Berkas ini memuat dua jenis isi sekaligus. Simpan ulang sebagai PDF biasa, lalu unggah lagi."
_UNSAFE = "Berkas ini tidak dapat dibuka dengan aman. Simpan ulang dari aplikasi asalnya, lalu unggah lagi."


@dataclass(frozen=True, slots=True)
class Recognised:
    kind: Kind
    pages: int
    """0 for DOCX and XLSX."""


def identify(path: Path) -> Kind:
    return recognise(path).kind


def recognise(path: Path) -> Recognised:
    """Find kind and pages, or raise Unacceptable saying what the file is and what to do."""
    head, tail = _ends(path)
    suspected = _suspected(head, tail)
    try:
        reply = child.ask({"do": "examine", "path": str(path), "mime": suspected.mime if suspected else None})
    except child.Died as died:
        raise Unacceptable(_UNSAFE) from died
    if "refused" in reply:
        raise Unacceptable(reply["refused"])
    kind = KINDS[reply["mime"]]
    if is_polyglot(kind, head, tail):
        raise Unacceptable(_TWO_KINDS)
    return Recognised(kind, reply["pages"])


def _suspected(head: bytes, tail: bytes) -> Kind | None:
    """Go by the first bytes; None for a zip archive, whose members must be looked at."""
    known = filetype.guess_mime(head)
    kind = _FAMILIES.get(known) if known else None
    if kind is None and not head.startswith(_ZIP):
        raise Unacceptable(sentence_for(head))
    if kind == PDF and b"%%EOF" not in tail:
        raise Unacceptable(DAMAGED.format(label=PDF.label))
    return kind


def _ends(path: Path) -> tuple[bytes, bytes]:
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if not head:
            raise Empty
        file.seek(-min(TAIL, path.stat().st_size), 2)
        return head, file.read()
