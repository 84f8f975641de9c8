"""Files as people and attackers send them, made here byte by byte."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from hashlib import md5

import typst
from PIL import Image

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
MACRO_WORD = "application/vnd.ms-word.document.macroEnabled.main+xml"

HTML = b"<!DOCTYPE html>\n<html><body><script>alert(document.cookie)</script></body></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00" + bytes(200)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(100)


@cache
def pdf(pages: int = 1) -> bytes:
    source = "#set page(width: 210mm, height: 297mm)\n" + "\n#pagebreak()\n".join(
        f"= Halaman {number}\nSurat permintaan" for number in range(1, pages + 1)
    )
    return typst.compile(source.encode(), format="pdf", timestamp=0)


def built_pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Number the objects from 1 and point at them; the first is the catalogue."""
    out, places = io.BytesIO(b"%PDF-1.7\n"), []
    out.seek(0, io.SEEK_END)
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
BLANK = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>"


def locked_pdf() -> bytes:
    """Ask for a password that nobody knows: the check values are made up."""
    made_up = b"<" + b"5a" * 32 + b">"
    encrypt = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >> /ID [<00> <00>]" % (
        made_up,
        made_up,
    )
    return built_pdf(CATALOGUE, ONE_PAGE, BLANK, trailer=encrypt)


def owner_locked_pdf() -> bytes:
    """Forbid changes only: it opens for everybody, with the empty password."""
    padding = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
    owner, permissions, identity = bytes(32), struct.pack("<i", -44), b"\x00"
    key = md5(padding + owner + permissions + identity, usedforsecurity=False).digest()[:5]
    entries = (owner.hex().encode(), _rc4(key, padding).hex().encode())
    encrypt = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -44 >> /ID [<00> <00>]" % entries
    return built_pdf(CATALOGUE, ONE_PAGE, BLANK, trailer=encrypt)


def _rc4(key: bytes, data: bytes) -> bytes:
    box, swap = list(range(256)), 0
    for index in range(256):
        swap = (swap + box[index] + key[index % len(key)]) % 256
        box[index], box[swap] = box[swap], box[index]
    first, second, out = 0, 0, bytearray()
    for byte in data:
        first = (first + 1) % 256
        second = (second + box[first]) % 256
        box[first], box[second] = box[second], box[first]
        out.append(byte ^ box[(box[first] + box[second]) % 256])
    return bytes(out)


def signed_looking_pdf() -> bytes:
    """Show a red signature field, as electronically signed letters do."""
    return built_pdf(
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>",
        ONE_PAGE,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Annots [4 0 R] >>",
        b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (ttd) /F 4 /Rect [0 0 200 100] /AP << /N 5 0 R >> >>",
        stream(b"1 0 0 rg 0 0 200 100 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 200 100]"),
    )


def endless_pdf() -> bytes:
    """Draw a rectangle 20 to the 8th times, by forms that draw forms."""
    levels, times = 8, 20
    forms = [
        stream(
            b"/X Do " * times if level < levels else b"0 0 9 9 re f",
            b"/Type /XObject /Subtype /Form /BBox [0 0 200 100] "
            b"/Resources << /XObject << /X %d 0 R >> >>" % (6 + level),
        )
        for level in range(levels + 1)
    ]
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    return built_pdf(CATALOGUE, ONE_PAGE, page, stream(b"/X Do"), *forms)


def pageless_pdf() -> bytes:
    return built_pdf(CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>")


def office(
    main: str = WORD,
    part: str = "word/document.xml",
    extra: Mapping[str, bytes] | None = None,
    types: bytes = b"",
) -> bytes:
    out = io.BytesIO()
    declared = f'<Override PartName="/{part}" ContentType="{main}"/>'.encode()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml", types or b'<?xml version="1.0"?><Types>' + declared + b"</Types>"
        )
        archive.writestr(
            part, b"<?xml version='1.0'?><document>" + b"Kebutuhan aplikasi. " * 20 + b"</document>"
        )
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def docx() -> bytes:
    return office()


def xlsx() -> bytes:
    return office(SHEET, "xl/workbook.xml")


def damaged_docx() -> bytes:
    """Change one byte of the main part, so that its check sum is wrong."""
    content = bytearray(docx())
    content[content.index(b"word/document.xml") + 40] ^= 0xFF
    return bytes(content)


def office_led_by(content: bytes) -> bytes:
    """Put a stored member first, where its bytes lie open at the start of the file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target, zipfile.ZipFile(io.BytesIO(docx())) as source:
        target.writestr("first", content)
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return out.getvalue()


def archive(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in members.items():
            target.writestr(name, content)
    return out.getvalue()


def picture(
    form: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", exif: Image.Exif | None = None
) -> bytes:
    """Draw a picture whose left half is dark and whose right half is light."""
    image = Image.new("L", size, 255)
    image.paste(0, (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    (image if mode == "L" else image.convert("RGB").convert(mode)).save(
        out, form, **({"exif": exif} if exif else {})
    )
    return out.getvalue()


def jpeg(exif: Image.Exif | None = None) -> bytes:
    return picture("JPEG", exif=exif)


def png() -> bytes:
    return picture("PNG")


def huge_png(side: int = 50_000) -> bytes:
    """Claim 2,500 megapixels in a few bytes."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(bytes(1000))) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def png_saying(comment: bytes) -> bytes:
    after_header = 33
    return png()[:after_header] + _chunk(b"tEXt", b"Comment\0" + comment) + png()[after_header:]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
