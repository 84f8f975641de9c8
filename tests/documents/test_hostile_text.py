"""Whatever a person types is printed as it is, and never stops the printing."""

import dataclasses
import re

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket.documents.glyphs import drawable
from loket.documents.isi import Daftar, Rincian, Tabel
from loket.documents.laporan import Bagian
from loket.documents.rendering import render
from tests.documents.reading import page_count, words
from tests.documents.samples import LAPORAN, MADE_AT, SURAT

MARKUP = (
    "*tebal* _miring_ `kode` #panic() #{1+1} $x^2$ <label> @rujukan = judul - butir + nomor / istilah: "
    "\\ // komentar /* blok */ ~ -- ... \"kutip\" 'petik' [isi] {kode} https://contoh.example \\u{41} "
    '#import "x.typ" #read("/etc/passwd") </script> &amp; %PDF'
)
LATIN = (*range(0xA1, 0xAD), *range(0xAE, 0x250), *range(0x1E00, 0x1F00))
TITLES = {
    "one long word": "W" * 500,
    "a hundred words": "kata " * 100,
    "accents": "é" * 500,
    "none": "",
    "blank": " \n ",
}
BULK = {
    "words": "kata dan lain " * 7_200,
    "one word": "W" * 100_000,
    "lines": "a\n" * 50_000,
    "odd": "é漢#\x00" * 25_000,
}


def printed(*paragraphs: str) -> str:
    return "".join(words(render(dataclasses.replace(SURAT, isi=paragraphs), made_at=MADE_AT)))


def test_markup_is_printed_as_it_was_typed() -> None:
    assert "".join(MARKUP.split()) in printed(MARKUP)


def test_markup_is_printed_as_it_was_typed_in_every_place_of_a_report() -> None:
    typed = "#a *b* _c_ $d$"
    body = (typed, Daftar((typed,)), Rincian(((typed, typed),)), Tabel((typed,), ((typed,),)))
    report = dataclasses.replace(
        LAPORAN,
        jenis=typed,
        judul=typed,
        subjudul=typed,
        keterangan=((typed, typed),),
        bagian=(Bagian(judul=typed, isi=body),),
    )
    text = "".join(words(render(report, made_at=MADE_AT)))
    title_and_subtitle, facts, heading, parts_of_the_body = 2, 2, 1, 6
    assert text.count("#a*b*_c_$d$") == title_and_subtitle + facts + heading + parts_of_the_body
    assert text.count("#A*B*_C_$D$") == 1


def test_every_latin_letter_with_a_diacritic_is_printed() -> None:
    letters = [chr(code) for code in LATIN if code in drawable()]
    text = printed(" ".join(letters))
    assert len(letters) > 500
    assert [letter for letter in letters if letter not in text] == []


def test_a_letter_typed_as_two_characters_is_printed_as_one() -> None:
    assert "Ngawén" in printed("Ngawe\u0301n")


def test_every_character_called_drawable_can_be_drawn() -> None:
    everything = " ".join(chr(code) for code in sorted(drawable()))
    body = (everything, Tabel((everything,), ((everything,),)))
    report = dataclasses.replace(
        LAPORAN, jenis=everything, subjudul=everything, bagian=(Bagian(judul="Isi", isi=body),)
    )
    pdf = render(report, made_at=MADE_AT)
    assert page_count(pdf) > 1


def test_a_character_without_a_glyph_becomes_a_box() -> None:
    assert "awal□□akhir" in printed("awal漢😀akhir")


def test_invisible_and_reordering_characters_are_dropped() -> None:
    assert "suratfdp.exe" in printed("surat\x00\u202e\u200bfdp\ufeff.exe\ud800")


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_title_of_any_length_is_printed_in_full(title: str) -> None:
    report = dataclasses.replace(LAPORAN, judul=title, bagian=(Bagian(judul=title),))
    letter = dataclasses.replace(SURAT, hal=title)
    whole = "".join(title.split())
    for document in (report, letter):
        text = "".join(words(render(document, made_at=MADE_AT)))
        assert whole in text
        assert "Magetan,24November2026" in text


def test_a_section_without_a_title_says_so() -> None:
    report = dataclasses.replace(LAPORAN, bagian=(Bagian(judul=" \n"),))
    assert "1Tanpajudul" in "".join(words(render(report, made_at=MADE_AT)))


@pytest.mark.parametrize(
    "word", ("W" * 500, "https://contoh.example/" + "a1" * 200), ids=("letters", "address")
)
def test_a_long_word_stays_inside_the_margins(word: str) -> None:
    table = Tabel(("No.", "Isi", "Ket."), (("1", word, word),), (1, 6, 2))
    report = dataclasses.replace(LAPORAN, judul=word, bagian=(Bagian(judul=word, isi=(word, table)),))
    right_margin_in_points = 2 / 2.54 * 72
    for page in pypdfium2.PdfDocument(render(report, made_at=MADE_AT)):
        text = page.get_textpage()
        rightmost = max(text.get_charbox(index)[2] for index in range(text.count_chars()))
        assert rightmost <= page.get_width() - right_margin_in_points + 1


@pytest.mark.parametrize("text", BULK.values(), ids=BULK)
def test_a_hundred_kilobytes_are_printed_in_full(text: str) -> None:
    expected = "".join(text.replace("漢", "□").replace("\x00", "").split())
    without_page_numbers = re.sub(r"Halaman\d+dari\d+", "", printed(text))
    assert expected in without_page_numbers


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_no_text_stops_the_printing(text: str) -> None:
    body = (text, Daftar((text,)), Rincian(((text, text),)), Tabel((text, text), ((text, text),)))
    report = dataclasses.replace(LAPORAN, judul=text, bagian=(Bagian(judul=text, isi=body),))
    assert render(report, made_at=MADE_AT).startswith(b"%PDF-1.7")
