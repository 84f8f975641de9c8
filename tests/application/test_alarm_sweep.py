"""The clock speaks: who hears what and when, in one entry each, once, and in working time only."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from loket.application import alarm_sweep
from loket.application.alarm_sweep import due_permintaan, sweep
from loket.application.locking import locked_if_free
from loket.application.notices import tell
from loket.cli.demo.walk import office_calendar
from loket.core.zone import ZONE
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from loket.models.user import User
from tests.application.everything import jobs, nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.application.sweeping import told_at, told_until
from tests.cast import Road

At = Callable[..., Road]
SOON = timedelta(days=60)


def test_a_letter_that_nobody_disposes_of_is_spoken_of_and_then_proposed_to_be_suspended(road: Road) -> None:
    road.submit()

    heard = told_until(road, road.now + SOON)

    assert heard == {
        "lewat": ("02/03 09.10", ["kadis"]),
        "belum_mulai": ("04/03 08.00", ["kabid", "kadis", "tu"]),
        "surat_asli": ("05/03 08.00", ["opd", "tu"]),
        "surat_asli_lagi": ("09/03 08.00", ["opd", "tu"]),
        "usul_tangguhkan": ("17/03 08.00", ["kasi"]),
    }
    assert road.permintaan.status == "berjalan"
    assert_replay_lands_on_the_rows(road.permintaan)


def test_an_analysis_that_is_late_goes_up_to_the_section(at: At) -> None:
    road = at("analisis", "susun")
    road.now = office_calendar().add_minutes(road.now, 1)
    road.step()

    heard = told_until(road, road.now + timedelta(days=40))

    assert {alarm: people for alarm, (_, people) in heard.items()} == {
        "belum_mulai": ["kasi"],
        "belum_mulai_atasan": ["kabid"],
        "mendekati": ["kasi"],
        "lewat": ["kasi"],
        "eskalasi": ["kabid"],
    }


def test_what_is_said_is_an_entry_of_loket_with_what_it_is_about(road: Road) -> None:
    road.submit()

    told_at(road, road.now + timedelta(minutes=10))

    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.actor, entry.source, entry.step) == ("jam.reminded", None, "jam", "disposisi")
    assert entry.particulars["alarm"] == "lewat"
    assert jobs()[-1] == ("ingatkan", entry.pk)
    assert Pesan.objects.get(entry=entry).judul == "Batas langkah 2 sudah lewat: Antrean Daring"


def test_nothing_is_told_twice_and_nothing_at_night_or_beyond_the_calendar(road: Road) -> None:
    road.submit()
    told_at(road, road.now + timedelta(minutes=10))
    Permintaan.objects.update(alarm_at=road.now)

    with nothing_changes():
        assert sweep(datetime(2026, 3, 2, 20, 0, tzinfo=ZONE)) == 0
        assert sweep(datetime(2099, 3, 2, 9, 0, tzinfo=ZONE)) == 0
    assert sweep(road.now) == 0
    assert road.permintaan.alarm_at == datetime(2026, 3, 4, 8, 0, tzinfo=ZONE)


def test_a_worker_that_was_down_says_only_what_is_latest(at: At) -> None:
    road = at("analisis", "susun")
    road.step()
    road.now += timedelta(days=60)

    heard = told_at(road, office_calendar().next_open(road.now))

    assert heard == [("eskalasi", ["kabid"]), ("belum_mulai_atasan", ["kabid"])]
    assert told_at(road, road.now + timedelta(minutes=1)) == []


def test_a_row_that_somebody_has_in_hand_is_left_for_the_next_time(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    road.submit()
    monkeypatch.setattr(alarm_sweep, "locked_if_free", lambda _: None)

    with nothing_changes():
        assert sweep(road.now + timedelta(minutes=10)) == 0


def test_what_cannot_be_told_does_not_hold_up_the_others(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = road.submit(), road.submit()

    def breaks(pk: int) -> Permintaan | None:
        if pk == first.pk:
            raise RuntimeError("broken")
        return locked_if_free(pk)

    monkeypatch.setattr(alarm_sweep, "locked_if_free", breaks)

    with pytest.raises(ExceptionGroup):
        sweep(road.now + timedelta(minutes=10))

    spoken = Entry.objects.filter(kind="jam.reminded")
    assert [entry.permintaan_id for entry in spoken] == [second.pk]


def test_what_is_due_is_found_in_order_over_any_number_of_batches(road: Road) -> None:
    found = [road.submit().pk for _ in range(5)]

    assert list(due_permintaan(road.now + timedelta(minutes=10), batch=2)) == found
    assert list(due_permintaan(road.now, batch=2)) == []


def test_a_reminder_that_comes_too_late_is_not_given(road: Road) -> None:
    road.submit()
    road.now += timedelta(minutes=10)
    sweep(road.now)
    entry = Entry.objects.latest("pk")
    road.step()

    assert tell("ingatkan", entry.pk, road.now) == 0


def test_an_opd_that_does_not_sign_is_reminded_and_the_heads_hear_of_it(at: At) -> None:
    road = at("serah_terima", "ttd_opd")

    heard = told_until(road, road.now + SOON)

    assert heard["bast"][1] == ["opd"]
    assert heard["bast_pimpinan"][1] == ["kadis", "kasi"]


def test_work_beyond_the_year_is_warned_of_once(at: At) -> None:
    road = at("implementasi")
    road.extend(sampai=date(2027, 3, 31))

    heard = told_until(road, datetime(2026, 12, 20, 9, 0, tzinfo=ZONE))

    assert heard["akhir_tahun"] == ("02/11 07.30", ["kabid", "kasi"])
    assert sum("akhir_tahun" in mark for mark in road.permintaan.told) == 1
    assert_replay_lands_on_the_rows(road.permintaan)


def test_two_workers_say_it_once(own_office: dict[str, User], monkeypatch: pytest.MonkeyPatch) -> None:
    """The second finds the row locked while the first is about it, and told when the first has committed."""
    road = Road(own_office)
    road.submit()
    now, met = road.now + timedelta(minutes=10), list[object]()

    def meanwhile(pk: int) -> Permintaan | None:
        row = locked_if_free(pk)
        met.append(_free_for_another(pk))
        return row

    monkeypatch.setattr(alarm_sweep, "locked_if_free", meanwhile)

    assert (sweep(now), met) == (1, [None])
    assert sweep(now) == 0


def _free_for_another(pk: int) -> object:
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT id FROM loket_permintaan WHERE id = %s FOR UPDATE SKIP LOCKED", [pk])
            return cursor.fetchone()
    finally:
        other.close()
