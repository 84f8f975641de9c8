"""The rules and vectors of working time on the calendar that comes with Loket."""

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from loket.core.calendar import Calendar, CalendarNotFilled, ClosedDate, Holiday
from loket.sop import shipped_calendar
from tests.core.calendar_cases import WIB, wib

CALENDAR = shipped_calendar.load()
Question = Callable[[], object]


def year_refused(question: Question) -> int:
    with pytest.raises(CalendarNotFilled) as caught:
        question()
    return caught.value.year


@pytest.mark.parametrize(
    ("start", "n", "end"),
    (
        ("2026-11-23 15:55", 10, "2026-11-24 07:35"),
        ("2026-11-27 11:25", 10, "2026-11-27 13:05"),
        ("2026-11-27 16:25", 30, "2026-11-30 07:55"),
        ("2026-03-13 15:25", 15, "2026-03-16 08:10"),
        ("2026-12-23 15:50", 30, "2026-12-28 07:50"),
        ("2026-11-28 10:00", 10, "2026-11-30 07:40"),
        ("2026-11-24 15:50", 10, "2026-11-24 16:00"),
        ("2026-11-24 11:50", 10, "2026-11-24 12:00"),
        ("2026-11-24 11:50", 11, "2026-11-24 13:01"),
        ("2026-11-24 12:30", 1, "2026-11-24 13:01"),
        ("2026-11-24 03:00", 450, "2026-11-24 16:00"),
        ("2026-11-24 09:00:30", 10, "2026-11-24 09:10:30"),
        ("2026-11-24 15:55:30", 10, "2026-11-25 07:35:30"),
        ("2026-11-27 16:30", 0, "2026-11-27 16:30"),
        ("2026-11-28 10:00", 0, "2026-11-28 10:00"),
    ),
)
def test_minutes_run_only_while_the_office_is_open(start: str, n: int, end: str) -> None:
    assert CALENDAR.add_minutes(wib(start), n) == wib(end)


@pytest.mark.parametrize(
    ("start", "n", "end"),
    (
        ("2026-11-24 10:00", 15, "2026-12-15 16:00"),
        ("2026-11-24 10:00", 10, "2026-12-08 16:00"),
        ("2026-03-10 09:00", 15, "2026-04-08 16:00"),
        ("2026-12-15 09:00", 10, "2026-12-31 16:00"),
        ("2026-05-22 09:00", 10, "2026-06-10 16:00"),
        ("2026-11-24 23:59", 1, "2026-11-25 16:00"),
        ("2026-11-26 09:00", 1, "2026-11-27 16:30"),
        ("2026-11-28 09:00", 1, "2026-11-30 16:00"),
        ("2026-11-24 09:00", 0, "2026-11-24 16:00"),
        ("2026-11-28 09:00", 0, "2026-11-30 16:00"),
        ("2025-01-01 00:00", 0, "2025-01-02 16:00"),
    ),
)
def test_days_end_at_the_closing_time_of_the_nth_working_day(start: str, n: int, end: str) -> None:
    assert CALENDAR.add_days(wib(start), n) == wib(end)


@pytest.mark.parametrize(
    ("a", "b", "minutes"),
    (
        ("2026-11-23 15:00", "2026-11-24 09:00", 150),
        ("2026-11-23 00:00", "2026-11-28 00:00", 450 * 5),
        ("2026-03-02 00:00", "2026-03-07 00:00", 390 * 5),
        ("2026-11-24 11:30", "2026-11-24 13:30", 60),
        ("2026-11-27 11:00", "2026-11-27 13:30", 60),
        ("2026-12-24 08:00", "2026-12-28 07:30", 0),
        ("2026-11-24 09:00:00", "2026-11-24 09:00:59", 0),
        ("2026-11-24 09:00:30", "2026-11-24 09:01:30", 1),
        ("2026-11-24 10:00", "2026-11-24 10:00", 0),
        ("2026-11-24 10:00", "2026-11-23 10:00", 0),
    ),
)
def test_only_open_minutes_are_counted(a: str, b: str, minutes: int) -> None:
    assert CALENDAR.minutes_between(wib(a), wib(b)) == minutes


def test_seconds_are_counted_and_parts_of_a_second_are_not() -> None:
    assert CALENDAR.seconds_between(wib("2026-11-24 09:00:00.9"), wib("2026-11-24 09:00:10.1")) == 10
    assert CALENDAR.add_seconds(wib("2026-11-24 15:59:58"), 3) == wib("2026-11-25 07:30:01")
    assert CALENDAR.add_minutes(wib("2026-11-24 09:00:00.9"), 1) == wib("2026-11-24 09:01:00")
    assert CALENDAR.add_minutes(wib("2026-11-24 09:00:00.9"), 0) == wib("2026-11-24 09:00:00.9")


