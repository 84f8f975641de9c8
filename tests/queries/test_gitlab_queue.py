"""What waits for GitLab is read off the rows and the record, whatever became of the jobs."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket
from loket.queries.gitlab_queue import failed_jobs, next_jobs, page_of_waiting, waiting
from loket.queries.keyset import Edge, key_of
from tests.cast import Road

At = Callable[..., Road]


def tiket_of(road: Road) -> Tiket:
    return Tiket.objects.get(permintaan=road.permintaan)


def issue_of(road: Road, **said: object) -> IssueGitlab:
    made = {"stage": "created", "tries": 1, "project_id": 1, "iid": road.permintaan.pk, "seen_at": road.now}
    return IssueGitlab.objects.create(tiket=tiket_of(road), ref=uuid4(), **{**made, **said})


def test_a_ticket_without_an_issue_waits_since_it_was_opened(at: At) -> None:
    road = at("undangan")

    found = waiting()

    assert (found.count, found.hindered, found.since) == (1, 0, tiket_of(road).opened_at)


def test_an_issue_that_was_seen_after_the_last_act_does_not_wait(at: At) -> None:
    issue_of(at("undangan"))

    assert (waiting().count, waiting().since) == (0, None)


def test_acts_after_it_was_seen_wait_since_the_first_of_them(at: At) -> None:
    road = at("undangan")
    issue_of(road, seen_at=road.now)
    first = road.step().happened_at
    road.step()

    assert (waiting().count, waiting().since) == (1, first)


def test_what_was_refused_waits_and_hinders(at: At) -> None:
    road = at("undangan")
    issue_of(road, problem="token_ditolak")

    assert (waiting().count, waiting().hindered) == (1, 1)


def test_what_is_closed_or_needs_no_issue_does_not_wait(at: At) -> None:
    road = at("undangan")
    issue = issue_of(road, closed_at=road.now, problem="token_ditolak")
    assert waiting().count == 1
    Tiket.objects.update(state=Tiket.State.SELESAI)
    assert waiting().count == 0

    IssueGitlab.objects.filter(pk=issue.pk).update(closed_at=None, iid=None, tries=0)
    Tiket.objects.update(state=Tiket.State.TERBUKA)
    assert waiting().count == 1
    Tiket.objects.update(state=Tiket.State.DITUTUP)
    assert waiting().count == 0


def test_pages_go_from_the_oldest_ticket_on_and_back(at: At) -> None:
    road = at("undangan")
    for _ in range(2):
        other = Road(road.people, road.now)
        other.submit()
        Tiket.objects.create(permintaan=other.permintaan, opened_at=road.now)
    pks = list(Tiket.objects.order_by("pk").values_list("pk", flat=True))

    first = page_of_waiting(Edge(), size=2)
    second = page_of_waiting(Edge(after=key_of(first.next)), size=2)
    back = page_of_waiting(Edge(before=key_of(second.previous)), size=2)

    assert [[row.pk for row in page.rows] for page in (first, second, back)] == [pks[:2], pks[2:], pks[:2]]
    assert (first.previous, second.next) == ("", "")


def test_the_next_job_of_each_is_the_earliest(road: Road) -> None:
    soon, late = road.now + timedelta(minutes=1), road.now + timedelta(minutes=9)
    for permintaan_id, at in ((1, late), (1, soon), (2, None), (2, late), (4, soon)):
        app.configure_task("t", schedule_at=at).defer(permintaan_id=permintaan_id)
    app.configure_task("andere").defer(permintaan_id=3)

    assert next_jobs("t", [1, 2, 3]) == {1: soon, 2: None}


def fail(task: str, **args: int) -> int:
    job_id = app.configure_task(task, queue="gitlab").defer(**args)
    ProcrastinateJob.objects.filter(pk=job_id).update(status="failed")
    return job_id


@pytest.mark.parametrize(
    ("status", "stays"), (("todo", False), ("doing", False), ("succeeded", False), ("cancelled", True))
)
def test_a_job_that_gave_up_is_shown_until_a_later_one_has_its_work(
    road: Road, status: str, *, stays: bool
) -> None:
    failed, other = fail("t", permintaan_id=1), fail("t", permintaan_id=2)
    later = app.configure_task("t", queue="gitlab").defer(permintaan_id=1)
    ProcrastinateJob.objects.filter(pk=later).update(status=status)
    ended = ProcrastinateEvent.objects.filter(job=other).latest("at").at

    found = {job.pk: job.failed_at for job in failed_jobs("gitlab")}  # type: ignore[attr-defined]  # annotated

    assert (failed in found, other in found) == (stays, True)
    assert found[other] == ended


@pytest.mark.parametrize(("status", "stays"), (("succeeded", False), ("todo", False), ("cancelled", True)))
def test_a_round_that_gave_up_is_shown_until_a_later_round_has_its_work_whatever_the_hour(
    road: Road, status: str, *, stays: bool
) -> None:
    before = app.configure_task("t", queue="gitlab").defer(timestamp=1)
    ProcrastinateJob.objects.filter(pk=before).update(status="succeeded")
    failed, other = fail("t", timestamp=2), fail("u", timestamp=2)
    later = app.configure_task("t", queue="gitlab").defer(timestamp=3)
    ProcrastinateJob.objects.filter(pk=later).update(status=status)

    found = set(failed_jobs("gitlab").values_list("pk", flat=True))

    assert found == ({failed, other} if stays else {other})
