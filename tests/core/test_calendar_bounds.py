"""No calendar, however absurd, lets a computation run on: it is refused, or every question has an end."""

import ast
import inspect
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.core import account, calendar, calendar_plan, clock, pause, shares
from loket.core.calendar import Calendar, CalendarNotFilled, Holiday, InvalidCalendar, Schedule
from tests.core.calendar_cases import WIB, hours

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
LIMIT = 200_000
ORDINARY = Schedule(date(2020, 1, 1), None, {day: hours("07:30-16:00") for day in range(5)}, "biasa")

times = st.times().map(lambda moment: moment.replace(microsecond=0))
windows = st.lists(st.tuples(times, times), max_size=3).map(tuple)
schedules = st.builds(
    Schedule,
    valid_from=st.dates(),
    valid_until=st.none() | st.dates(),
    windows=st.dictionaries(st.integers(-1, 8), windows, max_size=7),
    label=st.just("sementara"),
)
days = st.dates(FIRST, LAST) | st.dates()
holidays = st.builds(Holiday, days, st.just("Libur"), st.just("lokal"))
moments = st.datetimes(timezones=st.just(WIB))


def with_ordinary_hours(plan: list[Schedule]) -> list[Schedule]:
    """Most random plans leave a gap; these do not."""
    return [*plan, ORDINARY]


def every_day_of(year: int) -> list[Holiday]:
    first = date(year, 1, 1)
    return [Holiday(first + timedelta(days=number), "Libur", "lokal") for number in range(366)]


def ends(question: Callable[..., Any], *about: Any) -> bool:
    """Whether it is answered, be it with the year that is missing."""
    try:
        question(*about)
    except CalendarNotFilled:
        return True
    return True


@given(
    st.lists(schedules, max_size=4) | st.lists(schedules, max_size=4).map(with_ordinary_hours),
    st.lists(holidays, max_size=20),
    st.tuples(moments, moments),
    st.integers(0, LIMIT),
)
def test_every_calendar_is_refused_or_answers(
    plan: list[Schedule], closed: list[Holiday], between_two: tuple[datetime, datetime], n: int
) -> None:
    try:
        built = Calendar.build(plan, closed, FIRST, LAST)
    except InvalidCalendar:
        return
    a, b = between_two
    assert all(ends(question, a, n) for question in (built.add_seconds, built.add_minutes, built.add_days))
    between = (built.seconds_between, built.days_between, built.closings_between, built.holidays_between)
    assert all(ends(question, a, b) for question in (*between, built.closed_dates_between))
    assert ends(built.next_open, a)
    for year in (2026, 2027):
        begin, end = (datetime.combine(date(year, *day), time(12), WIB) for day in ((1, 1), (12, 31)))
        assert built.seconds_between(begin.replace(hour=0), end.replace(hour=23, minute=59, second=59)) > 0


@pytest.mark.parametrize("year", (2026, 2027))
def test_a_year_of_nothing_but_holidays_is_refused(year: int) -> None:
    with pytest.raises(InvalidCalendar, match=f"Kalender tahun {year} tidak memuat satu hari kerja pun"):
        Calendar.build([ORDINARY], every_day_of(year), FIRST, LAST)


def test_a_year_that_is_known_in_part_may_be_closed_in_that_part() -> None:
    shut = [holiday for holiday in every_day_of(2027) if holiday.date.month == 1]

    built = Calendar.build([ORDINARY], shut, date(2026, 7, 1), date(2027, 1, 31))

    assert built.is_working_day(date(2026, 12, 31))


@pytest.mark.parametrize("module", (account, calendar, calendar_plan, clock, pause, shares))
def test_nothing_that_reckons_time_repeats_until_something_happens(module: ModuleType) -> None:
    """Loops go over what is there, which is finite; there is no `while`, and no function calls itself."""
    tree = ast.parse(inspect.getsource(module))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]

    assert not [node for node in ast.walk(tree) if isinstance(node, ast.While)]
    for function in functions:
        called = {
            node.func.id
            for node in ast.walk(function)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert function.name not in called
