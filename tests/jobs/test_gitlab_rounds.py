"""The rounds of GitLab: what compares, reads and tests by the clock, and what a worker does when it starts."""

from datetime import timedelta

import pytest
import time_machine
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.gitlab import checking, rounds
from loket.integrations.gitlab.asking import Change
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
from tests.cast import Road
from tests.doings import do
from tests.integrations.gitlab.standins import BOT, TOKEN, Talk
from tests.jobs.conftest import AT


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
