"""The shipped hours and holidays are those of the decrees."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from loket.sop import shipped_calendar
from tests.core.calendar_cases import WIB

CALENDAR = shipped_calendar.load()


@pytest.mark.parametrize(("year", "days"), ((2025, 237), (2026, 240), (2027, 242)))
def test_working_days_of_a_year(year: int, days: int) -> None:
    dates = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
    assert sum(CALENDAR.is_working_day(day) for day in dates) == days


def test_the_calendar_holds_three_years() -> None:
    assert (CALENDAR.first, CALENDAR.last) == (date(2025, 1, 1), date(2027, 12, 31))
    assert CALENDAR.zone.key == "Asia/Jakarta"


def test_each_years_holidays_are_as_many_as_decreed() -> None:
    counted = Counter((holiday.date.year, holiday.kind) for holiday in shipped_calendar.holidays())
    assert counted == {
        (2025, "libur_nasional"): 17,
        (2025, "cuti_bersama"): 11,
        (2026, "libur_nasional"): 17,
        (2026, "cuti_bersama"): 8,
        (2027, "libur_nasional"): 18,
        (2027, "cuti_bersama"): 8,
    }


def test_no_date_is_listed_twice_and_they_come_in_order() -> None:
    dates = [holiday.date for holiday in shipped_calendar.holidays()]
    assert dates == sorted(set(dates))


@pytest.mark.parametrize(
    ("monday", "minutes"),
    (
        (date(2025, 3, 3), 390),
        (date(2025, 3, 24), 390),
        (date(2025, 4, 21), 450),
        (date(2026, 2, 23), 390),
        (date(2026, 3, 9), 390),
        (date(2026, 4, 6), 450),
        (date(2026, 11, 23), 450),
        (date(2027, 2, 8), 390),
        (date(2027, 3, 1), 390),
        (date(2027, 3, 29), 450),
    ),
)
def test_every_working_day_of_a_week_holds_the_minutes_of_the_perpres(monday: date, minutes: int) -> None:
    midnight = datetime(monday.year, monday.month, monday.day, tzinfo=WIB)
    midnights = [midnight + timedelta(days=number) for number in range(6)]
    worked = [CALENDAR.minutes_between(a, b) for a, b in pairwise(midnights)]
    assert worked == [minutes if CALENDAR.is_working_day(a.date()) else 0 for a in midnights[:5]]
    assert sum(worked) >= minutes * 4


@pytest.mark.parametrize(
    ("day", "closing"),
    (
        (date(2025, 2, 28), "16:30"),
        (date(2025, 3, 3), "15:00"),
        (date(2025, 3, 27), "15:00"),
        (date(2026, 2, 18), "16:00"),
        (date(2026, 2, 19), "15:00"),
        (date(2026, 3, 17), "15:00"),
        (date(2026, 3, 25), "16:00"),
        (date(2027, 2, 4), "16:00"),
        (date(2027, 2, 8), "15:00"),
        (date(2027, 3, 5), "15:30"),
        (date(2027, 3, 16), "16:00"),
    ),
)
def test_ramadan_hours_hold_from_its_first_day_to_its_last(day: date, closing: str) -> None:
    closes = CALENDAR.closing(day)
    assert closes is not None
    assert f"{closes:%H:%M}" == closing


def test_the_day_added_in_mid_year_cites_the_amending_decree() -> None:
    (added,) = (holiday for holiday in shipped_calendar.holidays() if holiday.date == date(2025, 8, 18))
    assert (added.kind, added.name) == ("cuti_bersama", "Hari Kemerdekaan Republik Indonesia")
    assert "Nomor 933 Tahun 2025" in added.decree


def test_every_other_holiday_cites_the_decree_of_its_year() -> None:
    numbers = {2025: "1017 Tahun 2024", 2026: "1497 Tahun 2025", 2027: "1205 Tahun 2026"}
    others = [holiday for holiday in shipped_calendar.holidays() if holiday.date != date(2025, 8, 18)]
    assert [h.date for h in others if f"Nomor {numbers[h.date.year]}" not in h.decree] == []


def test_only_dates_a_sidang_isbat_may_still_move_are_estimates() -> None:
    estimates = [holiday.date for holiday in shipped_calendar.holidays() if holiday.is_estimate]
    assert estimates == [date(2027, 3, 10), date(2027, 3, 11), date(2027, 5, 17)]


def test_schedules_are_the_ordinary_hours_and_three_ramadan() -> None:
    assert [(s.valid_from, s.valid_until, s.label) for s in shipped_calendar.schedules()] == [
        (date(2025, 1, 1), None, "Jam kerja biasa"),
        (date(2025, 3, 1), date(2025, 3, 30), "Ramadan 1446 Hijriah"),
        (date(2026, 2, 19), date(2026, 3, 20), "Ramadan 1447 Hijriah"),
        (date(2027, 2, 8), date(2027, 3, 9), "Ramadan 1448 Hijriah (perkiraan)"),
    ]


def test_the_file_is_read_once() -> None:
    assert shipped_calendar.load() is CALENDAR
