"""A meeting or launch whose time comes while the permintaan rests is planned anew, and nobody has missed it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.application.examination import Examination
from loket.models.pengerjaan import Pengerjaan
from loket.models.rapat import Rapat
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.application.sweeping import told_at
from tests.cast import Road

At = Callable[..., Road]


def event_of(road: Road) -> Pengerjaan:
    return Pengerjaan.objects.get(permintaan=road.permintaan, done_at=None)


def rest_beyond_the_event(road: Road) -> None:
    """Pause now, and go on in the morning of a working day after it."""
    start = event_of(road).event_start
    assert start is not None
    road.pause()
    road.now = max(road.now, start)
    road.later(days=3)
    road.resume()


def test_the_opd_is_invited_again_and_nobody_was_absent(at: At) -> None:
    road = at("rapat_teknis")
    rest_beyond_the_event(road)

    permintaan = road.permintaan
    assert (permintaan.at_step, permintaan.status, permintaan.missed) == ("undangan", "berjalan", 0)
    assert permintaan.turn == ["sistem_analis"]
    assert "undangan_terkirim" not in permintaan.reached
    assert told_at(road, road.now) == []
    assert_replay_lands_on_the_rows(permintaan)
    assert not list(Examination().differences([permintaan.pk]))
    road.walk_to("selesai")
    assert Rapat.objects.count() == 2
    assert_replay_lands_on_the_rows(road.permintaan)


@pytest.mark.parametrize("bagian", ("ttd_dinas", "ttd_opd"))
def test_a_launch_is_planned_anew_in_another_bast(at: At, bagian: str) -> None:
    road = at("serah_terima", bagian)
    rest_beyond_the_event(road)

    permintaan = road.permintaan
    assert (permintaan.at_step, permintaan.at_bagian) == ("serah_terima", "siapkan")
    assert not {"bast_disiapkan", "bast_ditandatangani_dinas"} & set(permintaan.reached)
    assert (event_of(road).attempt, event_of(road).event_start) == (2, None)
    assert_replay_lands_on_the_rows(permintaan)
    road.walk_to("selesai")
    assert permintaan.bast_set.count() == 2
    assert_replay_lands_on_the_rows(road.permintaan)


def test_what_was_held_before_or_lies_ahead_stays(at: At) -> None:
    road = at("rapat_teknis")
    start = event_of(road).event_start
    assert start is not None

    for moment in (road.now, start + timedelta(hours=2)):
        road.now = moment
        road.pause()
        road.later(minutes=5)
        road.resume()

    assert (road.permintaan.at_step, road.permintaan.at_bagian) == ("rapat_teknis", "rapat_teknis")
    assert event_of(road).event_start == start
