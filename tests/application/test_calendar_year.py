"""A year is reckoned with once an admin has said, with its decree, that all its holidays are recorded."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from loket.application.calendar_change import recompute_due_dates
from loket.application.errors import Invalid, Refused
from loket.application.office.calendar import (
    PASSED,
    HolidayData,
    YearData,
    add_holiday,
    add_schedule,
    complete_year,
    remove_holiday,
)
from loket.application.office.schedule import ScheduleData
from loket.cli.demo.walk import office_calendar
from loket.core.zone import ZONE
from loket.models.entry import Entry
from loket.models.kantor import Kantor, calendar_of
from loket.models.pengerjaan import Pengerjaan
from tests.cast import NOW, Road

NEXT = YearData(year=2028, decree="SKB Nomor 1 Tahun 2027")


@pytest.fixture(autouse=True)
def _calendars_of_this_test_only() -> Iterator[None]:
    """Versions are kept by number, and the rollback gives the numbers out again."""
    calendar_of.cache_clear()
    yield
    calendar_of.cache_clear()


def holiday(day: int) -> HolidayData:
    return HolidayData(day=date(2028, 1, day), nama="Libur daerah", kind="lokal")


def test_the_next_year_is_reckoned_with_once_it_is_said_to_be_complete(road: Road) -> None:
    admin = road.actor("admin")
    add_holiday(holiday(3), actor=admin, now=NOW)
    assert office_calendar().last == date(2027, 12, 31)

    complete_year(NEXT, actor=admin, now=NOW)

    assert office_calendar().last == date(2028, 12, 31)
    assert not office_calendar().is_working_day(date(2028, 1, 3))
    entry = Entry.objects.filter(subject="kantor").latest("seq")
    assert entry.kind == "kalender.year_completed"
    version = Kantor.objects.get().calendar_version
    assert entry.particulars == {"year": 2028, "decree": NEXT.decree, "calendar_version": version}


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    (
        ({}, "year", "Catat hari libur tahun 2028 dahulu."),
        ({"year": 2027}, "year", "Kalender tahun 2027 sudah dinyatakan lengkap."),
        ({"year": 2029}, "year", "Lengkapi kalender tahun 2028 dahulu."),
    ),
)
def test_only_the_next_year_with_holidays_in_it_is_complete(
    road: Road, changed: Mapping[str, Any], field: str, sentence: str
) -> None:
    with pytest.raises(Invalid) as invalid:
        complete_year(replace(NEXT, **changed), actor=road.actor("admin"), now=NOW)

    assert dict(invalid.value.problems) == {field: [sentence]}
    assert office_calendar().last == date(2027, 12, 31)


def test_every_reason_against_a_complete_year_is_said_at_once(road: Road) -> None:
    with pytest.raises(Invalid) as invalid:
        complete_year(replace(NEXT, decree=" "), actor=road.actor("admin"), now=NOW)

    assert list(invalid.value.problems) == ["decree", "year"]


def test_a_year_that_began_before_it_was_complete_can_still_be_filled(road: Road) -> None:
    admin, late = road.actor("admin"), NOW.replace(year=2028)

    new_year = add_holiday(holiday(3), actor=admin, now=late)
    forgotten = add_holiday(holiday(4), actor=admin, now=late)
    remove_holiday(forgotten, actor=admin, now=late)
    complete_year(NEXT, actor=admin, now=late)

    assert not office_calendar().is_working_day(new_year.day)
    with pytest.raises(Invalid, match=PASSED):
        remove_holiday(new_year, actor=admin, now=late)


def test_so_are_hours_of_a_year_that_began_before_it_was_complete(road: Road) -> None:
    late = NOW.replace(year=2028)
    windows = {day: ((time(8), time(12)),) for day in range(5)}
    ramadan = ScheduleData(
        label="Ramadan 1449 Hijriah",
        valid_from=date(2028, 1, 28),
        valid_until=date(2028, 2, 25),
        windows=windows,
    )

    add_schedule(ramadan, actor=road.actor("admin"), now=late)

    with pytest.raises(Invalid, match="paling awal besok"):
        add_schedule(replace(ramadan, valid_from=date(2027, 12, 31)), actor=road.actor("admin"), now=late)


def test_what_had_no_due_date_gets_one(at: Callable[..., Road]) -> None:
    road = at("analisis", "susun")
    road.wait_until_possible()
    Pengerjaan.objects.filter(permintaan__nomor=road.nomor, done_at=None).update(
        available_at=datetime(2027, 12, 20, 9, 0, tzinfo=ZONE),
        since=datetime(2027, 12, 20, 9, 0, tzinfo=ZONE),
    )
    admin = road.actor("admin")
    recompute_due_dates(road.now)
    assert road.permintaan.due_at is None

    add_holiday(holiday(3), actor=admin, now=NOW)
    complete_year(NEXT, actor=admin, now=NOW)
    recompute_due_dates(road.now)

    assert road.permintaan.due_at == datetime(2028, 1, 12, 16, 0, tzinfo=ZONE)


def test_only_an_admin_says_so(road: Road) -> None:
    with pytest.raises(Refused):
        complete_year(NEXT, actor=road.actor("kadis"), now=NOW)
