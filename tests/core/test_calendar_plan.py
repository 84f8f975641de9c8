"""Which hours hold on a date, and which hours no calendar is built from."""

from datetime import date

import pytest

from loket.core.calendar import Calendar, Holiday, InvalidCalendar, Schedule
from tests.core.calendar_cases import hours, wib

WEEK = {weekday: hours("08:00-12:00 13:00-16:00") for weekday in range(5)}
ORDINARY = Schedule(date(2020, 1, 1), None, WEEK, "Biasa")
SHORT = {weekday: hours("09:00-12:00") for weekday in range(5)}
MONDAY = date(2026, 6, 8)


def june(*schedules: Schedule, holidays: tuple[Holiday, ...] = (), zone: str = "Asia/Jakarta") -> Calendar:
    return Calendar.build(schedules, holidays, date(2026, 6, 1), date(2026, 6, 30), zone)


def test_a_narrower_period_overrides_a_wider_one_whatever_their_order() -> None:
    special = Schedule(date(2026, 6, 8), date(2026, 6, 9), SHORT, "Khusus")
    for schedules in ((ORDINARY, special), (special, ORDINARY)):
        calendar = june(*schedules)
        closings = [calendar.closing(date(2026, 6, day)) for day in (5, 8, 9, 10)]
        assert closings == [
            wib("2026-06-05 16:00"),
            wib("2026-06-08 12:00"),
            wib("2026-06-09 12:00"),
            wib("2026-06-10 16:00"),
        ]


def test_new_ordinary_hours_replace_the_old_ones_from_their_first_day() -> None:
    newer = Schedule(MONDAY, None, SHORT, "Baru")
    calendar = june(newer, ORDINARY)
    assert calendar.closing(date(2026, 6, 5)) == wib("2026-06-05 16:00")
    assert calendar.closing(MONDAY) == wib("2026-06-08 12:00")


def test_new_ordinary_hours_do_not_end_a_special_period_early() -> None:
    special = Schedule(date(2026, 6, 1), date(2026, 6, 10), SHORT, "Khusus")
    newer = Schedule(MONDAY, None, {weekday: hours("07:00-15:00") for weekday in range(5)}, "Baru")
    calendar = june(ORDINARY, special, newer)
    assert calendar.closing(MONDAY) == wib("2026-06-08 12:00")
    assert calendar.closing(date(2026, 6, 11)) == wib("2026-06-11 15:00")


def test_a_half_day_is_a_working_day_with_fewer_minutes() -> None:
    half = Schedule(MONDAY, MONDAY, {0: hours("08:00-11:00")}, "Setengah hari")
    calendar = june(ORDINARY, half)
    assert calendar.is_working_day(MONDAY)
    assert calendar.minutes_between(wib("2026-06-08 00:00"), wib("2026-06-09 00:00")) == 180
    assert calendar.add_minutes(wib("2026-06-08 10:30"), 40) == wib("2026-06-09 08:10")


def test_a_day_the_schedule_leaves_out_is_closed_and_says_so() -> None:
    away = Schedule(MONDAY, MONDAY, {}, "Pindahan kantor")
    (closed,) = june(ORDINARY, away).closed_dates_between(wib("2026-06-08 09:00"), wib("2026-06-08 10:00"))
    assert closed == (MONDAY, "Senin bukan hari kerja")


def test_windows_may_touch_and_come_in_any_order() -> None:
    week = {0: hours("13:00-16:00 08:00-12:00 12:00-13:00")}
    calendar = june(Schedule(date(2026, 1, 1), None, week, "Tanpa jeda"))
    assert calendar.minutes_between(wib("2026-06-08 00:00"), wib("2026-06-09 00:00")) == 480


def test_two_holidays_on_one_date_are_one_closed_day_known_by_the_weightier() -> None:
    national = Holiday(MONDAY, "Hari Besar", "libur_nasional")
    local = Holiday(MONDAY, "Hari Jadi", "lokal")
    for holidays in ((national, local), (local, national)):
        assert june(ORDINARY, holidays=holidays).holiday_on(MONDAY) == national


