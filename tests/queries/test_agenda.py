from collections.abc import Callable
from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from loket.core.zone import ZONE
from loket.models.bast import Bast
from loket.models.rapat import Rapat
from loket.queries.agenda import LAUNCH, MEETING, appointments
from tests.cast import Road

At = Callable[..., Road]


def kinds(road: Road, username: str, days: int = 0) -> list[str]:
    day = (road.now.astimezone(ZONE) + timedelta(days=days)).date()
    return [one.kind for one in appointments(road.actor(username), day)]


@pytest.fixture
def meeting_day(at: At) -> Road:
    road = at("rapat_teknis")
    road.now = Rapat.objects.get().planned_start
    return road


@pytest.fixture
def launch_day(at: At) -> Road:
    road = at("serah_terima", "ttd_dinas")
    road.now = Bast.objects.get().launch_start
    return road


def test_a_meeting_is_on_the_agenda_of_those_invited_and_of_the_opd(meeting_day: Road) -> None:
    invited = [user.username for user in Rapat.objects.get().peserta.all()]
    outside = sorted({"analis", "analis2", "programmer", "programmer2"} - set(invited))

    assert [kinds(meeting_day, name) for name in (*invited, "opd")] == [[MEETING]] * 3
    assert [kinds(meeting_day, name) for name in (*outside, "opd_lain", "admin", "kadis")] == [[]] * 5


def test_an_agenda_is_of_one_day(meeting_day: Road) -> None:
    assert [kinds(meeting_day, "opd", days) for days in (-1, 0, 1)] == [[], [MEETING], []]


def test_a_launch_is_on_the_agenda_of_the_team_the_signers_and_the_opd(launch_day: Road) -> None:
    team = [one.user.username for one in launch_day.permintaan.penugasan_set.all()]

    assert [kinds(launch_day, name) for name in (*team, "kadis", "kasi", "opd")] == [[LAUNCH]] * 5
    assert [kinds(launch_day, name) for name in ("opd_lain", "admin")] == [[], []]


def test_an_appointment_says_where_until_when_and_with_whom(meeting_day: Road) -> None:
    (one,) = appointments(meeting_day.actor("opd"), meeting_day.now.date())

    assert (one.place, one.end - one.start) == ("Ruang Rapat Dinas Kominfo", timedelta(hours=2))
    assert (one.nomor, one.nama_aplikasi, one.opd) == (meeting_day.nomor, "Antrean Daring", "Disdukcapil")


def test_an_agenda_costs_one_query(
    launch_day: Road, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kasi = launch_day.actor("kasi")

    with django_assert_num_queries(1):
        appointments(kasi, launch_day.now.date())
