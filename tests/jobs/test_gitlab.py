"""The job that brings an issue up to date: it opens the connection, and comes again when there is more to do."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application import outbox
from loket.application.gitlab import rounds
from loket.integrations.gitlab.making import SETTLE
from loket.integrations.gitlab.standin.faults import Fault
from loket.jobs.gitlab import compare_at_start, follow_all_open, follow_in_gitlab
from loket.models.issue_gitlab import IssueGitlab
from tests.application.gitlab.conftest import gitlab
from tests.cast import Road
from tests.doings import do
from tests.integrations.gitlab.standins import Talk

__all__ = ["gitlab"]
AT = datetime(2026, 3, 4, 3, 0, tzinfo=UTC)


@pytest.fixture
def ticket(gitlab: Talk, at: Callable[..., Road]) -> Road:
    """A permintaan whose issue is planned; the jobs that its steps have left are out of the way."""
    gitlab.watch.at = AT
    road = at("prioritas")
    road.step()
    ProcrastinateJob.objects.all().delete()
    return road


@time_machine.travel(AT, tick=False)
def test_it_makes_the_issue_and_has_nothing_more_to_do(gitlab: Talk, ticket: Road) -> None:
    follow_in_gitlab(ticket.permintaan.pk)

    assert (IssueGitlab.objects.get().iid, IssueGitlab.objects.get().seen_at) == (1, AT)
    assert not ProcrastinateJob.objects.exists()


@time_machine.travel(AT, tick=False)
def test_of_many_jobs_that_have_to_wait_one_waits(gitlab: Talk, ticket: Road) -> None:
    gitlab.standin.break_next("create", Fault.LOST)

    for _ in range(3):
        follow_in_gitlab(ticket.permintaan.pk)

    waiting = ProcrastinateJob.objects.get()
    assert (waiting.task_name, waiting.queue_name) == (outbox.GITLAB, outbox.GITLAB_QUEUE)
    assert (waiting.scheduled_at, waiting.priority) == (AT + SETTLE, -1)
    assert gitlab.standin.calls.count("create") == 1


def test_after_an_unknown_outcome_the_waiting_job_finds_the_issue(gitlab: Talk, ticket: Road) -> None:
    gitlab.standin.break_next("create", Fault.LOST)
    with time_machine.travel(AT, tick=False):
        follow_in_gitlab(ticket.permintaan.pk)

    with time_machine.travel(AT + SETTLE + timedelta(seconds=1), tick=False):
        follow_in_gitlab(ticket.permintaan.pk)

    assert (IssueGitlab.objects.get().stage, list(gitlab.project.issues)) == ("found", [1])


def test_without_a_gitlab_it_does_nothing(at: Callable[..., Road]) -> None:
    road = at("undangan")

    follow_in_gitlab(road.permintaan.pk)
    follow_all_open(timestamp=0)

    assert not IssueGitlab.objects.exists()
    assert not ProcrastinateJob.objects.filter(task_name=outbox.GITLAB).exists()


@time_machine.travel(AT, tick=False)
def test_the_round_makes_the_issues_that_are_missing_and_sets_right_what_was_changed(
    gitlab: Talk, ticket: Road
) -> None:
    IssueGitlab.objects.all().delete()
    follow_all_open(timestamp=0)
    follow_all_open(timestamp=0)
    assert ProcrastinateJob.objects.get().args == {"permintaan_id": ticket.permintaan.pk}

    follow_in_gitlab(ticket.permintaan.pk)
    gitlab.project.issues[1].labels = ["status::selesai", "bug"]
    gitlab.project.issues[1].confidential = False
    follow_in_gitlab(ticket.permintaan.pk)

    there = gitlab.project.issues[1]
    assert there.confidential
    assert {"status::proses", "bug"} <= set(there.labels)
    assert "status::selesai" not in there.labels


@time_machine.travel(AT, tick=False)
def test_what_is_over_and_closed_is_not_looked_at_again(gitlab: Talk, ticket: Road) -> None:
    follow_in_gitlab(ticket.permintaan.pk)
    do(ticket, "batalkan")
    follow_in_gitlab(ticket.permintaan.pk)
    ProcrastinateJob.objects.all().delete()

    follow_all_open(timestamp=0)

    assert gitlab.project.issues[1].state == "closed"
    assert not ProcrastinateJob.objects.exists()


@time_machine.travel(AT, tick=False)
def test_what_ended_before_gitlab_was_asked_gets_no_issue(gitlab: Talk, ticket: Road) -> None:
    do(ticket, "batalkan")
    ProcrastinateJob.objects.all().delete()

    follow_in_gitlab(ticket.permintaan.pk)
    follow_all_open(timestamp=0)

    assert gitlab.standin.calls == []
    assert not ProcrastinateJob.objects.exists()


@pytest.mark.usefixtures("gitlab", "db")
def test_a_worker_that_starts_compares_at_once_and_however_many_start_once() -> None:
    compare_at_start()
    compare_at_start()

    assert [job.task_name for job in ProcrastinateJob.objects.all()] == [rounds.TASK]


@pytest.mark.usefixtures("db")
def test_a_worker_of_an_office_without_a_gitlab_has_nothing_to_compare() -> None:
    compare_at_start()

    assert not ProcrastinateJob.objects.exists()
