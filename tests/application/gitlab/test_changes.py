"""What no hook has told is read every quarter of an hour, from a mark that is GitLab's own time."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from loket.application import outbox
from loket.application.gitlab import connection_row
from loket.application.gitlab.changes import FIRST, OVERLAP, read_changes
from loket.application.gitlab.connection_row import connection, read_up_to
from loket.application.gitlab.hooks import REMEMBERED, forget_deliveries
from loket.application.gitlab.rounds import check_all, follow_all_open
from loket.integrations.gitlab import paging
from loket.integrations.gitlab.asking import Change
from loket.integrations.gitlab.problems import Faulty
from loket.integrations.gitlab.standin.faults import Fault
from loket.models.gitlab import GitlabConnection, GitlabDelivery
from tests.application.gitlab.syncing import queued
from tests.application.gitlab.worlds import World, world
from tests.cast import Road
from tests.doings import do
from tests.integrations.gitlab.standins import PATH

At = Callable[..., Road]
CLOSE = Change(state_event="close")


@pytest.fixture
def there(at: At) -> Iterator[World]:
    road = at("prioritas")
    with world(road) as made:
        road.step()
        made.work()
        made.reconcile()
        made.take_hooks()
        yield made


def mark() -> datetime | None:
    return connection().read_until


def test_the_mark_is_the_newest_time_that_gitlab_said(there: World) -> None:
    before = mark()
    assert before == there.row.remote_at
    there.budi().update(1, CLOSE)
    changed = there.watch.at

    there.reconcile()

    assert mark() == changed
    assert not there.row.is_open


def test_what_is_as_it_was_last_seen_wakes_nobody(there: World) -> None:
    there.watch.move(minutes=15)

    assert read_changes(there.gitlab(), PATH, there.watch.at) == 0
    assert queued() == []


def test_after_an_outage_all_since_the_mark_is_read(there: World) -> None:
    before = mark()
    there.budi().update(1, CLOSE)
    there.watch.move(days=20)
    there.standin.break_next("list", Fault.GATEWAY)
    with pytest.raises(Faulty):
        read_changes(there.gitlab(), PATH, there.watch.at)
    assert mark() == before

    there.reconcile()

    assert not there.row.is_open


def test_what_changed_while_one_read_is_read_with_the_next(there: World) -> None:
    there.budi().update(1, CLOSE)
    read_up_to(there.watch.at + OVERLAP)

    there.reconcile()

    assert not there.row.is_open


def test_the_first_time_each_is_compared_by_itself(there: World) -> None:
    there.budi().update(1, CLOSE)
    GitlabConnection.objects.all().delete()
    there.watch.move(days=2 * FIRST.days)

    there.reconcile()

    assert not there.row.is_open


def test_where_too_much_has_changed_each_is_compared_by_itself(
    there: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "MOST_PAGES", 1)
    monkeypatch.setattr(paging, "PER_PAGE", 1)
    there.standin.per_page_limit = 1
    budi = there.budi()
    there.project.issues[2] = there.project.issues[1].__class__(
        id=9,
        iid=2,
        author=there.issue.author,
        title="x",
        description="",
        created_at=there.standin.stamp(),
        updated_at=there.standin.stamp(),
    )
    budi.update(1, CLOSE)
    there.watch.move(days=FIRST.days, hours=2)

    read_changes(there.gitlab(), PATH, there.watch.at)
    there.work()

    assert not there.row.is_open


def test_the_mark_never_goes_back(there: World) -> None:
    now = mark()
    assert now

    read_up_to(now - timedelta(hours=1))

    assert mark() == now


def test_the_night_looks_at_what_was_closed_lately_and_no_round_at_what_is_long_over(there: World) -> None:
    do(there.road, "batalkan")
    there.work()
    closed = there.row.closed_at
    assert closed

    assert follow_all_open(closed) == 0
    assert check_all(closed + timedelta(days=30)) == 1
    assert check_all(closed + timedelta(days=31)) == 0


def test_while_it_is_paused_no_round_wakes_anybody(there: World) -> None:
    paused = {"paused_at": there.watch.at, "paused_by": there.road.people["admin"]}
    GitlabConnection.objects.filter(pk=connection().pk).update(**paused)
    assert connection_row.is_paused()
    assert (follow_all_open(there.watch.at), check_all(there.watch.at)) == (0, 0)

    GitlabConnection.objects.update(paused_at=None, paused_by=None)

    assert follow_all_open(there.watch.at) == 1
    assert queued() == [there.road.permintaan.pk]


def test_a_wake_is_not_put_off_by_a_job_that_waits_for_long(there: World) -> None:
    pk = there.road.permintaan.pk
    outbox.follow_again(pk, there.watch.at + timedelta(hours=1), there.watch.at)
    for _ in range(2):
        outbox.wake(pk, there.watch.at)

    assert queued() == [pk, pk]


def test_hooks_that_nobody_sends_again_are_forgotten(there: World) -> None:
    now = there.watch.at
    for age in (0, 1):
        received = now - REMEMBERED - timedelta(seconds=age)
        GitlabDelivery.objects.create(key=str(age), event="Issue Hook", received_at=received)

    assert forget_deliveries(now) == 1
    assert GitlabDelivery.objects.get().key == "0"
