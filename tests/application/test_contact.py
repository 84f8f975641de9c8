"""Telephone numbers as people write them."""

import pytest

from loket.application.contact import e164, problem_with_phone


@pytest.mark.parametrize(
    "written",
    (
        "0812-3456-7890",
        "081234567890",
        " 0812 3456 7890 ",
        "62 812 3456 7890",
        "6281234567890",
        "+62 812-3456-7890",
        "(0812) 3456.7890",
    ),
)
def test_a_number_is_kept_the_same_however_it_is_written(written: str) -> None:
    assert e164(written) == "+6281234567890"
    assert problem_with_phone(written) is None


@pytest.mark.parametrize("written", ("0351-895123", "+62351895123"))
def test_an_office_has_a_fixed_line(written: str) -> None:
    assert e164(written) == "+62351895123"


@pytest.mark.parametrize(
    "written",
    (
        *("12", "bukan nomor", "0812", "0" * 30, "+999 123", "0000000000", "999999", "08123"),
        *("+62 812 abc 3456 7890", "0800-CALLNOW", "6281234567890; drop", "0812\u0663456789"),
    ),
)
def test_what_is_no_number_is_said_so(written: str) -> None:
    assert e164(written) is None
    assert problem_with_phone(written) == "Nomor telepon tidak dikenali. Tulis seperti 0812-3456-7890."


def test_a_flood_of_digits_is_no_number_either() -> None:
    assert e164("9" * 100_000) is None


@pytest.mark.parametrize("written", ("", "  "))
def test_nothing_is_asked_for(written: str) -> None:
    assert problem_with_phone(written) == "Isi nomor telepon."
