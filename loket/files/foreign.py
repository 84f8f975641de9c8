"""What a file that we do not take is, and what to do about it."""

import re

import filetype

OTHERWISE = (
    "Berkas ini bukan PDF, DOCX, XLSX, JPEG, atau PNG. Simpan sebagai salah satu jenis itu, lalu unggah lagi."
)
_WEB_PAGE = "Berkas ini halaman web (HTML). Cetak halaman itu ke PDF, lalu unggah PDF tersebut."
_SVG = "Berkas ini gambar SVG. Simpan sebagai PNG atau PDF, lalu unggah lagi."
_TEXT = "Berkas ini teks biasa. Simpan sebagai PDF, DOCX, atau XLSX, lalu unggah lagi."
_PROGRAM = "Berkas ini program, bukan dokumen. Pilih berkas PDF, DOCX, XLSX, JPEG, atau PNG."
_PICTURE = "Berkas ini gambar {label}. Simpan sebagai JPEG atau PNG, lalu unggah lagi."
_MEDIA = "Berkas ini rekaman {label}. Pilih berkas PDF, DOCX, XLSX, JPEG, atau PNG."
_OLD_OFFICE = (
    "Berkas ini dokumen Office lama atau dokumen berkata sandi. "
    "Simpan sebagai DOCX, XLSX, atau PDF tanpa kata sandi, lalu unggah lagi."
)
OPEN_DOCUMENT = "Berkas ini dokumen OpenDocument. Simpan sebagai PDF, DOCX, atau XLSX, lalu unggah lagi."
PRESENTATION = "Berkas ini presentasi. Simpan sebagai PDF, lalu unggah lagi."
ARCHIVE = "Berkas ini arsip (ZIP atau sejenisnya). Unggah dokumen di dalamnya satu per satu."

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAM_STARTS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_MARKUP = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|script|iframe|svg|meta\s)", re.IGNORECASE)
_ARCHIVES = {"zip", "rar", "7z", "tar", "gz", "bz2", "xz", "zst", "lz", "Z"}
_FAMILIES = {"image": _PICTURE, "video": _MEDIA, "audio": _MEDIA}


def has_markup(head: bytes) -> bool:
    """Tell whether a browser that guesses would take the bytes for a web page."""
    return bool(_MARKUP.search(head))


def sentence_for(head: bytes) -> str:
    """Describe content that is none of the kinds we take."""
    if head.startswith(_OLE):
        return _OLD_OFFICE
    if head.startswith(_PROGRAM_STARTS):
        return _PROGRAM
    if b"<svg" in head.lower():
        return _SVG
    if has_markup(head):
        return _WEB_PAGE
    known = filetype.guess(head)
    if known is not None:
        return _named(known.mime.partition("/")[0], known.extension)
    return _TEXT if _is_text(head) else OTHERWISE


def _named(family: str, extension: str) -> str:
    if extension in _ARCHIVES:
        return ARCHIVE
    return _FAMILIES.get(family, OTHERWISE).format(label=extension.upper())


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode()
    except UnicodeDecodeError as error:
        # The head may end inside a letter; anything wrong before its last four bytes is no text.
        text = head[: error.start].decode() if error.start > len(head) - 4 else "\0"
    return "\0" not in text
