"""While talk with GitLab is paused nothing is sent or read, and the office works on; afterwards all is compared."""

import socket
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.conf import settings
from django.test import override_settings
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.errors import Invalid, Refused
from loket.application.gitlab.pausing import Data, pause, resume
from loket.application.gitlab.rounds import follow_all_open
from loket.jobs.gitlab import follow_in_gitlab
from loket.models.entry import Entry
from loket.models.gitlab import GitlabConnection
from loket.models.issue_gitlab import IssueGitlab
from tests.application.gitlab.syncing import issue_row, queued, sync
from tests.cast import Road
from tests.integrations.gitlab.standins import TOKEN, Talk

At = Callable[..., Road]
WHY = Data(alasan="GitLab dipindahkan.")


def stop(road: Road) -> None:
    pause(WHY, actor=road.actor("admin"), now=road.now)


def test_nothing_is_sent_or_read_until_it_goes_on_and_then_all_is_compared(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    stop(road)
    road.step()
    road.step()
    ProcrastinateJob.objects.all().delete()

    follow_in_gitlab(road.permintaan.pk)
    assert follow_all_open(road.now) == 0
    assert (gitlab.standin.calls, queued(), issue_row().stage) == ([], [], "planned")

    resume(actor=road.actor("admin"), now=road.now)
    assert queued() == [road.permintaan.pk]
    sync(gitlab, road.permintaan, road.now)
    assert "langkah::06-rapat_teknis" in gitlab.project.issues[1].labels


def test_who_did_it_and_why_is_kept_and_recorded(gitlab: Talk, road: Road) -> None:
    stop(road)

    kept = GitlabConnection.objects.get()
    assert (kept.paused_at, kept.paused_by) == (road.now, road.people["admin"])
    assert kept.paused_because == "GitLab dipindahkan."
    resume(actor=road.actor("admin"), now=road.now)
    kept.refresh_from_db()
    assert (kept.paused_at, kept.paused_by, kept.paused_because) == (None, None, "")
    told = Entry.objects.filter(subject="kantor", kind__startswith="gitlab.").order_by("seq")
    assert [(entry.kind, entry.actor) for entry in told] == [
        ("gitlab.paused", road.people["admin"]),
        ("gitlab.resumed", road.people["admin"]),
    ]
    assert "dipindahkan" not in str([entry.particulars for entry in told])


def test_it_is_not_paused_twice_nor_resumed_where_it_runs_nor_without_a_reason(
    gitlab: Talk, road: Road
) -> None:
    actor = road.actor("admin")
    with pytest.raises(Invalid):
        resume(actor=actor, now=road.now)
    with pytest.raises(Invalid):
        pause(Data(alasan=" "), actor=actor, now=road.now)
    stop(road)
    with pytest.raises(Invalid, match="sudah dijeda"):
        stop(road)

    assert Entry.objects.filter(kind__startswith="gitlab.").count() == 1


@pytest.mark.parametrize("username", ("kadis", "kasi", "programmer", "opd"))
def test_only_an_admin_may(gitlab: Talk, road: Road, username: str) -> None:
    with pytest.raises(Refused):
        pause(WHY, actor=road.actor(username), now=road.now)
    stop(road)
    with pytest.raises(Refused):
        resume(actor=road.actor(username), now=road.now)

    assert GitlabConnection.objects.get().paused_at


def test_neither_a_pause_nor_a_dead_gitlab_blocks_a_step(at: At) -> None:
    """Step 11 ends by the word of the programmer, as without an answer."""
    road = at("prioritas")
    stop(road)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
    dead = replace(settings.ENVIRONMENT, gitlab_url=url, gitlab_token=TOKEN, gitlab_project="a/b")

    with override_settings(ENVIRONMENT=dead):
        road.step()
        follow_in_gitlab(road.permintaan.pk)
        resume(actor=road.actor("admin"), now=road.now)
        follow_in_gitlab(road.permintaan.pk)
        road.walk_to("selesai")

    assert road.permintaan.status == "selesai"
    assert (IssueGitlab.objects.get().problem, IssueGitlab.objects.get().iid) == (
        "gitlab_tidak_terjangkau",
        None,
    )
