"""Typed text becomes what the template may hold: drawable characters, dates in Indonesian, kinds by name."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from loket.documents.isi import Rincian
from loket.documents.parts import Kop
from loket.documents.plain import drawn, one_line, plain
from tests.documents.agreements import ADDENDUM
from tests.documents.people import KASI


def test_spaces_of_every_kind_become_plain_and_every_line_end_becomes_one() -> None:
    assert drawn("satu\r\ndua\u2028tiga\u00a0empat\tlima\rEnam") == "satu\ndua\ntiga empat lima\nEnam"


def test_one_line_has_no_double_spaces_or_line_breaks() -> None:
    assert one_line("  Aplikasi\n\n antrean\u00a0 ") == "Aplikasi antrean"


def test_a_soft_hyphen_and_a_joiner_are_not_printed() -> None:
    assert drawn("ka\u00adta\u200dku") == "kataku"


def test_a_dataclass_names_its_kind_and_holds_its_fields() -> None:
    assert plain(Rincian((("Nama", "Antrean"),))) == {"ini": "Rincian", "butir": [["Nama", "Antrean"]]}


def test_a_field_printed_in_capitals_holds_a_box_where_the_capital_cannot_be_drawn() -> None:
    kop = Kop(pemerintah="Kabupaten Magetan", instansi="ɐ é", alamat="Jalan é")
    assert plain(kop) == {
        "ini": "Kop",
        "pemerintah": "Kabupaten Magetan",
        "pemerintah_kapital": "KABUPATEN MAGETAN",
        "instansi": "□ É",
        "alamat": "Jalan é",
        "kontak": "",
        "kertas": "a4",
    }


def test_a_field_also_printed_in_capitals_is_held_twice() -> None:
    held = plain(ADDENDUM)
    assert isinstance(held, dict)
    assert (held["atas"], held["atas_kapital"]) == (ADDENDUM.atas, ADDENDUM.atas.upper())


@pytest.mark.parametrize(
    ("typed", "printed"),
    (
        ("197605201995111001", "19760520 199511 1 001"),
        ("19760520 199511 1 001", "19760520 199511 1 001"),
        ("1976", "1976"),
        ("19760520199511100x", "19760520199511100x"),
        ("", ""),
    ),
)
def test_an_nip_is_printed_in_its_groups_and_anything_else_as_typed(typed: str, printed: str) -> None:
    signer = plain(replace(KASI, nip=typed))
    assert isinstance(signer, dict)
    assert signer["nip"] == printed


def test_a_day_is_held_in_every_way_in_which_it_is_printed() -> None:
    assert plain(dt.date(2026, 11, 24)) == {
        "tanggal": "24 November 2026",
        "angka": "24/11/2026",
        "hari": "Selasa",
        "terbilang": "Selasa tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam",
    }


def test_a_time_belongs_to_the_day_that_the_office_has() -> None:
    held = plain(dt.datetime(2026, 11, 24, 18, 5, tzinfo=dt.UTC))
    assert isinstance(held, dict)
    assert (held["tanggal"], held["jam"]) == ("25 November 2026", "01.05")


def test_a_time_without_its_zone_is_refused() -> None:
    with pytest.raises(TypeError, match="without its zone"):
        plain(dt.datetime(2026, 11, 24, 18, 5))  # noqa: DTZ001 - that is the point


def test_a_decimal_has_a_comma() -> None:
    assert plain(Decimal("76.25")) == "76,25"


def test_numbers_and_nothing_stay_as_they_are() -> None:
    assert plain((1, None)) == [1, None]


def test_a_value_that_no_document_holds_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot hold float"):
        plain((1.5,))
