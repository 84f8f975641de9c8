"""What a file is depends on its content alone, and what we do not take is told apart and explained."""

from pathlib import Path

import pytest

from loket.files.kinds import DOCX, JPEG, PDF, PNG, XLSX, Kind
from loket.files.problems import Empty, Unacceptable
from loket.files.recognising import Recognised, identify, recognise
from tests.files import samples
from tests.files.samples import WORD, archive, docx, jpeg, office, pdf, picture, png, xlsx

pytestmark = pytest.mark.usefixtures("readers_here")

TAKEN = {
    "pdf": (pdf(3), PDF, 3),
    "pdf that only forbids changes": (samples.owner_locked_pdf(), PDF, 1),
    "pdf with a little after its end": (pdf() + b"\r\n\0" * 100, PDF, 1),
    "jpeg": (jpeg(), JPEG, 1),
    "jpeg with a maker's data after its end": (jpeg() + b"SEFT" * 500, JPEG, 1),
    "png": (png(), PNG, 1),
    "docx": (docx(), DOCX, 0),
    "docx with an embedded sheet": (office(extra={"word/embeddings/Sheet1.xlsx": xlsx()}), DOCX, 0),
    "docx with prefixed types": (
        office(
            types=f'<a:Types><a:Override PartName="/word/document.xml" ContentType="{WORD}"/></a:Types>'.encode()
        ),
        DOCX,
        0,
    ),
    "xlsx": (xlsx(), XLSX, 0),
}
CHOOSE = "Pilih berkas PDF, DOCX, XLSX, JPEG, atau PNG."
DAMAGED_OFFICE = (
    "Berkas DOCX atau XLSX ini rusak atau terpotong. Simpan ulang dari aplikasi asalnya, lalu unggah lagi."
)
DAMAGED_PDF = "Berkas PDF ini rusak atau terpotong. Simpan ulang dari aplikasi asalnya, lalu unggah lagi."
NOT_OURS = (
    "Berkas ini bukan PDF, DOCX, XLSX, JPEG, atau PNG. Simpan sebagai salah satu jenis itu, lalu unggah lagi."
)
WEB_PAGE = "Berkas ini halaman web (HTML). Cetak halaman itu ke PDF, lalu unggah PDF tersebut."
ARCHIVE = "Berkas ini arsip (ZIP atau sejenisnya). Unggah dokumen di dalamnya satu per satu."
OLD_OFFICE = (
    "Berkas ini dokumen Office lama atau dokumen berkata sandi. "
    "Simpan sebagai DOCX, XLSX, atau PDF tanpa kata sandi, lalu unggah lagi."
)
OPEN_DOCUMENT = "Berkas ini dokumen OpenDocument. Simpan sebagai PDF, DOCX, atau XLSX, lalu unggah lagi."
MACRO = "Dokumen ini mengandung makro. Simpan sebagai DOCX, XLSX, atau PDF tanpa makro, lalu unggah lagi."
TWO_KINDS = "Berkas ini memuat dua jenis isi sekaligus. Simpan ulang sebagai PDF biasa, lalu unggah lagi."
REFUSED = {
    "web page": (samples.HTML, WEB_PAGE),
    "web page after blank lines": (b"\n\n  " + samples.HTML, WEB_PAGE),
    "svg": (samples.SVG, "Berkas ini gambar SVG. Simpan sebagai PNG atau PDF, lalu unggah lagi."),
    "plain text": (
        b"Kepada Yth.\n",
        "Berkas ini teks biasa. Simpan sebagai PDF, DOCX, atau XLSX, lalu unggah lagi.",
    ),
    "text cut inside a letter": (
        "é".encode() * 4095 + b"x" + "é".encode(),
        "Berkas ini teks biasa. Simpan sebagai PDF, DOCX, atau XLSX, lalu unggah lagi.",
    ),
    "program": (samples.PROGRAM, f"Berkas ini program, bukan dokumen. {CHOOSE}"),
    "shell script": (b"#!/bin/sh\nrm -rf /\n", f"Berkas ini program, bukan dokumen. {CHOOSE}"),
    "old office document": (samples.OLD_OFFICE, OLD_OFFICE),
    "heic": (samples.HEIC, "Berkas ini gambar HEIC. Simpan sebagai JPEG atau PNG, lalu unggah lagi."),
    "gif": (picture("GIF"), "Berkas ini gambar GIF. Simpan sebagai JPEG atau PNG, lalu unggah lagi."),
    "rtf": (b"{\\rtf1\\ansi Surat}", NOT_OURS),
    "mp3": (b"ID3\x03" + bytes(100), f"Berkas ini rekaman MP3. {CHOOSE}"),
    "rar": (b"Rar!\x1a\x07\x00" + bytes(100), ARCHIVE),
    "zip": (archive(**{"surat.pdf": pdf()}), ARCHIVE),
    "open document": (
        archive(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<x/>"}),
        OPEN_DOCUMENT,
    ),
    "presentation": (
        office(samples.SLIDES, "ppt/presentation.xml"),
        "Berkas ini presentasi. Simpan sebagai PDF, lalu unggah lagi.",
    ),
    "noise": (bytes(range(1, 256)) * 4, NOT_OURS),
    "zeros": (bytes(5000), NOT_OURS),
    "document with a macro": (office(extra={"word/vbaProject.bin": b"macro"}), MACRO),
    "document that calls itself macro free": (office(samples.MACRO_WORD), MACRO),
    "document with an old macro sheet": (office(extra={"xl/macrosheets/sheet1.xml": b"<x/>"}), MACRO),
    "document with an ActiveX control": (office(extra={"word/activeX/activeX1.bin": b"x"}), MACRO),
    "document of both kinds": (
        office(
            types=f'<Types><Override PartName="/a" ContentType="{WORD}"/>'
            f'<Override PartName="/b" ContentType="{samples.SHEET}"/></Types>'.encode(),
            extra={"a": b"1", "b": b"2"},
        ),
        NOT_OURS,
    ),
    "document without its main part": (office(part="x.xml", types=b"<Types/>"), NOT_OURS),
    "template of documents": (office(WORD.replace("document.main", "template.main")), NOT_OURS),
    "document with an entity bomb": (
        office(types=b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Types>&b;</Types>'),
        DAMAGED_OFFICE,
    ),
    "document whose types are no XML": (office(types=b"Types"), DAMAGED_OFFICE),
    "document cut short": (docx()[:-40], DAMAGED_OFFICE),
    "document with a damaged part": (samples.damaged_docx(), DAMAGED_OFFICE),
    "pdf cut short": (pdf(3)[: len(pdf(3)) // 2], DAMAGED_PDF),
    "pdf in name only": (b"%PDF-1.7\nsurat\n%%EOF\n", DAMAGED_PDF),
    "pdf without pages": (samples.pageless_pdf(), DAMAGED_PDF),
    "pdf with a page that is none": (
        samples.built_pdf(samples.CATALOGUE, samples.ONE_PAGE, b"42"),
        DAMAGED_PDF,
    ),
    "jpeg cut short": (
        jpeg()[:-200],
        "Berkas JPEG ini rusak atau terpotong. Simpan ulang dari aplikasi asalnya, lalu unggah lagi.",
    ),
    "png in name only": (
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        "Berkas PNG ini rusak atau terpotong. Simpan ulang dari aplikasi asalnya, lalu unggah lagi.",
    ),
    "png of 2,500 megapixels": (
        samples.huge_png(),
        "Gambar ini 2500 megapiksel. Perkecil menjadi paling banyak 70 megapiksel, lalu unggah lagi.",
    ),
    "web page that holds a pdf": (samples.HTML + pdf(), WEB_PAGE),
    "pdf that starts as a web page": (pdf().replace(b"\n", b"\n<script>alert(1)</script>\n", 1), TWO_KINDS),
    "pdf with an archive behind it": (pdf() + archive(x=pdf()), TWO_KINDS),
    "pdf with much behind it": (pdf() + bytes(2000), TWO_KINDS),
    "pdf that ends as an archive": (pdf() + archive(x=b"x")[:-2] + b"\x07\x00\n%%EOF\n", TWO_KINDS),
    "jpeg with an archive behind it": (jpeg() + archive(x=b"x"), TWO_KINDS),
    "png with a pdf in its first bytes": (samples.png_saying(b"%PDF-1.7\n"), TWO_KINDS),
    "document whose first member is a pdf": (samples.office_led_by(pdf()), TWO_KINDS),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "surat.exe"  # the name must not matter


@pytest.mark.parametrize(("content", "kind", "pages"), TAKEN.values(), ids=TAKEN)
def test_the_five_kinds_are_taken(file: Path, content: bytes, kind: Kind, pages: int) -> None:
    file.write_bytes(content)
    assert recognise(file) == Recognised(kind, pages)
    assert identify(file) == kind


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_anything_else_is_refused_with_what_it_is_and_what_to_do(
    file: Path, content: bytes, sentence: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(Unacceptable) as refused:
        identify(file)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize("sentence", {sentence for _content, sentence in REFUSED.values()})
def test_no_sentence_is_longer_than_twenty_words(sentence: str) -> None:
    assert max(len(part.split()) for part in sentence.split(". ")) <= 20


def test_an_empty_file_says_so(file: Path) -> None:
    file.touch()
    with pytest.raises(Empty):
        identify(file)
