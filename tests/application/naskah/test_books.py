"""The books of letters as they are printed, under the office's own letterhead."""

from dataclasses import replace
from datetime import date

import pytest

from loket.application.naskah.books import book_in, book_out
from loket.application.naskah.sample import sample_letter
from loket.documents import BarisNaskah, BarisSurat
from loket.models.kantor import Kantor
from tests.cast import NOW
from tests.documents.reading import page_count, words

OUT = BarisNaskah(
    urut=1,
    tanggal=date(2026, 3, 2),
    nomor="000.1.5/1/403.000/III/2026",
    jenis="Surat undangan",
    tujuan="Kepala Dinas Kependudukan",
    hal="Technical meeting",
    penanda_tangan="Hendra Prasetya Wibawa",
    keadaan="Berlaku",
)
IN = BarisSurat(
    agenda="1/2026",
    diterima=date(2026, 3, 2),
    asal="Dinas Kependudukan",
    nomor="B/500.12/118/403.112/2026",
    tanggal=date(2026, 2, 27),
    hal="Permintaan pengadaan aplikasi",
    sifat="Biasa",
    diteruskan="Ratna Kusumaningrum",
    permintaan="APL-2026-0001",
)


@pytest.fixture(autouse=True)
def _address(office: object) -> None:
    Kantor.objects.update(alamat="Jalan Pahlawan 1 Magetan")


def test_the_book_out_tells_what_it_was_filtered_by_and_holds_every_line() -> None:
    lines = tuple(replace(OUT, urut=urut, hal=f"Undangan rapat {urut}") for urut in range(1, 61))

    book = book_out(lines, judul="Buku Agenda Surat Keluar", saringan="Tahun: 2026", now=NOW)

    said = " ".join(words(book))
    assert page_count(book) > 1
    assert [urut for urut in range(1, 61) if f"Undangan rapat {urut}" not in said] == []
    assert "Jalan Pahlawan 1 Magetan" in said
    assert "Tahun: 2026" in said


def test_the_book_in_says_where_each_letter_went() -> None:
    said = " ".join(words(book_in((IN,), judul="Buku Agenda Surat Masuk", saringan="", now=NOW)))

    assert "Jalan Pahlawan 1 Magetan" in said
    for told in ("1/2026", "Ratna Kusumaningrum", "APL-2026-0001"):
        assert told in said


def test_the_sample_letter_is_a_picture_that_shows_the_letterhead() -> None:
    before = sample_letter(NOW)
    Kantor.objects.update(alamat="Jalan Basuki Rahmat 2 Magetan")

    assert before.startswith(b"\x89PNG")
    assert sample_letter(NOW) != before