@pytest.mark.parametrize(
    ("a", "b", "days"),
    (
        ("2026-11-24 08:00", "2026-11-24 16:00", 0),
        ("2026-11-24 15:59", "2026-11-25 00:00", 1),
        ("2026-11-27 08:00", "2026-11-29 08:00", 0),
        ("2026-11-27 08:00", "2026-11-30 08:00", 1),
        ("2026-12-23 08:00", "2026-12-28 08:00", 1),
        ("2026-11-24 10:00", "2026-12-15 16:00", 15),
        ("2026-11-25 08:00", "2026-11-24 08:00", 0),
        ("2026-01-01 00:00", "2026-12-31 23:59", 240),
    ),
)
def test_working_days_after_the_first_date_up_to_the_last(a: str, b: str, days: int) -> None:
    assert CALENDAR.days_between(wib(a), wib(b)) == days


@pytest.mark.parametrize("at", ("00:00", "01:30", "09:30", "23:59"))
def test_working_days_until_a_date_are_the_same_all_day_long(at: str) -> None:
    now = wib(f"2026-11-25 {at}").astimezone(UTC)

    assert CALENDAR.days_until(now, date(2026, 11, 26)) == 1
    assert CALENDAR.days_until(now, date(2026, 11, 24)) == 0


def test_the_answer_is_in_the_offices_zone_whatever_zone_was_asked_in() -> None:
    start = datetime(2026, 11, 24, 8, 50, tzinfo=UTC)
    answers = (
        CALENDAR.add_minutes(start, 10),
        CALENDAR.add_minutes(start, 0),
        CALENDAR.add_days(start, 1),
        CALENDAR.next_open(start),
        CALENDAR.next_open(datetime(2026, 11, 24, 10, 0, tzinfo=UTC)),
    )
    assert [answer.isoformat() for answer in answers] == [
        "2026-11-24T16:00:00+07:00",
        "2026-11-24T15:50:00+07:00",
        "2026-11-25T16:00:00+07:00",
        "2026-11-24T15:50:00+07:00",
        "2026-11-25T07:30:00+07:00",
    ]


def test_the_date_is_the_offices_date_not_the_askers() -> None:
    late_in_london = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)
    assert CALENDAR.add_days(late_in_london, 0) == wib("2026-11-24 16:00")


@pytest.mark.parametrize(
    ("day", "opening", "closing"),
    (
        (date(2026, 11, 24), "2026-11-24 07:30", "2026-11-24 16:00"),
        (date(2026, 11, 27), "2026-11-27 07:30", "2026-11-27 16:30"),
        (date(2026, 3, 12), "2026-03-12 08:00", "2026-03-12 15:00"),
        (date(2026, 3, 13), "2026-03-13 08:00", "2026-03-13 15:30"),
    ),
)
def test_a_working_day_has_an_opening_and_a_closing(day: date, opening: str, closing: str) -> None:
    assert (CALENDAR.opening(day), CALENDAR.closing(day)) == (wib(opening), wib(closing))


@pytest.mark.parametrize("day", (date(2026, 11, 28), date(2026, 12, 24), date(2026, 12, 25)))
def test_a_closed_day_has_neither(day: date) -> None:
    assert (CALENDAR.is_working_day(day), CALENDAR.opening(day), CALENDAR.closing(day)) == (False, None, None)


def test_the_last_closing_before_a_date_skips_closed_days() -> None:
    assert CALENDAR.last_closing_before(date(2026, 12, 28)) == wib("2026-12-23 16:00")
    assert CALENDAR.last_closing_before(date(2026, 11, 25)) == wib("2026-11-24 16:00")


@pytest.mark.parametrize(
    ("moment", "is_open", "following"),
    (
        ("2026-11-24 07:29:59", False, "2026-11-24 07:30"),
        ("2026-11-24 07:30:00", True, "2026-11-24 07:30"),
        ("2026-11-24 11:59:59", True, "2026-11-24 11:59:59"),
        ("2026-11-24 12:00:00", False, "2026-11-24 13:00"),
        ("2026-11-24 16:00:00", False, "2026-11-25 07:30"),
        ("2026-11-27 12:00:00", False, "2026-11-27 13:00"),
        ("2026-12-24 09:00:00", False, "2026-12-28 07:30"),
        ("2025-01-01 09:00:00", False, "2025-01-02 07:30"),
    ),
)
def test_open_hours_and_the_next_of_them(moment: str, is_open: bool, following: str) -> None:
    assert (CALENDAR.is_open(wib(moment)), CALENDAR.next_open(wib(moment))) == (is_open, wib(following))


def test_a_figure_is_explained_by_the_closed_dates_in_it() -> None:
    assert CALENDAR.closed_dates_between(wib("2026-12-23 09:00"), wib("2026-12-28 09:00")) == (
        ClosedDate(date(2026, 12, 24), "Hari Raya Natal (cuti bersama)"),
        ClosedDate(date(2026, 12, 25), "Hari Raya Natal (libur nasional)"),
        ClosedDate(date(2026, 12, 26), "Sabtu bukan hari kerja"),
        ClosedDate(date(2026, 12, 27), "Minggu bukan hari kerja"),
    )
    assert CALENDAR.closed_dates_between(wib("2026-12-28 09:00"), wib("2026-12-23 09:00")) == ()


