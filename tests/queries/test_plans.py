"""What a page reads does not grow with what is closed."""

from collections.abc import Iterator
from functools import partial

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from bench.many_rows import fill
from loket.application.alarm_sweep import due_permintaan
from loket.models.permintaan import Permintaan
from loket.models.user import User
from loket.queries.agenda import appointments
from loket.queries.counts import surroundings
from loket.queries.inbox import tasks, workload
from loket.queries.keyset import Edge
from loket.queries.requests import PAGE, View, Wanted, agencies, page_of_requests
from tests.cast import Road
from tests.cloning import clone, cloned, drop, working_in
from tests.deputies import deputise
from tests.queries.plans import indexes_used, rows_touched

CLOSED, OPEN = 10_000, 100
FEW = 20 * OPEN
"""A few looks at each open row, its team and its run; a scan of what is closed would be far more."""
PEOPLE = ("kadis", "kasi", "analis", "programmer", "tu", "opd")


@pytest.fixture(scope="module")
def filled(django_db_setup: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A database after years of work, tidied up as the server does every night."""
    with django_db_blocker.unblock():
        made = clone()
        with working_in(made):
            road = Road(people())
            road.submit()
            fill(
                closed=CLOSED,
                open_ones=OPEN,
                revision_id=road.permintaan.sop_revision_id,
                user_id=road.people["opd"].pk,
                now=road.now,
            )
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")
        yield made
        drop(made)


@pytest.fixture
def years(filled: str, django_db_blocker: DjangoDbBlocker) -> Iterator[Road]:
    """That office, in a copy of this test alone."""
    with django_db_blocker.unblock(), cloned(filled):
        yield Road(people())


def people() -> dict[str, User]:
    return {user.username: user for user in User.objects.all()}


def test_the_inbox_and_the_shell_read_only_what_is_open(years: Road) -> None:
    read = {}
    deputise(years)
    for name in (*PEOPLE, "kabid"):
        actor = years.actor(name)
        read[name, "tasks"] = rows_touched(partial(tasks, actor, years.now))
        read[name, "workload"] = rows_touched(partial(workload, actor, years.now))
        read[name, "shell"] = rows_touched(partial(surroundings, actor, years.now))
        read[name, "agenda"] = rows_touched(partial(appointments, actor, years.now.date()))

    assert {place: count for place, count in read.items() if count > FEW} == {}


def test_the_clock_reads_only_what_is_due(years: Road) -> None:
    due = Permintaan.objects.filter(alarm_at__lte=years.now).count()

    assert 0 < rows_touched(lambda: list(due_permintaan(years.now))) <= due + 1
    assert indexes_used(lambda: list(due_permintaan(years.now))) == {"permintaan_by_alarm"}


def test_the_list_reads_a_page_of_its_filter(years: Road) -> None:
    """Of a team's list only the common looks: for the others a hash of the member's places may be the cheapest way."""
    rare = Permintaan.objects.filter(status="selesai").order_by("pk")[100].nama_aplikasi.split()[-1]
    opd_id = years.people["opd"].opd_id
    offered = agencies()
    common = [Wanted(), Wanted(q=rare), Wanted(status="selesai")]
    looks = [
        *common,
        Wanted(status="ditolak"),
        Wanted(status="digabung"),
        Wanted(langkah="analisis"),
        Wanted(langkah="selesai"),
        Wanted(prioritas="mendesak"),
        Wanted(prioritas="rendah", status="selesai"),
        Wanted(opd_id=opd_id),
        Wanted(q="APL-2001-0000777"),
        Wanted(q="antrean daring"),
        *(Wanted(view=view) for view in View),
    ]
    read = {}
    for name in ("kasi", "analis", "opd"):
        actor = years.actor(name)
        for look in common if name == "analis" else looks:
            read[name, look] = rows_touched(
                partial(page_of_requests, actor, look, Edge(), years.now, agencies=offered)
            )

    assert {place: count for place, count in read.items() if count > FEW} == {}


def test_neither_depth_nor_rarity_makes_a_page_dear(years: Road) -> None:
    """A page deep in the list costs what the first costs, and a rare word is found by its trigrams."""
    oldest = Permintaan.objects.filter(status="selesai").order_by("pk")
    deep, rare = oldest[CLOSED // 4].pk, oldest[100].nama_aplikasi.split()[-1]
    look = partial(page_of_requests, years.actor("kasi"), now=years.now, agencies=[])

    read = [rows_touched(partial(look, Wanted(), edge)) for edge in (Edge(after=deep), Edge(before=deep))]

    assert [count for count in read if count > 4 * PAGE] == []
    assert "permintaan_by_words" in indexes_used(partial(look, Wanted(q=rare), Edge()))
