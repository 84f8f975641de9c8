"""The job that brings an issue up to date: it opens the connection, and comes again when there is more to do."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import time_machine
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application import outbox
from loket.application.gitlab.patience import AFTER_REFUSAL
from loket.integrations.gitlab.making import SETTLE
from loket.integrations.gitlab.standin.faults import Fault
from loket.jobs.gitlab import (
    check_all,
    check_the_connection,
    follow_all_open,
    follow_in_gitlab,
    read_changes,
    watch_the_connection,
)
from loket.models.gitlab import GitlabConnection
from loket.models.issue_gitlab import IssueGitlab
from tests.application.gitlab.speaking import write
from tests.cast import Road
from tests.integrations.gitlab.standins import Talk
from tests.jobs.conftest import AT

FAR = datetime(2100, 1, 1, tzinfo=UTC)


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
    assert (waiting.scheduled_at, waiting.priority) == (AT + SETTLE, outbox.LATER)
    assert gitlab.standin.calls.count("create") == 1


def test_a_job_that_waits_for_long_holds_back_neither_what_is_near_nor_a_hook_nor_an_act(
    ticket: Road,
) -> None:
    permintaan_id = ticket.permintaan.pk
    outbox.follow_again(permintaan_id, FAR, AT)
    outbox.follow_again(permintaan_id, AT, AT)
    outbox.wake(permintaan_id, AT)
    outbox.follow_now(permintaan_id)

    assert [_fetched().priority for _ in range(3)] == [outbox.NOW, outbox.SOON, outbox.LATER]


def test_a_near_try_is_not_swallowed_by_one_that_waits_for_a_repair(gitlab: Talk, ticket: Road) -> None:
    for fault in (Fault.FORBIDDEN, Fault.LOST):
        gitlab.standin.break_next("create", fault)
        with time_machine.travel(AT, tick=False):
            follow_in_gitlab(ticket.permintaan.pk)

    waiting = ProcrastinateJob.objects.order_by("scheduled_at").values_list("scheduled_at", flat=True)
    assert list(waiting) == [AT + SETTLE, AT + AFTER_REFUSAL]


def test_whatever_else_there_is_to_do_goes_before_gitlab(ticket: Road) -> None:
    outbox.follow_now(ticket.permintaan.pk)
    outbox.print_later(1)

    assert [_fetched().task_name for _ in range(2)] == [outbox.PRINT, outbox.GITLAB]


def _fetched() -> ProcrastinateJob:
    """The job that a worker gets now, and has done."""
    queues = [outbox.GITLAB_QUEUE, outbox.QUEUE]
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM procrastinate_fetch_job_v2(%s, NULL)", [queues])
        job: ProcrastinateJob = ProcrastinateJob.objects.get(pk=cursor.fetchone()[0])
    ProcrastinateJob.objects.filter(pk=job.pk).update(status="succeeded")
    return job


def test_what_has_failed_waits_behind_all_that_comes_after_it() -> None:
    retry: Any = follow_in_gitlab.retry_strategy
    first, last = (SimpleNamespace(attempts=attempts) for attempts in (0, 8))

    decision = retry.get_retry_decision(exception=ValueError(), job=first)
    assert decision.priority == outbox.MUCH_LATER
    assert retry.get_retry_decision(exception=ValueError(), job=last) is None


def test_after_an_unknown_outcome_the_waiting_job_finds_the_issue(gitlab: Talk, ticket: Road) -> None:
    gitlab.standin.break_next("create", Fault.LOST)
    with time_machine.travel(AT, tick=False):
        follow_in_gitlab(ticket.permintaan.pk)

    with time_machine.travel(AT + SETTLE + timedelta(seconds=1), tick=False):
        follow_in_gitlab(ticket.permintaan.pk)

    assert (IssueGitlab.objects.get().stage, list(gitlab.project.issues)) == ("found", [1])


@time_machine.travel(AT, tick=False)
def test_it_sends_what_waits_and_comes_again_where_nobody_knows_whether_it_was_sent(
    gitlab: Talk, ticket: Road
) -> None:
    follow_in_gitlab(ticket.permintaan.pk)
    write(ticket, "Server siap.")
    job = ProcrastinateJob.objects.get(task_name=outbox.GITLAB)
    assert (job.args, job.scheduled_at) == ({"permintaan_id": ticket.permintaan.pk}, None)
    ProcrastinateJob.objects.all().delete()
    gitlab.standin.break_next("note", Fault.LOST)

    follow_in_gitlab(ticket.permintaan.pk)

    assert len(gitlab.project.issues[1].notes) == 1
    assert ProcrastinateJob.objects.get().scheduled_at == AT + SETTLE


def test_without_a_gitlab_it_does_nothing(at: Callable[..., Road]) -> None:
    road = at("undangan")

    follow_in_gitlab(road.permintaan.pk)
    check_the_connection()
    for job in (follow_all_open, read_changes, check_all, watch_the_connection):
        job(timestamp=0)

    assert not IssueGitlab.objects.exists()
    assert not GitlabConnection.objects.exists()
    assert not ProcrastinateJob.objects.filter(task_name=outbox.GITLAB).exists()
