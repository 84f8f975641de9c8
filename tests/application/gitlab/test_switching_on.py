"""An office gets its GitLab later: one round makes the issues of what runs, one each, and of nothing that is over."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.conf import settings
from django.test import override_settings

from loket.application.gitlab.rounds import follow_all_open
from loket.models.issue_gitlab import IssueGitlab
from loket.models.permintaan import Permintaan
from loket.sop.definition import shipped
from tests.application.gitlab.syncing import queued, sync
from tests.cast import Road
from tests.doings import do
from tests.integrations.gitlab.standins import Talk

At = Callable[..., Road]
STEPS = tuple(shipped().steps.values())
WITH_OPEN_TICKET = [step.key for step in STEPS if 4 < step.ke < 12]
BEFORE = ["disposisi", "prioritas"]


@pytest.fixture
def before(gitlab: Talk, road: Road) -> dict[str, Permintaan]:
    """What an office without a GitLab has: one permintaan at each step, one closed without an application."""
    without = replace(settings.ENVIRONMENT, gitlab_url=None, gitlab_token=None, gitlab_project=None)
    found = {}
    with override_settings(ENVIRONMENT=without):
        for place in (*BEFORE, *WITH_OPEN_TICKET, "pendampingan"):
            road.submit(nama_aplikasi=f"Aplikasi {place}")
            found[place] = road.walk_to(place)
        road.submit(nama_aplikasi="Aplikasi batal")
        road.walk_to("undangan")
        do(road, "batalkan")
        found["batal"] = road.permintaan
    assert not IssueGitlab.objects.exists()
    assert queued() == []
    return found


def test_one_round_makes_exactly_one_issue_of_each_open_ticket_with_its_labels(
    gitlab: Talk, road: Road, before: dict[str, Permintaan]
) -> None:
    follow_all_open(road.now)
    assert sorted(queued()) == sorted(before[place].pk for place in WITH_OPEN_TICKET)

    for permintaan_id in queued():
        sync(gitlab, Permintaan.objects.get(pk=permintaan_id), road.now)
    follow_all_open(road.now)
    for permintaan_id in queued():
        sync(gitlab, Permintaan.objects.get(pk=permintaan_id), road.now)

    made = {issue.title.partition("] ")[2]: issue for issue in gitlab.project.issues.values()}
    assert len(gitlab.project.issues) == len(WITH_OPEN_TICKET)
    for step in STEPS:
        if step.key not in WITH_OPEN_TICKET:
            continue
        issue, permintaan = made[f"Aplikasi {step.key}"], before[step.key]
        own = {name for name in issue.labels if name.startswith(("langkah::", "status::", "prioritas::"))}
        assert own == {
            f"langkah::{step.ke:02}-{step.key}",
            "status::proses",
            f"prioritas::{permintaan.priority}",
        }
        assert (issue.state, issue.confidential) == ("opened", True)
        assert permintaan.nomor in issue.title


def test_what_was_done_or_closed_before_needs_no_issue(
    gitlab: Talk, road: Road, before: dict[str, Permintaan]
) -> None:
    """At step 12 the ticket says already that the application is made; there is nothing left to follow."""
    follow_all_open(road.now)
    for permintaan in before.values():
        sync(gitlab, permintaan, road.now)

    titles = " ".join(issue.title for issue in gitlab.project.issues.values())
    for place in (*BEFORE, "pendampingan", "batal"):
        assert f"Aplikasi {place}" not in titles


def test_step_11_goes_on_with_the_issue_that_was_made_late(
    gitlab: Talk, road: Road, before: dict[str, Permintaan]
) -> None:
    permintaan = before["status_gitlab"]
    sync(gitlab, permintaan, road.now)
    road.nomor = permintaan.nomor

    road.step("diubah")
    assert road.permintaan.at_bagian == "terkonfirmasi"
    sync(gitlab, permintaan, road.now)

    assert road.permintaan.at_step == "pendampingan"
    (issue,) = gitlab.project.issues.values()
    assert (issue.state, "status::selesai" in issue.labels) == ("closed", True)
