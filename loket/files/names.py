"""Names of files: what a person called it, made fit to be sent back, and whether it contradicts the content."""

import re
import unicodedata

from loket.files.kinds import KINDS, Kind

LONGEST = 120
_LONGEST_IN_BYTES = 240  # file systems end at 255

_CLAIMS = frozenset(
    (
        *(extension for kind in KINDS.values() for extension in kind.extensions),
        *("doc", "docm", "dot", "dotx", "odt", "rtf", "txt", "md"),
        *("xls", "xlsm", "xlsb", "xltx", "ods", "csv", "tsv", "ppt", "pptx", "odp"),
        *("htm", "html", "xhtml", "mht", "xml", "svg", "json", "js"),
        *("exe", "msi", "bat", "cmd", "com", "scr", "ps1", "sh", "apk", "jar"),
        *("zip", "rar", "7z", "tar", "gz"),
        *("gif", "bmp", "tif", "tiff", "webp", "heic", "heif", "avif", "mp3", "mp4", "mov", "avi"),
    )
)
"""Endings that say of what kind a file is; in "Surat No. 12" and "laporan v1.2" there is none."""

_FORBIDDEN = re.compile(r'[<>:"|?*]')  # not allowed in a name on some systems
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}


def check_name(name: str, kind: Kind) -> str | None:
    """Say so when the name promises another kind than the content is; a name without an ending promises nothing."""
    claimed = _claimed(visible(name))
    if claimed is None or claimed in kind.extensions:
        return None
    return (
        f"Nama berkas berakhiran .{claimed}, tetapi isinya {kind.label}. "
        f"Ganti akhirannya menjadi .{kind.extension}, atau pilih berkas yang benar."
    )


def safe_name(name: str, kind: Kind) -> str:
    """Make the name one that every system can save, with the ending of what the file is."""
    base = re.split(r"[/\\]+", visible(name).rstrip("/\\"))[-1]
    if _claimed(base) is not None:
        base = base.rpartition(".")[0]
    stem = " ".join(_FORBIDDEN.sub("-", base).split()).strip(". ")
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    ending = f".{kind.extension}"
    return _shortened(stem, len(ending)) + ending


def visible(name: str) -> str:
    """Compose accents, and drop what cannot be seen or turns the reading direction."""
    spaced = re.sub(r"\s", " ", unicodedata.normalize("NFC", name))
    return "".join(character for character in spaced if unicodedata.category(character) not in _INVISIBLE)


def _claimed(name: str) -> str | None:
    ending = name.rpartition(".")[2].strip().lower() if "." in name else ""
    return ending if ending in _CLAIMS else None


def _shortened(stem: str, ending: int) -> str:
    stem = stem[: LONGEST - ending]
    while len(stem.encode()) + ending > _LONGEST_IN_BYTES:
        stem = stem[:-1]
    return stem.strip(". ") or "berkas"
