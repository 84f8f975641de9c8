"""Jadwal ulang: the OPD did not come; it is invited again, three times at most before its head gets a letter."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.application.errors import Invalid, Refused
from loket.cli.demo.walk import office_calendar
from loket.models.jeda import Jeda
from loket.models.pengerjaan import Pengerjaan
from loket.models.rapat import Rapat
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road
from tests.doings import do

At = Callable[..., Road]
LATE = timedelta(minutes=45)


def miss(road: Road) -> Rapat:
    """Invite, wait, and note that nobody came."""
    road.walk_to("rapat_teknis")
    rapat = road.permintaan.rapat_set.latest("sesi")
    road.now = rapat.planned_start + LATE
    do(road, "jadwal_ulang")
    rapat.refresh_from_db()
    return rapat


def test_it_goes_back_to_the_invitation_and_waits_for_the_opd(at: At) -> None:
    road = at("undangan")

    rapat = miss(road)

    permintaan = road.permintaan
    assert (permintaan.at_step, permintaan.status) == ("undangan", "menunggu")
    assert (permintaan.waiting_on, permintaan.waiting_reason, permintaan.missed) == ("opd", "opd", 1)
    assert (permintaan.turn, permintaan.due_at) == ([], None)
    assert (rapat.missed_at, rapat.held_start, rapat.surat_teguran) == (road.now, None, "")
    assert Jeda.objects.get().catatan == rapat.notulen
    left = Pengerjaan.objects.get(permintaan=permintaan, step="rapat_teknis")
    assert (left.done_at, left.colour, left.performer) == (road.now, "", None)
    assert_replay_lands_on_the_rows(permintaan)


def test_the_office_does_not_pay_for_the_time_until_the_opd_can_come(at: At) -> None:
    road = at("undangan")
    miss(road)
    road.now = office_calendar().add_days(road.now, 3)

    road.resume("analis")

    run = Pengerjaan.objects.get(permintaan=road.permintaan, done_at=None).run()
    assert [pause.reason for pause in run.pauses] == ["opd"]
    assert run.pauses[0].since == run.available_at
    road.walk_to("selesai")
    assert (road.permintaan.missed, Rapat.objects.count()) == (0, 2)
    assert_replay_lands_on_the_rows(road.permintaan)


def test_the_third_time_its_head_gets_a_letter(at: At) -> None:
    road = at("undangan")
    for _ in range(2):
        miss(road)
        road.resume("analis")
    road.walk_to("rapat_teknis")
    road.now = road.permintaan.rapat_set.latest("sesi").planned_start + LATE

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        do(road, "jadwal_ulang", surat_teguran="")
    assert invalid.value.problems == {"surat_teguran": ["Isi nomor surat."]}

    do(road, "jadwal_ulang")
    assert Rapat.objects.latest("sesi").surat_teguran == "B/31/2026"
    assert road.permintaan.missed == 3


def test_nobody_is_absent_before_half_an_hour_has_passed(at: At) -> None:
    road = at("rapat_teknis")
    road.now = road.permintaan.rapat_set.get().planned_start + timedelta(minutes=29)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        do(road, "jadwal_ulang")

    assert invalid.value.problems == {
        "catatan": ["Tunggu OPD sampai 30 menit setelah jam mulai rapat, baru catat bahwa OPD tidak hadir."]
    }


@pytest.mark.parametrize(
    ("place", "username", "reason"),
    (
        ("undangan", "analis", "Jadwal ulang dicatat saat permintaan di langkah technical meeting."),
        ("rapat_teknis", "kasi", "Jadwal ulang dicatat sistem analis pada tim permintaan ini."),
        ("rapat_teknis", "opd", "Jadwal ulang dicatat sistem analis pada tim permintaan ini."),
    ),
)
def test_who_and_when_is_lawful(at: At, place: str, username: str, reason: str) -> None:
    road = at(place)

    with nothing_changes(), pytest.raises(Refused) as refused:
        do(road, "jadwal_ulang", username)

    assert refused.value.verdict.unmet == (reason,)