def test_a_holiday_is_found_by_its_date() -> None:
    assert isinstance(CALENDAR.holiday_on(date(2026, 12, 24)), Holiday)
    assert CALENDAR.holiday_on(date(2026, 11, 24)) is None


def test_every_method_refuses_a_year_that_is_not_filled() -> None:
    inside, outside, day = wib("2026-11-24 09:00"), wib("2028-01-01 00:00"), date(2028, 1, 1)
    questions: tuple[Question, ...] = (
        lambda: CALENDAR.add_minutes(outside, 0),
        lambda: CALENDAR.add_seconds(outside, 1),
        lambda: CALENDAR.add_days(outside, 0),
        lambda: CALENDAR.seconds_between(inside, outside),
        lambda: CALENDAR.minutes_between(outside, inside),
        lambda: CALENDAR.days_between(inside, outside),
        lambda: CALENDAR.is_open(outside),
        lambda: CALENDAR.next_open(outside),
        lambda: CALENDAR.closed_dates_between(inside, outside),
        lambda: CALENDAR.is_working_day(day),
        lambda: CALENDAR.opening(day),
        lambda: CALENDAR.closing(day),
        lambda: CALENDAR.last_closing_before(day),
        lambda: CALENDAR.holiday_on(day),
    )
    assert [year_refused(question) for question in questions] == [2028] * len(questions)


def test_the_refusal_names_the_year_in_a_sentence_and_has_a_code() -> None:
    with pytest.raises(LookupError) as caught:
        CALENDAR.is_open(wib("2024-12-31 23:59:59"))
    assert isinstance(caught.value, CalendarNotFilled)
    assert caught.value.code == "kalender_belum_diisi"
    assert str(caught.value) == (
        "Kalender kerja tahun 2024 belum diisi; mohon lengkapi jam kerja dan hari liburnya, lalu nyatakan lengkap."
    )
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own bytes, made above


@pytest.mark.parametrize("n", (10**6, 10**12, 10**40))
def test_more_than_the_calendar_holds_is_refused_at_once(n: int) -> None:
    start = wib("2026-11-24 09:00")
    with pytest.raises(CalendarNotFilled, match="2028"):
        CALENDAR.add_minutes(start, n)
    with pytest.raises(CalendarNotFilled, match="2028"):
        CALENDAR.add_days(start, n)


def test_the_last_working_second_of_the_calendar_can_be_reached_and_not_passed() -> None:
    start, end = wib("2027-12-31 16:29"), wib("2027-12-31 16:30")
    assert (CALENDAR.add_minutes(start, 1), CALENDAR.add_days(wib("2027-12-30 09:00"), 1)) == (end, end)
    questions: tuple[Question, ...] = (
        lambda: CALENDAR.add_seconds(start, 61),
        lambda: CALENDAR.add_days(start, 1),
        lambda: CALENDAR.next_open(end),
    )
    assert [year_refused(question) for question in questions] == [2028, 2028, 2028]


def test_before_the_first_working_day_there_is_no_closing_time() -> None:
    for day in (date(2025, 1, 1), date(2025, 1, 2)):
        with pytest.raises(CalendarNotFilled, match="2024"):
            CALENDAR.last_closing_before(day)


def test_a_calendar_cut_inside_a_year_names_that_year() -> None:
    schedules, holidays = shipped_calendar.schedules(), shipped_calendar.holidays()
    march = Calendar.build(schedules, holidays, date(2026, 3, 2), date(2026, 3, 31))
    with pytest.raises(CalendarNotFilled, match="2026"):
        march.add_days(wib("2026-03-31 09:00"), 1)
    with pytest.raises(CalendarNotFilled, match="2026"):
        march.last_closing_before(date(2026, 3, 2))


@pytest.mark.parametrize(
    "moment",
    (
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-12))),
        datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
    ),
)
def test_the_ends_of_pythons_own_calendar_are_simply_not_filled(moment: datetime) -> None:
    with pytest.raises(CalendarNotFilled) as caught:
        CALENDAR.add_minutes(moment, 1)
    assert caught.value.year == moment.year


def test_a_time_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 24, 9)  # noqa: DTZ001 - the naive time is the subject
    with pytest.raises(ValueError, match="without a zone"):
        CALENDAR.add_minutes(naive, 1)
    with pytest.raises(ValueError, match="without a zone"):
        CALENDAR.seconds_between(naive.replace(tzinfo=WIB), naive)


def test_a_negative_count_is_refused() -> None:
    start = wib("2026-11-24 09:00")
    with pytest.raises(ValueError, match="only be added"):
        CALENDAR.add_minutes(start, -1)
    with pytest.raises(ValueError, match="only be added"):
        CALENDAR.add_days(start, -1)


def test_the_calendar_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        CALENDAR.first = date(2020, 1, 1)  # type: ignore[misc]  # the assignment is the subject


def test_a_calendar_travels_between_processes() -> None:
    copy = pickle.loads(pickle.dumps(CALENDAR))  # noqa: S301 - our own bytes, made here
    assert copy.add_minutes(wib("2026-11-24 15:50"), 10) == wib("2026-11-24 16:00")
