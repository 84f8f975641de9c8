from collections.abc import Callable
from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from loket.application import notices
from loket.core.actor import Actor
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.kantor import Kantor
from loket.models.permintaan import Permintaan
from loket.queries.counts import Surroundings, surroundings
from tests.cast import NOW, Road

At = Callable[..., Road]


def around(road: Road, username: str) -> Surroundings:
    found = surroundings(road.actor(username), road.now)
    assert found is not None
    return found


def test_before_the_office_is_established_nothing_surrounds_a_page(nobody: str) -> None:
    assert surroundings(Actor(id=None, name="Publik"), NOW) is None


def test_the_public_sees_the_office_and_the_sop_in_force(road: Road) -> None:
    found = surroundings(Actor(id=None, name="Publik"), road.now)

    assert found is not None
    assert found.sop is not None
    assert (found.kantor, found.sop.nomor) == (Kantor.objects.get(), "SOP-DISKOMINFO-001")
    assert (found.tasks, found.overdue, found.unread, found.opd) == (0, 0, 0, "")


@pytest.mark.parametrize(
    ("username", "tasks", "overdue"),
    (
        ("kadis", 1, 1),
        ("kasi", 1, 0),
        ("tu", 2, 0),
        ("kabid", 0, 0),
        ("opd", 0, 0),
        ("opd_lain", 0, 0),
        ("admin", 0, 0),
    ),
)
def test_counts_are_of_what_is_mine_to_do(at: At, username: str, tasks: int, overdue: int) -> None:
    road = at("penunjukan")
    Permintaan.objects.update(due_at=road.now + timedelta(hours=1))
    road.submit()
    road.later(hours=1)
    Permintaan.objects.filter(nomor=road.nomor).update(due_at=road.now - timedelta(minutes=1))
    Permintaan.objects.exclude(nomor=road.nomor).update(due_at=road.now + timedelta(minutes=1))

    found = around(road, username)

    assert (found.tasks, found.overdue) == (tasks, overdue)


def test_a_letter_to_be_noted_is_nobodys_delay_while_its_opd_has_it(at: At) -> None:
    road = at("undangan")
    road.later(days=60)
    before = around(road, "tu").overdue
    road.walk_to("rapat_teknis")
    road.walk_to("analisis", "susun")
    road.later(days=60)

    assert (before, around(road, "tu").overdue, around(road, "analis").overdue) == (0, 0, 0)


def test_unread_notices_are_counted_for_their_reader(at: At) -> None:
    road = at("penunjukan")
    entry = Entry.objects.filter(permintaan__nomor=road.nomor).latest("seq")
    notices.tell("kabari_giliran", entry.pk, road.now)
    before = around(road, "kasi").unread
    Pesan.objects.update(read_at=road.now)

    assert (before, around(road, "kasi").unread, around(road, "kadis").unread) == (1, 0, 0)


def test_a_notice_of_what_somebody_may_no_longer_see_is_not_counted(at: At) -> None:
    road = at("analisis", "setujui")
    entry = Entry.objects.filter(permintaan__nomor=road.nomor).latest("seq")
    notices.tell("kabari_giliran", entry.pk, road.now)
    before = around(road, "opd").unread
    road.people["opd"].opd_id = road.people["opd_lain"].opd_id

    assert (before, around(road, "opd").unread) == (1, 0)


def test_people_of_an_agency_are_named_by_it(road: Road) -> None:
    assert (around(road, "opd").opd, around(road, "kasi").opd) == ("Disdukcapil", "")


@pytest.mark.parametrize("username", ("opd", "kasi", "analis", "tu", "admin"))
def test_everything_around_a_page_costs_one_query(
    at: At, username: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    road = at("penunjukan")
    actor = road.actor(username)

    for _ in range(2):
        with django_assert_num_queries(1):
            surroundings(actor, road.now)
        for _ in range(2):
            road.submit()
