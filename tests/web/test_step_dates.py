"""Dates and times as people write them."""

from datetime import date, time

import pytest

from loket.web.steps.dates import moment, read_date, read_time

TODAY = date(2026, 11, 24)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("written", "meant"),
    (
        ("26/11/2026", date(2026, 11, 26)),
        ("26-11-2026", date(2026, 11, 26)),
        ("26.11.2026", date(2026, 11, 26)),
        ("6/1/2027", date(2027, 1, 6)),
        ("2026-11-26", date(2026, 11, 26)),
        ("26 nov 2026", date(2026, 11, 26)),
        ("26 November 2026", date(2026, 11, 26)),
        (" 26  Agt  2026 ", date(2026, 8, 26)),
        ("Kamis, 26 November 2026", date(2026, 11, 26)),
        ("hari ini", TODAY),
        ("besok", date(2026, 11, 25)),
        ("Besok", date(2026, 11, 25)),
        ("lusa", date(2026, 11, 26)),
        ("kamis", date(2026, 11, 26)),
        ("hari Jumat", date(2026, 11, 27)),
        ("senin", date(2026, 11, 30)),
        ("selasa", date(2026, 12, 1)),
    ),
)
def test_a_date_is_read_as_it_is_said(written: str, meant: date) -> None:
    assert read_date(written, TODAY) == meant


@pytest.mark.parametrize(
    "written",
    (
        *("", "tanggal", "31/2/2026", "26/13/2026", "26/11", "26/11/26", "26/11/0026", "26/11/9999"),
        *("26 brumaire 2026", "\u0662\u0666/11/2026", "26/11/2026\x00", "kemarin sore"),
        pytest.param("x" * 100_000, id="endless"),
    ),
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert read_date(written, TODAY) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    (
        ("13.00", time(13)),
        ("13:00", time(13)),
        ("8.05", time(8, 5)),
        ("9", time(9)),
        ("pukul 09.30 WIB", time(9, 30)),
        ("24.00", None),
        ("13.60", None),
        ("13.5", None),
        ("siang", None),
        ("", None),
        ("\u0669.00", None),
    ),
)
def test_a_time_is_read_with_a_stop_or_a_colon(written: str, meant: time | None) -> None:
    assert read_time(written) == meant


def test_a_moment_needs_both_a_date_and_a_time() -> None:
    assert moment(TODAY, None) is None
    assert moment(None, time(9)) is None
    assert str(moment(TODAY, time(9))) == "2026-11-24 09:00:00+07:00"
