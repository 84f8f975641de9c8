from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.core.clock import Colour, Run, due_at, measure
from loket.core.sop import Standard, Unit
from loket.core.zone import ZONE
from loket.sop.shipped_calendar import load

CALENDAR = load()


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def standard(value: int | None, unit: Unit, **more: Any) -> Standard:
    return Standard(value=value, unit=unit, text="", text_asli="", **more)


TEN_MINUTES = standard(10, Unit.MENIT_KERJA)
TEN_DAYS = standard(10, Unit.HARI_KERJA)
MEETING = standard(180, Unit.MENIT_KERJA, by_event=True)
AGREED = standard(None, Unit.KESEPAKATAN)


def test_waiting_and_working_are_counted_apart() -> None:
    run = Run.opened("disposisi", 1, at(24, 9)).begin(at(24, 9, 40)).finish(at(24, 9, 48), CALENDAR)

    figures = measure(run, TEN_MINUTES, CALENDAR, at(30, 9))

    assert (figures.waiting_minutes, figures.working_minutes, figures.colour) == (40, 8, Colour.GREEN)


def test_a_task_begun_at_the_end_of_the_day_does_not_run_overnight() -> None:
    run = Run.opened("disposisi", 1, at(23, 15, 55)).begin(at(23, 15, 55)).finish(at(24, 7, 35), CALENDAR)

    assert measure(run, TEN_MINUTES, CALENDAR, at(24, 8)).working_minutes == 10


def test_two_hops_add_up_their_working_time_and_not_the_wait_between() -> None:
    run = Run.opened("disposisi", 1, at(24, 9)).begin(at(24, 9)).hand_over(at(24, 9, 4), CALENDAR)
    run = run.begin(at(24, 11)).finish(at(24, 11, 5), CALENDAR)

    figures = measure(run, TEN_MINUTES, CALENDAR, at(24, 12))

    assert (figures.waiting_minutes, figures.working_minutes) == (116, 9)


@pytest.mark.parametrize(
    ("minutes", "colour"), ((10, Colour.GREEN), (11, Colour.YELLOW), (12, Colour.YELLOW), (13, Colour.RED))
)
def test_plus_minus_allows_a_fifth_more_minutes(minutes: int, colour: Colour) -> None:
    run = Run.opened("disposisi", 1, at(24, 9)).begin(at(24, 9)).finish(at(24, 9, minutes), CALENDAR)

    assert measure(run, TEN_MINUTES, CALENDAR, at(24, 12)).colour is colour


@pytest.mark.parametrize(
    ("done", "days", "colour"),
    (
        (at(8, 17, month=12), 10, Colour.GREEN),
        (at(9, 9, month=12), 11, Colour.YELLOW),
        (at(10, 9, month=12), 12, Colour.RED),
    ),
)
def test_days_count_whole_after_the_day_of_start(done: datetime, days: int, colour: Colour) -> None:
    run = Run.opened("desain", 1, at(24, 8)).begin(at(24, 10)).finish(done, CALENDAR)

    figures = measure(run, TEN_DAYS, CALENDAR, done)

    assert (figures.days, figures.colour, figures.due_at) == (days, colour, at(8, 16, month=12))


def test_the_standard_is_added_to_the_start_or_else_to_the_availability() -> None:
    waiting = Run.opened("disposisi", 1, at(24, 9))

    assert due_at(waiting, TEN_MINUTES, CALENDAR) == at(24, 9, 10)
    assert due_at(waiting.begin(at(24, 10)), TEN_MINUTES, CALENDAR) == at(24, 10, 10)


def test_the_second_hop_has_only_what_the_first_has_left() -> None:
    run = Run.opened("disposisi", 1, at(24, 9)).begin(at(24, 9)).hand_over(at(24, 9, 7), CALENDAR)

    assert due_at(run, TEN_MINUTES, CALENDAR) == at(24, 9, 10)
    assert due_at(run.begin(at(24, 10)), TEN_MINUTES, CALENDAR) == at(24, 10, 3)


def test_a_meeting_is_measured_by_its_own_times() -> None:
    run = Run.opened("rapat_teknis", 1, at(23, 9)).with_event(at(25, 9), at(25, 12))
    run = run.begin(at(26, 8)).finish(at(26, 9), CALENDAR)

    figures = measure(run, MEETING, CALENDAR, at(26, 9))

    assert (figures.working_minutes, figures.waiting_minutes, figures.colour) == (180, 900, Colour.GREEN)


