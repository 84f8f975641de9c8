"""Typed text becomes what the template may hold: drawable characters, dates in Indonesian, kinds by name."""

import datetime as dt

import pytest

from loket.documents.isi import Rincian
from loket.documents.parts import Kop
from loket.documents.plain import drawn, long_date, one_line, plain


def test_spaces_of_every_kind_become_plain_and_every_line_end_becomes_one() -> None:
    assert drawn("satu\r\ndua\u2028tiga\u00a0empat\tlima\rEnam") == "satu\ndua\ntiga empat lima\nEnam"


def test_one_line_has_no_double_spaces_or_line_breaks() -> None:
    assert one_line("  Aplikasi\n\n antrean\u00a0 ") == "Aplikasi antrean"


def test_a_soft_hyphen_and_a_joiner_are_not_printed() -> None:
    assert drawn("ka\u00adta\u200dku") == "kataku"


@pytest.mark.parametrize(
    ("day", "printed"),
    (
        (dt.date(2026, 1, 1), "1 Januari 2026"),
        (dt.date(2026, 8, 17), "17 Agustus 2026"),
        (dt.date(2027, 12, 31), "31 Desember 2027"),
    ),
)
def test_a_date_is_printed_with_the_indonesian_month(day: dt.date, printed: str) -> None:
    assert long_date(day) == printed


def test_a_dataclass_names_its_kind_and_holds_its_fields() -> None:
    assert plain(Rincian((("Nama", "Antrean"),))) == {"ini": "Rincian", "butir": [["Nama", "Antrean"]]}


def test_a_field_printed_in_capitals_holds_a_box_where_the_capital_cannot_be_drawn() -> None:
    kop = Kop(pemerintah="Kabupaten Magetan", instansi="ɐ é", alamat="Jalan é")
    assert plain(kop) == {
        "ini": "Kop",
        "pemerintah": "KABUPATEN MAGETAN",
        "instansi": "□ É",
        "alamat": "Jalan é",
        "kontak": "",
    }


def test_numbers_and_nothing_stay_as_they_are() -> None:
    assert plain((1, None)) == [1, None]


def test_a_value_that_no_document_holds_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot hold float"):
        plain((1.5,))