def test_a_local_holiday_is_explained_as_one() -> None:
    calendar = june(ORDINARY, holidays=(Holiday(MONDAY, "Hari Jadi", "lokal"),))
    assert calendar.closed_dates_between(wib("2026-06-08 00:00"), wib("2026-06-08 00:00")) == (
        (MONDAY, "Hari Jadi (libur daerah)"),
    )


def test_holidays_outside_the_calendar_are_no_concern_of_it() -> None:
    far = Holiday(date(2030, 1, 1), "Tahun Baru", "libur_nasional")
    assert june(ORDINARY, holidays=(far,)).is_working_day(MONDAY)


def test_another_zone_of_the_country_answers_in_its_own_time() -> None:
    calendar = june(ORDINARY, zone="Asia/Jayapura")
    closing = calendar.closing(MONDAY)
    assert closing is not None
    assert closing.isoformat() == "2026-06-08T16:00:00+09:00"


@pytest.mark.parametrize(
    ("schedules", "sentence"),
    (
        ((), "Jadwal kerja untuk 1 Juni 2026 belum ada."),
        (
            (Schedule(date(2026, 6, 3), None, WEEK, "Biasa"),),
            "Jadwal kerja untuk 1 Juni 2026 belum ada.",
        ),
        (
            (Schedule(date(2026, 1, 1), date(2026, 6, 20), WEEK, "Biasa"),),
            "Jadwal kerja untuk 21 Juni 2026 belum ada.",
        ),
        (
            (Schedule(date(2026, 1, 1), None, {}, "Biasa"),),
            "Kalender ini tidak memuat satu hari kerja pun.",
        ),
        (
            (Schedule(date(2026, 1, 1), None, {4: hours("08:00-12:00 11:59-16:00")}, "Biasa"),),
            'Jadwal "Biasa" hari Jumat: jam kerja saling tumpang tindih.',
        ),
        (
            (Schedule(date(2026, 1, 1), None, {0: hours("12:00-08:00")}, "Biasa"),),
            'Jadwal "Biasa" hari Senin: jam selesai harus sesudah jam mulai.',
        ),
        (
            (Schedule(date(2026, 1, 1), None, {0: hours("08:00-08:00")}, "Biasa"),),
            'Jadwal "Biasa" hari Senin: jam selesai harus sesudah jam mulai.',
        ),
        (
            (Schedule(date(2026, 1, 1), None, {7: hours("08:00-12:00")}, "Biasa"),),
            'Jadwal "Biasa" memuat hari 7, di luar 0 sampai 6.',
        ),
        (
            (ORDINARY, Schedule(date(2026, 6, 3), date(2026, 6, 2), WEEK, "Khusus")),
            'Jadwal "Khusus" berakhir sebelum mulai berlaku.',
        ),
        (
            (ORDINARY, Schedule(date(2020, 1, 1), None, SHORT, "Kembar")),
            'Jadwal "Biasa" dan "Kembar" berlaku pada masa yang sama.',
        ),
    ),
)
def test_hours_no_office_can_work_by_are_refused(schedules: tuple[Schedule, ...], sentence: str) -> None:
    with pytest.raises(InvalidCalendar) as caught:
        june(*schedules)
    assert str(caught.value) == sentence
    assert isinstance(caught.value, ValueError)


def test_a_calendar_of_nothing_but_holidays_is_refused() -> None:
    holidays = (Holiday(MONDAY, "Hari Besar", "libur_nasional"),)
    with pytest.raises(InvalidCalendar, match="tidak memuat satu hari kerja pun"):
        Calendar.build((ORDINARY,), holidays, MONDAY, MONDAY)


def test_a_calendar_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidCalendar, match="Kalender berakhir 7 Juni 2026, sebelum awalnya 8 Juni 2026"):
        Calendar.build((ORDINARY,), (), MONDAY, date(2026, 6, 7))


def test_an_unknown_kind_of_holiday_is_refused() -> None:
    strange = Holiday(MONDAY, "Hari Aneh", "aneh")  # type: ignore[arg-type]  # as a careless row would hold
    with pytest.raises(InvalidCalendar, match='Jenis hari libur "aneh" tidak dikenal'):
        june(ORDINARY, holidays=(strange,))


@pytest.mark.parametrize("zone", ("Asia", "", "../etc", "Asia/Magetan", "\0"))
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(InvalidCalendar, match="Zona waktu"):
        june(ORDINARY, zone=zone)
