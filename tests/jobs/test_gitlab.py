"""The job that brings an issue up to date: it opens the connection, and comes again when there is more to do."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application import outbox
from loket.application.gitlab import checking, rounds
from loket.application.gitlab.patience import AFTER_REFUSAL
from loket.integrations.gitlab.asking import Change
from loket.integrations.gitlab.making import SETTLE
from loket.integrations.gitlab.standin.faults import Fault
from loket.integrations.gitlab.standin.state import Token
from loket.jobs.gitlab import (
    check_all,
    check_the_connection,
    compare_at_start,
    follow_all_open,
    follow_in_gitlab,
    read_changes,
    watch_the_connection,
)
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.gitlab import GitlabConnection, GitlabDelivery
from loket.models.issue_gitlab import IssueGitlab
from loket.models.user import User
from tests.application.gitlab.conftest import gitlab
from tests.application.gitlab.speaking import write
from tests.cast import Road
from tests.doings import do
from tests.integrations.gitlab.standins import BOT, TOKEN, Talk

__all__ = ["gitlab"]
AT = datetime(2026, 3, 4, 3, 0, tzinfo=UTC)
FAR = datetime(2100, 1, 1, tzinfo=UTC)


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

    assert gitlab.project.issues == {}
    assert not ProcrastinateJob.objects.exists()


@time_machine.travel(AT, tick=False)
def test_the_job_that_was_asked_for_tests_the_connection(gitlab: Talk, office: dict[str, User]) -> None:
    check_the_connection()

    assert (GitlabConnection.objects.get().checked_at, GitlabConnection.objects.get().problem) == (AT, "")


def test_the_daily_job_tests_and_warns(gitlab: Talk, office: dict[str, User]) -> None:
    gitlab.watch.at = AT
    gitlab.standin.tokens[TOKEN] = Token(BOT, ("api",), AT.date() + timedelta(days=25))

    with time_machine.travel(AT, tick=False):
        watch_the_connection(timestamp=0)

    assert GitlabConnection.objects.get().checked_at == AT
    assert "25 hari lagi" in Pesan.objects.get().judul


def test_while_it_is_paused_the_daily_job_asks_nothing_and_still_warns(
    gitlab: Talk, office: dict[str, User]
) -> None:
    GitlabConnection.objects.create(
        paused_at=AT, paused_by=office["admin"], token_expires_on=AT.date() + timedelta(days=5)
    )

    with time_machine.travel(AT, tick=False):
        watch_the_connection(timestamp=0)

    assert gitlab.standin.calls == []
    assert "5 hari lagi" in Pesan.objects.get().judul


def test_while_it_is_paused_nothing_is_sent_or_read(gitlab: Talk, ticket: Road) -> None:
    GitlabConnection.objects.create(paused_at=AT, paused_by=ticket.people["admin"])

    follow_in_gitlab(ticket.permintaan.pk)
    for job in (follow_all_open, read_changes, check_all):
        job(timestamp=0)

    assert gitlab.standin.calls == []
    assert not ProcrastinateJob.objects.exists()


@time_machine.travel(AT, tick=False)
def test_the_reading_wakes_those_that_changed_and_waits_for_the_next_round_where_it_fails(
    gitlab: Talk, ticket: Road
) -> None:
    follow_in_gitlab(ticket.permintaan.pk)
    read_changes(timestamp=0)
    ProcrastinateJob.objects.all().delete()
    gitlab.watch.move(seconds=5)
    gitlab.issues(holding="token-budi").update(1, Change(state_event="close"))
    gitlab.standin.break_next("list", Fault.GATEWAY)

    read_changes(timestamp=0)
    assert not ProcrastinateJob.objects.exists()
    read_changes(timestamp=0)
    assert ProcrastinateJob.objects.get().args == {"permintaan_id": ticket.permintaan.pk}
    follow_in_gitlab(ticket.permintaan.pk)

    assert Entry.objects.filter(kind="issue.finished").count() == 1


@time_machine.travel(AT, tick=False)
def test_the_night_compares_all_and_forgets_old_hooks(gitlab: Talk, ticket: Road) -> None:
    GitlabDelivery.objects.create(key="lama", event="Issue Hook", received_at=AT - timedelta(days=31))

    check_all(timestamp=0)

    assert ProcrastinateJob.objects.get().args == {"permintaan_id": ticket.permintaan.pk}
    assert not GitlabDelivery.objects.exists()


@pytest.mark.usefixtures("gitlab", "db")
def test_a_worker_that_starts_compares_at_once_and_however_many_start_once() -> None:
    compare_at_start()
    compare_at_start()

    jobs = ProcrastinateJob.objects.order_by("pk").values_list("task_name", flat=True)
    assert list(jobs) == [checking.TASK, rounds.TASK]


def test_a_worker_that_starts_during_a_pause_asks_nothing(gitlab: Talk, ticket: Road) -> None:
    GitlabConnection.objects.create(paused_at=AT, paused_by=ticket.people["admin"])

    compare_at_start()

    assert not ProcrastinateJob.objects.exists()


@pytest.mark.usefixtures("db")
def test_a_worker_of_an_office_without_a_gitlab_has_nothing_to_compare() -> None:
    compare_at_start()

    assert not ProcrastinateJob.objects.exists()
