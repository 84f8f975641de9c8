"""A name comes back readable and harmless, and one that contradicts its content is refused."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.files.kinds import ACCEPT, DOCX, JPEG, KINDS, PDF, XLSX, Kind
from loket.files.names import LONGEST, check_name, safe_name

NAMES = {
    "kept": ("Surat Permohonan Antrean.pdf", PDF, "Surat Permohonan Antrean.pdf"),
    "indonesian and accented letters kept": (
        "Ngawén, Désa Jönggol (2).pdf",
        PDF,
        "Ngawén, Désa Jönggol (2).pdf",
    ),
    "accent composed": ("Ngawe\u0301n.pdf", PDF, "Ngawén.pdf"),
    "ending added": ("surat", PDF, "surat.pdf"),
    "ending of the content": ("surat.docx", PDF, "surat.pdf"),
    "other spelling of the ending": ("foto.JPEG", JPEG, "foto.jpg"),
    "number is no ending": ("Surat No. 12", PDF, "Surat No. 12.pdf"),
    "version is no ending": ("laporan v1.2", XLSX, "laporan v1.2.xlsx"),
    "earlier ending kept": ("surat.exe.pdf", PDF, "surat.exe.pdf"),
    "path dropped": ("/etc/passwd", PDF, "passwd.pdf"),
    "windows path dropped": ("C:\\fakepath\\surat.pdf", PDF, "surat.pdf"),
    "way upward dropped": ("../../surat.pdf", PDF, "surat.pdf"),
    "only a way upward": ("../..", PDF, "berkas.pdf"),
    "path that ends in a slash": ("surat/", PDF, "surat.pdf"),
    "nul and control characters dropped": ("su\0rat\x1b[31m.pdf", PDF, "surat[31m.pdf"),
    "line breaks become spaces": ("surat\r\nSet-Cookie: x.pdf", PDF, "surat Set-Cookie- x.pdf"),
    "bidi override dropped": ("surat\u202efdp.exe", PDF, "suratfdp.pdf"),
    "half a surrogate dropped": ("surat\ud800.pdf", PDF, "surat.pdf"),
    "quotes and wildcards replaced": ('a"b<c>d|e?f*g:h.pdf', PDF, "a-b-c-d-e-f-g-h.pdf"),
    "leading dots dropped": ("...htaccess", PDF, "htaccess.pdf"),
    "reserved on windows": ("CON.pdf", PDF, "_CON.pdf"),
    "reserved with more behind it": ("nul.surat.docx", DOCX, "_nul.surat.docx"),
    "nothing": ("", PDF, "berkas.pdf"),
    "nothing but an ending": (".pdf", PDF, "berkas.pdf"),
    "nothing visible": ("\u200b\u202e \0", PDF, "berkas.pdf"),
}


@pytest.mark.parametrize(("name", "kind", "expected"), NAMES.values(), ids=NAMES)
def test_a_name_is_made_safe(name: str, kind: Kind, expected: str) -> None:
    assert safe_name(name, kind) == expected


def test_a_long_name_is_cut_before_its_ending() -> None:
    assert safe_name("a" * 500 + ".pdf", PDF) == "a" * 116 + ".pdf"


def test_a_name_of_long_letters_fits_the_file_system_too() -> None:
    assert safe_name("漢" * 500, PDF) == "漢" * 78 + ".pdf"


def test_a_name_cut_at_a_space_does_not_end_in_one() -> None:
    assert safe_name("a" * 115 + " b.pdf", PDF) == "a" * 115 + ".pdf"


@given(st.text(), st.sampled_from(sorted(KINDS)))
def test_whatever_the_name_the_result_is_safe_and_stays_the_same(name: str, mime: str) -> None:
    kind = KINDS[mime]
    safe = safe_name(name, kind)
    assert safe.endswith(f".{kind.extension}")
    assert 5 <= len(safe) <= LONGEST
    assert [
        char for char in safe if char in '/\\\0\r\n"' or unicodedata.category(char) in {"Cc", "Cf", "Cs"}
    ] == []
    assert safe_name(safe, kind) == safe
    assert check_name(safe, kind) is None


def test_a_name_that_promises_another_kind_is_refused_naming_both() -> None:
    assert check_name("surat.docx", PDF) == (
        "Nama berkas berakhiran .docx, tetapi isinya PDF. Ganti akhirannya menjadi .pdf, atau pilih berkas yang benar."
    )


@pytest.mark.parametrize("name", ("foto.png", "surat.pdf.exe", "surat.pdf\u202e.html", "a.HTM", "x.docm "))
def test_a_promise_of_another_kind_is_found_behind_tricks(name: str) -> None:
    assert check_name(name, PDF) is not None


@pytest.mark.parametrize(
    "name", ("surat.pdf", "SURAT.PDF", "surat", "Surat No. 12", "surat.final", "surat. pdf", "")
)
def test_a_name_that_promises_this_kind_or_none_is_fine(name: str) -> None:
    assert check_name(name, PDF) is None


def test_every_spelling_of_an_ending_is_offered_and_fits_its_kind() -> None:
    assert ACCEPT == ".pdf,.docx,.xlsx,.jpg,.jpeg,.jpe,.jfif,.png"
    assert [check_name(f"foto.{ending}", JPEG) for ending in ("jpg", "jpeg", "jpe", "jfif")] == [None] * 4
