"""A file that is two kinds at once: whoever opens it decides what it is, so nobody checked what he gets."""

import struct

from loket.files.foreign import has_markup
from loket.files.kinds import DOCX, PDF, XLSX, Kind

_SNIFFED = 1_445  # as far as browsers look when they guess
_PDF_HEADER_WITHIN = 1_024  # where PDF readers accept the header
_AFTER_LAST_EOF = 1_024  # what mail gateways append at most

_ZIPS = {DOCX, XLSX}
_ZIP_END = b"PK\x05\x06"
_ZIP_END_SIZE = 22
TAIL = 65_535 + _ZIP_END_SIZE
"""How much of the end the end of a zip archive may take up."""


def is_polyglot(kind: Kind, head: bytes, tail: bytes) -> bool:
    """Decide from the first bytes, and from the last bytes, up to TAIL of them."""
    if has_markup(head[:_SNIFFED]):
        return True
    if kind != PDF and b"%PDF-" in head[:_PDF_HEADER_WITHIN]:
        return True
    if kind == PDF and len(tail) - tail.rfind(b"%%EOF") > _AFTER_LAST_EOF:
        return True
    return kind not in _ZIPS and _ends_as_zip(tail)


def _ends_as_zip(tail: bytes) -> bool:
    at = tail.find(_ZIP_END)
    while at >= 0:
        if len(tail) - at >= _ZIP_END_SIZE:
            (comment,) = struct.unpack_from("<H", tail, at + 20)
            if at + _ZIP_END_SIZE + comment == len(tail):
                return True
        at = tail.find(_ZIP_END, at + 1)
    return False