def test_a_meeting_is_due_by_its_agreed_start() -> None:
    run = Run.opened("rapat_teknis", 1, at(23, 9))

    assert due_at(run.with_event(at(25, 9), None), MEETING, CALENDAR) == at(25, 12)
    assert due_at(run, MEETING, CALENDAR) == at(23, 12)


def test_an_event_that_lies_ahead_has_not_been_worked_yet() -> None:
    run = Run.opened("serah_terima", 1, at(23, 15)).with_event(at(25, 9), at(25, 12))

    figures = measure(run, MEETING, CALENDAR, at(24, 8))

    assert (figures.waiting_minutes, figures.working_minutes) == (90, 0)


def test_an_agreed_time_ends_with_the_closing_time_of_its_date() -> None:
    run = Run.opened("implementasi", 1, at(2, 9), agreed=date(2026, 11, 24))

    assert due_at(run, AGREED, CALENDAR) == at(24, 16)
    assert due_at(Run.opened("implementasi", 1, at(2, 9)), AGREED, CALENDAR) is None


def test_an_agreed_date_that_became_a_holiday_ends_on_the_working_day_before() -> None:
    run = Run.opened("implementasi", 1, at(2, 9), agreed=date(2026, 12, 25))

    assert due_at(run, AGREED, CALENDAR) == at(23, 16, month=12)


@pytest.mark.parametrize(
    ("done", "colour"), ((at(13, 9), Colour.GREEN), (at(16, 9), Colour.YELLOW), (at(17, 9), Colour.RED))
)
def test_an_agreed_time_is_judged_by_the_days_it_allowed(done: datetime, colour: Colour) -> None:
    run = (
        Run.opened("implementasi", 1, at(2, 9), agreed=date(2026, 11, 13))
        .begin(at(2, 9))
        .finish(done, CALENDAR)
    )

    assert measure(run, AGREED, CALENDAR, done).colour is colour


def test_without_an_agreement_nothing_is_late() -> None:
    run = Run.opened("implementasi", 1, at(2, 9)).begin(at(2, 9))

    assert measure(run, AGREED, CALENDAR, at(30, 9)).colour is Colour.GREEN


def test_beginning_twice_changes_nothing() -> None:
    run = Run.opened("desain", 1, at(24, 9)).begin(at(24, 10))

    assert run.begin(at(25, 10)) == run


def test_an_open_run_is_measured_up_to_now() -> None:
    run = Run.opened("desain", 1, at(24, 9)).begin(at(24, 10))

    figures = measure(run, TEN_DAYS, CALENDAR, at(25, 8))

    assert (figures.waiting_minutes, figures.working_minutes, figures.days) == (60, 300 + 30, 1)
    assert measure(Run.opened("desain", 1, at(24, 9)), TEN_DAYS, CALENDAR, at(25, 8)).days == 0


moments = st.integers(0, 1_000 * 24 * 60).map(
    lambda minutes: datetime(2025, 2, 1, tzinfo=ZONE) + timedelta(minutes=minutes)
)


@given(st.lists(moments, min_size=4, max_size=4).map(sorted))
def test_waiting_and_working_add_up_to_the_elapsed_working_time(times: list[datetime]) -> None:
    opened, begun, handed_over, done = times
    run = (
        Run.opened("disposisi", 1, opened)
        .begin(begun)
        .hand_over(handed_over, CALENDAR)
        .finish(done, CALENDAR)
    )

    figures = measure(run, TEN_MINUTES, CALENDAR, done)

    assert figures.waiting + figures.working == CALENDAR.seconds_between(opened, done)


@given(st.lists(moments, min_size=2, max_size=2).map(sorted), st.integers(1, 30))
def test_starting_later_is_never_due_earlier(times: list[datetime], days: int) -> None:
    run = Run.opened("desain", 1, datetime(2025, 1, 2, 9, tzinfo=ZONE))
    first, second = (due_at(run.begin(moment), standard(days, Unit.HARI_KERJA), CALENDAR) for moment in times)

    assert first is not None
    assert second is not None
    assert first <= second
