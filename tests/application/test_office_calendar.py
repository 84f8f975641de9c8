"""The office's calendar: what has passed stays, what cannot be worked by is refused, what is open follows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import connection

from loket.application.calendar_change import TASK
from loket.application.errors import Invalid, Refused
from loket.application.office.calendar import (
    PASSED,
    HolidayData,
    add_holiday,
    add_schedule,
    change_holiday,
    end_schedule,
    remove_holiday,
)
from loket.application.office.schedule import ScheduleData, Window
from loket.cli.demo.walk import office_calendar
from loket.models.entry import Entry
from loket.models.kantor import HariLibur, JadwalKerja, Kantor, calendar_of
from tests.cast import NOW, Road

TODAY = NOW.date()
LOCAL = HolidayData(
    day=date(2026, 3, 11), nama="Hari jadi kabupaten", kind="lokal", decree="SK Bupati 1/2026"
)
SHORT: Mapping[int, tuple[Window, ...]] = {day: ((time(8), time(12)),) for day in range(5)}
FAST = ScheduleData(
    label="Jam singkat", valid_from=date(2026, 4, 1), valid_until=date(2026, 4, 10), windows=SHORT
)


@pytest.fixture(autouse=True)
def _calendars_of_this_test_only() -> Iterator[None]:
    """Versions are kept by number, and the rollback gives the numbers out again."""
    calendar_of.cache_clear()
    yield
    calendar_of.cache_clear()


def last_entry() -> Entry:
    return Entry.objects.filter(subject="kantor").latest("seq")


def waiting_recomputations() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = %s", [TASK])
        (count,) = cursor.fetchone()
    return int(count)


def holiday_problems(road: Road, **changed: Any) -> dict[str, list[str]]:
    with pytest.raises(Invalid) as invalid:
        add_holiday(replace(LOCAL, **changed), actor=road.actor("admin"), now=NOW)
    return dict(invalid.value.problems)


def schedule_problems(road: Road, **changed: Any) -> dict[str, list[str]]:
    with pytest.raises(Invalid) as invalid:
        add_schedule(replace(FAST, **changed), actor=road.actor("admin"), now=NOW)
    return dict(invalid.value.problems)


def test_a_new_holiday_is_no_working_day_and_the_due_dates_are_asked_to_follow(road: Road) -> None:
    version = Kantor.objects.get().calendar_version

    add_holiday(LOCAL, actor=road.actor("admin"), now=NOW)

    assert not office_calendar().is_working_day(date(2026, 3, 11))
    assert Kantor.objects.get().calendar_version == version + 1
    assert waiting_recomputations() == 1
    assert last_entry().kind == "kalender.holiday_added"
    assert last_entry().particulars["day"] == "2026-03-11"


def test_several_changes_ask_once(road: Road) -> None:
    add_holiday(LOCAL, actor=road.actor("admin"), now=NOW)
    add_holiday(replace(LOCAL, day=date(2026, 3, 12)), actor=road.actor("admin"), now=NOW)

    assert waiting_recomputations() == 1


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    (
        ({"day": None}, "day", "Isi tanggal libur."),
        ({"day": TODAY - timedelta(days=1)}, "day", PASSED),
        (
            {"day": date(2026, 8, 17)},
            "day",
            "Tanggal ini sudah tercatat: Hari Kemerdekaan Republik Indonesia.",
        ),
        ({"day": date(2029, 1, 1)}, "day", "Lengkapi kalender tahun 2028 dahulu."),
        ({"nama": ""}, "nama", "Isi nama hari libur."),
        ({"kind": "pribadi"}, "kind", "Pilih jenis hari libur."),
    ),
)
def test_what_is_wrong_with_a_holiday_is_said_at_its_field(
    road: Road, changed: dict[str, Any], field: str, sentence: str
) -> None:
    assert holiday_problems(road, **changed) == {field: [sentence]}


def test_a_year_without_a_working_day_is_refused_and_nothing_stays(road: Road) -> None:
    first, last = date(2027, 1, 1), date(2027, 12, 30)
    known = set(HariLibur.objects.values_list("day", flat=True))
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    HariLibur.objects.bulk_create(
        HariLibur(day=day, nama="Libur", kind="lokal") for day in days if day not in known
    )

    assert holiday_problems(road, day=date(2027, 12, 31)) == {
        "calendar": ["Kalender tahun 2027 tidak memuat satu hari kerja pun."]
    }
    assert not HariLibur.objects.filter(day=date(2027, 12, 31)).exists()


def test_today_can_still_become_a_holiday(road: Road) -> None:
    assert add_holiday(replace(LOCAL, day=TODAY), actor=road.actor("admin"), now=NOW).day == TODAY


def test_an_expected_date_becomes_certain_and_keeps_its_day(road: Road) -> None:
    holiday = HariLibur.objects.filter(is_certain=False, day__gt=TODAY)[0]
    data = HolidayData(day=None, nama=holiday.nama, kind=holiday.kind, decree="SKB baru", is_certain=True)
    day = holiday.day

    change_holiday(holiday, data, actor=road.actor("admin"), now=NOW)

    holiday.refresh_from_db()
    assert (holiday.day, holiday.decree, holiday.is_certain) == (day, "SKB baru", True)
    assert last_entry().kind == "kalender.holiday_changed"


def test_a_holiday_without_a_name_stays_as_it_was(road: Road) -> None:
    holiday = HariLibur.objects.get(day=date(2026, 8, 17))

    with pytest.raises(Invalid) as invalid:
        change_holiday(holiday, replace(LOCAL, day=holiday.day, nama=""), actor=road.actor("admin"), now=NOW)

    assert list(invalid.value.problems) == ["nama"]
    assert HariLibur.objects.get(pk=holiday.pk).nama


def test_a_removed_holiday_is_a_working_day_again(road: Road) -> None:
    holiday = HariLibur.objects.get(day=date(2026, 8, 17))

    remove_holiday(holiday, actor=road.actor("admin"), now=NOW)

    assert office_calendar().is_working_day(date(2026, 8, 17))
    assert last_entry().kind == "kalender.holiday_removed"
    assert last_entry().particulars["day"] == "2026-08-17"


def test_a_holiday_that_has_passed_stays(road: Road) -> None:
    holiday = HariLibur.objects.get(day=date(2026, 1, 1))

    with pytest.raises(Invalid, match=PASSED):
        remove_holiday(holiday, actor=road.actor("admin"), now=NOW)

    assert HariLibur.objects.filter(day=date(2026, 1, 1)).exists()


def test_new_hours_hold_in_their_period_only(road: Road) -> None:
    add_schedule(FAST, actor=road.actor("admin"), now=NOW)

    calendar = office_calendar()
    closings = [calendar.closing(date(2026, 4, day)) for day in (1, 10, 13)]
    assert [closing and closing.time() for closing in closings] == [time(12), time(12), time(16)]
    assert last_entry().kind == "kalender.schedule_added"
    assert last_entry().particulars["windows"]["0"] == [["08:00", "12:00"]]


def test_new_ordinary_hours_hold_from_their_first_day_on(road: Road) -> None:
    add_schedule(replace(FAST, valid_until=None), actor=road.actor("admin"), now=NOW)

    closing = office_calendar().closing(date(2027, 6, 2))
    assert closing is not None
    assert closing.time() == time(12)


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    (
        ({"label": ""}, "label", "Isi nama jadwal."),
        ({"valid_from": None}, "valid_from", "Isi tanggal mulai berlaku."),
        (
            {"valid_from": TODAY},
            "valid_from",
            "Jadwal berlaku paling awal besok; jam yang sudah lewat tidak diubah.",
        ),
        (
            {"valid_until": date(2026, 3, 31)},
            "valid_until",
            "Tanggal akhir harus sama dengan atau setelah tanggal mulai.",
        ),
        ({"windows": {0: ()}}, "windows", "Isi jam kerja paling sedikit untuk satu hari."),
        (
            {"windows": {0: ((time(8), None),)}},
            "hari_0",
            "Isi jam buka dan jam tutup hari Senin, atau kosongkan keduanya.",
        ),
        ({"windows": {4: ((time(12), time(8)),)}}, "hari_4", "Jam tutup hari Jumat harus setelah jam buka."),
        (
            {"windows": {1: ((time(8), time(12)), (time(11), time(15)))}},
            "hari_1",
            "Jam kerja hari Selasa saling bertumpukan.",
        ),
        (
            {"valid_from": date(2026, 3, 15)},
            "valid_from",
            "Masa ini bertumpukan dengan jadwal “Ramadan 1447 Hijriah”. Akhiri dahulu jadwal itu.",
        ),
    ),
)
def test_what_is_wrong_with_hours_is_said_at_their_field(
    road: Road, changed: dict[str, Any], field: str, sentence: str
) -> None:
    assert schedule_problems(road, **changed) == {field: [sentence]}


def test_ordinary_hours_from_the_same_day_twice_are_refused(road: Road) -> None:
    add_schedule(replace(FAST, valid_until=None), actor=road.actor("admin"), now=NOW)

    assert schedule_problems(road, valid_until=None, label="Jam lain") == {
        "calendar": ['Jadwal "Jam singkat" dan "Jam lain" berlaku pada masa yang sama.']
    }


def test_ordinary_hours_do_not_end_where_no_others_follow(road: Road) -> None:
    ordinary = JadwalKerja.objects.get(valid_until=None)
    version = Kantor.objects.get().calendar_version

    with pytest.raises(Invalid, match=r"Jadwal kerja untuk 21 Maret 2026 belum ada\. Tambahkan dahulu"):
        end_schedule(ordinary, actor=road.actor("admin"), now=NOW)

    ordinary.refresh_from_db()
    assert ordinary.valid_until is None
    assert Kantor.objects.get().calendar_version == version


def test_a_schedule_that_runs_ends_today(road: Road) -> None:
    ramadan = JadwalKerja.objects.get(label="Ramadan 1447 Hijriah")

    end_schedule(ramadan, actor=road.actor("admin"), now=NOW)

    calendar = office_calendar()
    closings = [calendar.closing(day) for day in (TODAY, TODAY + timedelta(days=1))]
    assert [closing and closing.time() for closing in closings] == [time(15), time(16)]
    assert last_entry().kind == "kalender.schedule_removed"


def test_a_schedule_that_has_not_begun_is_removed(road: Road) -> None:
    schedule = add_schedule(FAST, actor=road.actor("admin"), now=NOW)

    end_schedule(schedule, actor=road.actor("admin"), now=NOW)

    assert not JadwalKerja.objects.filter(label="Jam singkat").exists()


def test_a_schedule_that_has_ended_stays(road: Road) -> None:
    with pytest.raises(Invalid, match=PASSED):
        end_schedule(
            JadwalKerja.objects.get(label="Ramadan 1446 Hijriah"), actor=road.actor("admin"), now=NOW
        )


def test_only_an_admin_changes_the_calendar(road: Road) -> None:
    kadis, before = road.actor("kadis"), Entry.objects.count()
    holiday, schedule = (
        HariLibur.objects.get(day=date(2026, 8, 17)),
        JadwalKerja.objects.get(valid_until=None),
    )

    with pytest.raises(Refused):
        add_holiday(LOCAL, actor=kadis, now=NOW)
    with pytest.raises(Refused):
        change_holiday(holiday, LOCAL, actor=kadis, now=NOW)
    with pytest.raises(Refused):
        remove_holiday(holiday, actor=kadis, now=NOW)
    with pytest.raises(Refused):
        add_schedule(FAST, actor=kadis, now=NOW)
    with pytest.raises(Refused):
        end_schedule(schedule, actor=kadis, now=NOW)

    assert Entry.objects.count() == before
