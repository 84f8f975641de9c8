"""GitLab has sixty working minutes to answer; nights, holidays and pauses are not counted."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.core.awaiting import PATIENCE_MINUTES, awaited
from loket.core.clock import Run
from loket.core.pause import Reason
from loket.core.zone import ZONE
from loket.sop.shipped_calendar import load

CALENDAR = load()


def on(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    """A moment of 2026; the offices close at 16.00, on Fridays at 15.00."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def asked(moment: datetime) -> Run:
    return Run.opened("status_gitlab", 1, moment)


def test_a_minute_before_the_hour_is_up_the_refusal_says_since_when_and_from_when() -> None:
    waiting = awaited(asked(on(31, 9)), CALENDAR, on(31, 9, 59))

    assert (waiting.since, waiting.until, waiting.is_over) == (on(31, 9), on(31, 10), False)
    assert " ".join(waiting.verdict.unmet) == (
        "Jawaban GitLab masih ditunggu sejak Selasa, 31 Maret 2026 pukul 09.00. Bila GitLab belum menjawab, "
        "status dapat dipastikan dengan catatan mulai Selasa, 31 Maret 2026 pukul 10.00."
    )


def test_after_sixty_minutes_a_note_may_stand_for_the_answer() -> None:
    waiting = awaited(asked(on(31, 9)), CALENDAR, on(31, 10))

    assert waiting.is_over
    assert waiting.verdict


def test_the_night_is_not_counted() -> None:
    run = asked(on(31, 15, 30))

    until = CALENDAR.add_minutes(CALENDAR.next_open(on(1, 0, month=4)), 30)

    assert awaited(run, CALENDAR, on(31, 23)).until == until
    assert not awaited(run, CALENDAR, until - timedelta(minutes=1)).is_over
    assert awaited(run, CALENDAR, until).is_over


def test_a_holiday_and_a_weekend_are_not_counted() -> None:
    """Good Friday of 2026 is 3 April; the Monday after it is an ordinary day."""
    run = asked(on(2, 15, 30, month=4))

    until = awaited(run, CALENDAR, on(4, 12, month=4)).until

    assert until == CALENDAR.add_minutes(CALENDAR.next_open(on(6, 0, month=4)), 30)


def test_a_pause_is_not_counted_and_while_it_lasts_nobody_can_say_when() -> None:
    run = asked(on(31, 9)).pause(on(31, 9, 20), Reason.PRASARANA)
    resting = awaited(run, CALENDAR, on(31, 11))
    assert (resting.until, resting.is_over) == (None, False)
    assert "setelah 60 menit kerja tanpa jawaban" in resting.verdict.unmet[0]

    run = run.resume(on(31, 11))

    assert awaited(run, CALENDAR, on(31, 11)).until == on(31, 11, 40)
    assert not awaited(run, CALENDAR, on(31, 11, 39)).is_over
    assert awaited(run, CALENDAR, on(31, 11, 40)).is_over


@pytest.mark.parametrize("year", (2027, 2035))
def test_where_the_calendar_ends_nobody_can_say_when(year: int) -> None:
    closing = CALENDAR.closing(CALENDAR.last)
    assert closing

    waiting = awaited(asked(closing), CALENDAR, closing.replace(year=year))

    assert (waiting.until, waiting.is_over) == (None, False)


@given(st.integers(0, 60 * 24 * 20), st.integers(0, 60 * 24 * 5), st.integers(0, 600), st.integers(0, 600))
def test_the_moment_that_was_said_is_the_first_at_which_it_is_possible(
    start: int, passed: int, before: int, length: int
) -> None:
    minute = on(1, 8, month=9).timestamp()
    at = [datetime.fromtimestamp(minute + 60 * count, ZONE) for count in (start, start + before)]
    run = asked(at[0]).pause(at[1], Reason.OPD)
    resumed = datetime.fromtimestamp(at[1].timestamp() + 60 * length, ZONE)
    run = run.resume(resumed)
    now = datetime.fromtimestamp(resumed.timestamp() + 60 * passed, ZONE)

    waiting = awaited(run, CALENDAR, now)

    if waiting.until is None:
        assert waiting.is_over
        return
    assert waiting.until > now
    assert awaited(run, CALENDAR, waiting.until).is_over
    just_before = datetime.fromtimestamp(waiting.until.timestamp() - 1, ZONE)
    assert not awaited(run, CALENDAR, max(just_before, now)).is_over
    assert awaited(run, CALENDAR, max(just_before, now)).until == waiting.until
    assert PATIENCE_MINUTES == 60
