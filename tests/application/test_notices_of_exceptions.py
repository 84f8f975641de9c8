"""Who is told when work goes on too long, when a twin is carried on elsewhere, and when a letter has come."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.application.act import EFFECTS
from loket.application.acts import ACTS
from loket.cli.demo import walk
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from tests.application.test_notices import run_jobs
from tests.cast import Road
from tests.doings import do

At = Callable[..., Road]


def test_the_division_hears_of_meetings_that_lead_nowhere(at: Callable[..., Road]) -> None:
    road = at("rapat_teknis")
    second = road.step("rapat_lagi")
    assert "kabid" not in run_jobs(road, second)
    for _ in range(2):
        road.walk_to("rapat_teknis")
        last = road.step("rapat_lagi")

    assert run_jobs(road, last)["kabid"] is False
    title = Pesan.objects.get(entry=last, user__username="kabid").judul
    assert title == "Technical meeting 3 kali belum menghasilkan keputusan: Antrean Daring"


def test_what_comes_back_more_than_twice_is_to_be_talked_over(at: Callable[..., Road]) -> None:
    road = at("analisis", "setujui")
    for times in range(3):
        road.walk_to("analisis", "setujui")
        returned = road.step("dikembalikan")
        assert ("kasi" in run_jobs(road, returned)) is (times == 2)

    assert "adakan rapat dengan OPD" in Pesan.objects.get(entry=returned, user__username="kasi").judul


def test_a_meeting_that_nobody_came_to_is_no_session_without_a_result(at: At) -> None:
    road = at("rapat_teknis")
    for _ in range(2):
        road.walk_to("rapat_teknis")
        road.now = road.permintaan.rapat_set.latest("sesi").planned_start + timedelta(hours=1)
        do(road, "jadwal_ulang")
        road.resume("analis")
    road.walk_to("rapat_teknis")

    assert "kabid" not in run_jobs(road, road.step("rapat_lagi"))


def test_those_who_wait_for_the_original_letter_hear_that_it_came(at: At) -> None:
    road = at("undangan")

    entry = walk.receive_letter(road.nomor, now=road.now, people=road.people)

    assert set(run_jobs(road, entry)) == {"opd", "analis", "programmer", "kasi"} - {"tu"}


def test_the_people_of_a_twin_hear_what_happens_where_it_is_carried_on(at: At) -> None:
    road = at("penunjukan")
    twin = Road({**road.people, "opd": road.people["opd_lain"]}, road.now)
    twin.submit()
    twin.step("sampai_di_seksi")
    road.now = twin.now
    do(twin, "gabungkan", induk=road.nomor)
    joined = Entry.objects.get(permintaan=road.permintaan, kind="permintaan.joined")
    assert set(run_jobs(road, joined)) == {"opd", "opd_lain"}

    ended = do(road, "tolak", "kasi")

    assert {"opd", "opd_lain"} <= set(run_jobs(road, ended))


def test_a_change_of_scope_is_told_to_those_who_decide_on_it(at: At) -> None:
    road = at("implementasi")

    heard = run_jobs(road, do(road, "perubahan_ruang_lingkup", usaha=20))

    assert set(heard) == {"kabid", "kasi", "opd", "programmer"}


def test_who_leaves_a_team_hears_it_too(at: At) -> None:
    road = at("implementasi")

    heard = run_jobs(road, do(road, "ganti_tim"))

    assert set(heard) == {"programmer", "programmer2", "analis", "opd"}


@pytest.mark.parametrize("key", sorted(ACTS))
def test_every_act_says_whom_it_is_told_to(key: str) -> None:
    assert EFFECTS[key]
