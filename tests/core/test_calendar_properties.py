"""What holds of working time for any hours, any holidays and any moments."""

from datetime import date, datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from loket.core.calendar import CalendarNotFilled
from tests.core.calendar_cases import LAST, SECOND, Office, moments, offices, wib

MINUTE = timedelta(minutes=1)
END = wib("2026-06-30 23:59:59")
EARLY = moments(until=wib("2026-06-08"))
OFFICES = offices()
COUNTS = st.integers(0, 400)
THOROUGH = settings(deadline=None)


@given(OFFICES, EARLY, COUNTS)
@THOROUGH
def test_counting_to_what_was_added_gives_what_was_added(office: Office, start: datetime, n: int) -> None:
    calendar = office.calendar()
    try:
        in_minutes, in_seconds = calendar.add_minutes(start, n), calendar.add_seconds(start, n)
    except CalendarNotFilled:
        assume(False)
    assert calendar.minutes_between(start, in_minutes) == n
    assert calendar.seconds_between(start, in_seconds) == n


@given(OFFICES, EARLY, st.integers(1, 400))
@THOROUGH
def test_one_second_earlier_is_not_enough(office: Office, start: datetime, n: int) -> None:
    calendar = office.calendar()
    try:
        end = calendar.add_minutes(start, n)
    except CalendarNotFilled:
        assume(False)
    assert start < end
    assert calendar.minutes_between(start, end - SECOND) == n - 1
    assert calendar.is_open(end - SECOND)


@given(OFFICES, EARLY, EARLY, COUNTS, COUNTS)
@THOROUGH
def test_more_time_or_a_later_start_never_ends_earlier(
    office: Office, one: datetime, other: datetime, n: int, m: int
) -> None:
    calendar = office.calendar()
    try:
        least = calendar.add_minutes(min(one, other), min(n, m))
        most = calendar.add_minutes(max(one, other), max(n, m))
    except CalendarNotFilled:
        assume(False)
    assert least <= most


@given(OFFICES, EARLY, EARLY, st.integers(0, 4), st.integers(0, 4))
@THOROUGH
def test_more_days_or_a_later_start_never_end_earlier(
    office: Office, one: datetime, other: datetime, n: int, m: int
) -> None:
    calendar = office.calendar()
    try:
        least = calendar.add_days(min(one, other), min(n, m))
        most = calendar.add_days(max(one, other), max(n, m))
    except CalendarNotFilled:
        assume(False)
    assert least <= most


@given(OFFICES, moments(), moments(), moments())
@THOROUGH
def test_seconds_of_adjoining_intervals_add_up(office: Office, a: datetime, b: datetime, c: datetime) -> None:
    calendar = office.calendar()
    a, b, c = sorted((a, b, c))
    assert calendar.seconds_between(a, c) == calendar.seconds_between(a, b) + calendar.seconds_between(b, c)
    assert calendar.days_between(a, c) == calendar.days_between(a, b) + calendar.days_between(b, c)


@given(OFFICES, moments(), moments())
@THOROUGH
def test_backwards_there_is_no_working_time(office: Office, a: datetime, b: datetime) -> None:
    calendar = office.calendar()
    later, earlier = max(a, b), min(a, b)
    assert calendar.seconds_between(later, earlier) == 0
    assert calendar.days_between(later, earlier) == 0


@given(OFFICES, st.dates(date(2026, 6, 2), LAST), EARLY, COUNTS, st.integers(0, 4))
@THOROUGH
def test_a_new_holiday_never_makes_a_date_earlier(
    office: Office, day: date, start: datetime, n: int, days: int
) -> None:
    before, after = office.calendar(), office.with_holiday(day).calendar()
    try:
        ends = after.add_minutes(start, n), after.add_days(start, days)
    except CalendarNotFilled:
        assume(False)
    assert before.add_minutes(start, n) <= ends[0]
    assert before.add_days(start, days) <= ends[1]


@given(OFFICES, EARLY, st.integers(1, 4))
@THOROUGH
def test_counting_days_to_what_was_added_gives_the_days_added(
    office: Office, start: datetime, n: int
) -> None:
    calendar = office.calendar()
    try:
        end = calendar.add_days(start, n)
    except CalendarNotFilled:
        assume(False)
    assert calendar.days_between(start, end) == n
    assert end == calendar.closing(end.date())


@given(offices(grain=60), moments(), st.integers(0, 3_000))
@THOROUGH
def test_minute_by_minute_counting_agrees(office: Office, a: datetime, length: int) -> None:
    a = a.replace(second=0)
    b = min(a + length * MINUTE, END.replace(second=0))
    assert office.calendar().minutes_between(a, b) == office.count(a, b, MINUTE)


@given(OFFICES, moments(), st.integers(0, 3_000))
@THOROUGH
def test_second_by_second_counting_agrees(office: Office, a: datetime, length: int) -> None:
    b = min(a + length * SECOND, END)
    assert office.calendar().seconds_between(a, b) == office.count(a, b, SECOND)


@given(OFFICES, moments(), st.integers(1, 30_000))
@THOROUGH
def test_an_addition_is_refused_only_when_too_little_is_left(office: Office, start: datetime, n: int) -> None:
    calendar = office.calendar()
    try:
        calendar.add_minutes(start, n)
    except CalendarNotFilled:
        assert calendar.seconds_between(start, END) < 60 * n
    else:
        assert calendar.seconds_between(start, END) >= 60 * n
