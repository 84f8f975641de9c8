"""DOCX and XLSX: a zip archive of the right members, without macros, of a bearable size once unpacked."""

import re
import zlib
from pathlib import Path
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from loket.files.foreign import ARCHIVE, OPEN_DOCUMENT, OTHERWISE, PRESENTATION
from loket.files.kinds import DOCX, XLSX, Kind
from loket.files.problems import Unacceptable
from loket.files.readers.sentences import BOMB, DAMAGED, LOCKED, MACRO

MAX_MEMBERS = 10_000
MAX_UNPACKED = 200 * 1024 * 1024
_MAX_TYPES = 1024 * 1024
_RATIO_MATTERS_FROM = 10 * 1024 * 1024
_MAX_RATIO = 200  # ordinary sheets reach 60

_LABEL = "DOCX atau XLSX"
_TYPES = "[Content_Types].xml"
_MAIN = {f"{kind.mime}.main+xml": kind for kind in (DOCX, XLSX)}
_SLIDES = "presentationml."
_ACTIVE = re.compile(r"macroenabled|vbaproject|macrosheet|activex", re.IGNORECASE)
_ENCRYPTED = 0x1
# What zipfile and expat raise on bytes that lie about offsets, names, methods and check sums.
_DAMAGE = (BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error, expat.ExpatError)


def examine(path: Path, _kind: None) -> tuple[Kind, int]:
    """Name the kind; an office document has no pages until an application lays it out."""
    try:
        with ZipFile(path) as archive:
            return _recognised(archive), 0
    except _DAMAGE as error:
        raise Unacceptable(DAMAGED.format(label=_LABEL)) from error


def _recognised(archive: ZipFile) -> Kind:
    members = archive.infolist()
    names = {member.filename for member in members}
    if _TYPES not in names:
        raise Unacceptable(OPEN_DOCUMENT if "mimetype" in names else ARCHIVE)
    _check_members(members)
    types = _content_types(archive.read(_TYPES))
    if any(_ACTIVE.search(text) for text in (*names, *types.values())):
        raise Unacceptable(MACRO)
    kinds = {
        _MAIN[content] for part, content in types.items() if content in _MAIN and part.lstrip("/") in names
    }
    if len(kinds) != 1:
        slides = any(_SLIDES in content for content in types.values())
        raise Unacceptable(PRESENTATION if slides else OTHERWISE)
    if archive.testzip() is not None:
        raise Unacceptable(DAMAGED.format(label=_LABEL))
    return kinds.pop()


def _check_members(members: list[ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    dense = unpacked > _RATIO_MATTERS_FROM and unpacked > _MAX_RATIO * packed
    types_size = next(member.file_size for member in members if member.filename == _TYPES)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or dense or types_size > _MAX_TYPES:
        raise Unacceptable(BOMB.format(label=_LABEL))
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Unacceptable(LOCKED.format(label=_LABEL))
    if len({member.filename.lower() for member in members}) != len(members):
        raise Unacceptable(DAMAGED.format(label=_LABEL))


def _content_types(xml: bytes) -> dict[str, str]:
    """Read which part holds what; a document type declaration, the way to XML bombs, is refused."""
    types: dict[str, str] = {}

    def element(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] in {"Override", "Default"}:
            part = attributes.get("PartName") or "*." + attributes.get("Extension", "")
            types[part] = attributes.get("ContentType", "")

    def declaration(*_ignored: object) -> None:
        raise Unacceptable(DAMAGED.format(label=_LABEL))

    parser = expat.ParserCreate()
    parser.StartElementHandler = element
    parser.StartDoctypeDeclHandler = declaration
    parser.Parse(xml, True)
    return types
