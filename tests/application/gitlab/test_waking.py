"""News of the work name no issue: they wake what is being built, after a while in which more of them may come."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.gitlab.waking import GATHER, wake
from loket.integrations.gitlab.hook_reading import About, Told
from loket.models.issue_gitlab import IssueGitlab
from tests.application.gitlab.syncing import queued
from tests.application.gitlab.worlds import World, world
from tests.cast import Road
from tests.integrations.gitlab.standins import PROJECT

WORK = Told(About.WORK, PROJECT)


@pytest.fixture
def there(at: Callable[..., Road]) -> Iterator[World]:
    """A permintaan with an issue, long before anything is built; no job waits."""
    road = at("prioritas")
    with world(road) as made:
        road.step()
        made.work()
        yield made


def build(there: World) -> None:
    there.road.walk_to("implementasi")
    ProcrastinateJob.objects.all().delete()


def test_what_is_not_yet_being_built_sleeps_on(there: World) -> None:
    wake(WORK, there.road.now)

    assert queued() == []


def test_many_news_within_the_while_are_one_look_counted_from_the_first(there: World) -> None:
    build(there)
    first = there.road.now

    for seconds in (0, 5, 30):
        wake(WORK, first + timedelta(seconds=seconds))

    assert queued() == [there.road.permintaan.pk]
    assert ProcrastinateJob.objects.get().scheduled_at == first + GATHER


def test_of_an_issue_that_is_gone_no_work_is_told(there: World) -> None:
    build(there)
    IssueGitlab.objects.update(gone=IssueGitlab.Gone.HILANG)

    wake(WORK, there.road.now)

    assert queued() == []
