"""The number of a letter is the office's own pattern, filled in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.core.letter_number import DEFAULT, Parts, letter_number, problem_with_pattern

PLAIN = "{klasifikasi}/{nomor}/{tahun}"
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2050, 12, 31))


def parts(urut: int = 7, day: date = date(2026, 3, 2)) -> Parts:
    return Parts(urut=urut, klasifikasi="800.1.11.1", keamanan="B", unit="403.115", day=day)


@pytest.mark.parametrize(
    ("pattern", "number"),
    (
        (DEFAULT, "800.1.11.1/007/403.115/III/2026"),
        ("{derajat}/{klasifikasi}/{nomor}/{tahun}", "B/800.1.11.1/007/2026"),
        ("{klasifikasi} {nomor} - {tahun}", "800.1.11.1 007 - 2026"),
    ),
)
def test_a_pattern_is_filled_in(pattern: str, number: str) -> None:
    assert problem_with_pattern(pattern) is None
    assert letter_number(pattern, parts()) == number


def test_beyond_three_digits_a_number_goes_on() -> None:
    assert letter_number("{nomor}/{tahun}", parts(urut=1234)) == "1234/2026"


@given(st.integers(1, 9999), st.integers(1, 9999), DAYS, DAYS)
def test_two_letters_of_a_kind_have_two_numbers(urut: int, other: int, day: date, later: date) -> None:
    same = letter_number(DEFAULT, parts(urut, day)) == letter_number(DEFAULT, parts(other, later))

    assert not same or (urut, day.year, day.month) == (other, later.year, later.month)


@pytest.mark.parametrize(
    ("pattern", "said"),
    (
        ("{nomor}/{tahun}/{rahasia}", "Bagian {rahasia} tidak dikenal."),
        ("{klasifikasi}/{tahun}", "Pola harus memuat {nomor}"),
        ("{klasifikasi}/{nomor}/{bulan_romawi}", "Pola harus memuat {tahun}"),
        ("{nomor}/{unit}/{tahun}", "Pola harus memuat {klasifikasi}"),
        (f"{PLAIN}/{{unit}}/{{unit}}", "Tulis {unit} satu kali saja."),
        (PLAIN + "x" * 80, "Pola paling panjang 80 karakter."),
        (f"{PLAIN}#", "Selain bagian dalam kurung kurawal"),
        (f"{PLAIN}{{", "Selain bagian dalam kurung kurawal"),
        ("{klasifikasi}/{nomor}\r\n/{tahun}", "Selain bagian dalam kurung kurawal"),
        ("{klasifikasi}/{nomor}\t{tahun}", "Selain bagian dalam kurung kurawal"),
        (f"{PLAIN}{{unit}}".ljust(80, "x"), "Nomor dengan pola ini dapat melebihi 120 karakter."),
    ),
)
def test_what_is_wrong_with_a_pattern_is_said(pattern: str, said: str) -> None:
    assert (problem_with_pattern(pattern) or "").startswith(said)
