"""A permintaan that comes back from beyond step 11: its issue is opened again once, and step 11 asks GitLab anew."""

from collections.abc import Callable

import pytest

from loket.application.gitlab.following import follow
from loket.application.gitlab.outcomes import tell_open_again
from loket.application.gitlab.patience import AFTER_REFUSAL
from loket.application.gitlab.rounds import follow_all_open
from loket.integrations.gitlab.asking import Change
from loket.integrations.gitlab.standin.faults import Fault
from loket.models.entry import Entry
from loket.models.issue_drift import NEEDS_ANOTHER, REOPENED
from loket.models.issue_gitlab import IssueGitlab
from tests.application.gitlab.syncing import issue_row, queued, sync
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road
from tests.integrations.gitlab.standins import PATH, Talk

KINDS = ("issue.created", "issue.closed", "issue.resumed", "status_gitlab.confirmed")


@pytest.fixture
def returned(gitlab: Talk, at: Callable[..., Road]) -> Road:
    """Its issue was closed by step 11, which GitLab has confirmed; then the section head has sent it back."""
    road = at("status_gitlab", "ubah")
    road.step()
    sync(gitlab, road.permintaan, road.now)
    assert (road.permintaan.at_step, gitlab.project.issues[1].state) == ("pendampingan", "closed")
    road.return_to("implementasi")
    return road


def _told() -> list[str]:
    return list(Entry.objects.filter(kind__in=KINDS).order_by("pk").values_list("kind", flat=True))


def test_loket_opens_what_it_has_closed_itself(gitlab: Talk, returned: Road) -> None:
    sync(gitlab, returned.permintaan, returned.now)

    issue, row = gitlab.project.issues[1], issue_row()
    assert (issue.state, row.is_open, row.closed_at) == ("opened", True, None)
    assert {name for name in issue.labels if name.startswith(("langkah::", "status::"))} == {
        "langkah::09-implementasi",
        "status::proses",
    }
    assert _told() == ["issue.created", "issue.closed", "status_gitlab.confirmed", "issue.resumed"]


def test_of_two_jobs_that_see_it_open_one_tells(gitlab: Talk, returned: Road) -> None:
    row = issue_row()

    for _ in range(2):
        tell_open_again(row, returned.now)

    assert _told().count("issue.resumed") == 1


def test_it_opens_it_once_and_does_not_argue_afterwards(gitlab: Talk, returned: Road) -> None:
    sync(gitlab, returned.permintaan, returned.now)
    gitlab.issues(holding="token-budi").update(1, Change(state_event="close"))

    sync(gitlab, returned.permintaan, returned.now)

    assert (gitlab.project.issues[1].state, issue_row().closed_at) == ("closed", None)
    assert _told().count("issue.resumed") == 1


def test_what_somebody_has_opened_meanwhile_needs_no_opening(gitlab: Talk, returned: Road) -> None:
    gitlab.issues(holding="token-budi").update(1, Change(state_event="reopen"))
    gitlab.standin.calls.clear()

    sync(gitlab, returned.permintaan, returned.now)

    assert (gitlab.project.issues[1].state, issue_row().closed_at) == ("opened", None)
    assert not IssueGitlab.objects.filter(REOPENED).exists()


def test_the_second_step_11_asks_gitlab_again_and_is_confirmed(gitlab: Talk, returned: Road) -> None:
    sync(gitlab, returned.permintaan, returned.now)
    returned.walk_to("status_gitlab")

    returned.step()
    assert returned.permintaan.at_bagian == "terkonfirmasi"
    sync(gitlab, returned.permintaan, returned.now)

    assert (returned.permintaan.at_step, gitlab.project.issues[1].state) == ("pendampingan", "closed")
    first = ["issue.created", "issue.closed", "status_gitlab.confirmed"]
    assert _told() == [*first, "issue.resumed", "issue.closed", "status_gitlab.confirmed"]
    assert_replay_lands_on_the_rows(returned.permintaan)


def test_also_where_gitlab_was_away_all_the_time_between(gitlab: Talk, returned: Road) -> None:
    returned.walk_to("status_gitlab")
    returned.step()

    sync(gitlab, returned.permintaan, returned.now)

    assert returned.permintaan.at_step == "pendampingan"
    assert _told().count("status_gitlab.confirmed") == 2


def test_the_rounds_come_back_to_it_until_it_is_open(gitlab: Talk, returned: Road) -> None:
    before = len(queued())

    follow_all_open(returned.now)

    assert queued()[before:] == [returned.permintaan.pk]


def test_while_gitlab_refuses_it_stays_closed_and_the_reason_can_be_read(
    gitlab: Talk, returned: Road
) -> None:
    gitlab.standin.break_next("update", Fault.FORBIDDEN)

    later = follow(returned.permintaan.pk, gitlab.client(), PATH, returned.now)

    row = issue_row()
    assert (later, row.problem) == (returned.now + AFTER_REFUSAL, "gitlab_tidak_mengizinkan")
    assert (row.is_open, row.closed_at is None, "issue.resumed" in _told()) == (False, False, False)


def test_where_its_issue_was_deleted_meanwhile_it_needs_another(gitlab: Talk, returned: Road) -> None:
    assert not IssueGitlab.objects.filter(NEEDS_ANOTHER).exists()
    gitlab.project.issues.clear()

    sync(gitlab, returned.permintaan, returned.now)

    assert IssueGitlab.objects.filter(NEEDS_ANOTHER).exists()
