"""The connection is tested while somebody waits, or by a job; what was known stays through an outage."""

import socket
from datetime import UTC, date, datetime, timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.gitlab import checking
from loket.application.gitlab.checking import check, check_at_once, rights_of
from loket.application.gitlab.switched import Place, place
from loket.integrations.gitlab.standin.faults import Fault
from loket.integrations.gitlab.standin.state import Level, Token
from loket.models.gitlab import GitlabConnection
from tests.integrations.gitlab.standins import BOT, TOKEN, Talk

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=2)


def here() -> Place:
    found = place()
    assert found
    return found


def row() -> GitlabConnection:
    return GitlabConnection.objects.get()


def queued() -> int:
    return ProcrastinateJob.objects.filter(task_name=checking.TASK).count()


def test_what_gitlab_says_is_kept(gitlab: Talk) -> None:
    gitlab.standin.tokens[TOKEN] = Token(BOT, ("api",), date(2027, 1, 1))

    assert check_at_once(here(), NOW)

    kept, rights = row(), rights_of(row())
    assert (kept.checked_at, kept.problem, kept.failing_since) == (NOW, "", None)
    assert (kept.version, kept.project_name) == ("19.5.0", "e-ticketing")
    assert kept.project_url.endswith("/diskominfo/e-ticketing")
    assert (kept.token_expires_on, kept.rights["username"]) == (date(2027, 1, 1), "loket-bot")
    assert rights
    assert (rights.role, rights.scopes, rights.lacks()) == ("Maintainer", ("api",), ())
    assert queued() == 0
    assert TOKEN not in str(GitlabConnection.objects.values().get())


def test_before_the_first_test_no_rights_are_known(gitlab: Talk) -> None:
    gitlab.standin.break_next("version", Fault.UNAVAILABLE)

    check_at_once(here(), NOW)

    assert rights_of(row()) is None
    assert (row().problem, row().failing_since) == ("gitlab_gangguan", NOW)


def test_a_gitlab_that_says_nothing_of_its_tokens_leaves_their_scope_open(gitlab: Talk) -> None:
    gitlab.standin.break_next("personal_access_tokens/self", Fault.MISSING)

    check(here(), NOW)

    rights = rights_of(row())
    assert rights
    assert (rights.scopes, rights.lacks()) == (None, ())


def test_an_outage_erases_nothing_and_says_since_when(gitlab: Talk) -> None:
    check(here(), NOW)
    for hours in (1, 2):
        gitlab.standin.break_next("version", Fault.ERROR)
        check(here(), NOW + timedelta(hours=hours))

    kept = row()
    assert (kept.version, kept.problem) == ("19.5.0", "gitlab_gangguan")
    assert (kept.failing_since, kept.checked_at) == (NOW + timedelta(hours=1), LATER)

    check(here(), LATER)
    assert (row().problem, row().failing_since) == ("", None)


def test_a_right_that_lacks_is_a_failure_too(gitlab: Talk) -> None:
    gitlab.project.members[BOT.id] = Level.GUEST

    check(here(), NOW)

    assert (row().problem, row().failing_since) == ("", NOW)


def test_whoever_waits_for_a_slow_gitlab_is_let_go_and_a_job_goes_on(
    gitlab: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "BRIEF", 0.1)

    for _ in range(2):
        gitlab.standin.break_next("version", Fault.SLOW)
        assert not check_at_once(here(), NOW)

    assert queued() == 1
    assert not GitlabConnection.objects.exists()


def test_a_name_server_that_does_not_answer_holds_nobody_up(
    gitlab: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "AT_ONCE", 0.0)
    monkeypatch.setattr(checking, "examine", lambda *_, **__: gitlab.standin.closing.wait(0.3))

    assert not check_at_once(here(), NOW)
    assert queued() == 1


def test_a_gitlab_that_is_not_there_is_said_at_once(gitlab: Talk) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    assert check_at_once(Place(f"http://127.0.0.1:{port}", "a/b", TOKEN), NOW)
    assert row().problem == "gitlab_tidak_terjangkau"


@pytest.mark.parametrize(
    ("until", "warned"), ((date(2027, 1, 1), 30), (date(2027, 6, 1), None), (None, None))
)
def test_a_renewed_token_is_warned_of_anew(gitlab: Talk, until: date | None, warned: int | None) -> None:
    GitlabConnection.objects.create(token_expires_on=date(2027, 1, 1), token_warned_days=30)
    gitlab.standin.tokens[TOKEN] = Token(BOT, ("api",), until)

    check(here(), NOW)

    assert (row().token_expires_on, row().token_warned_days) == (until, warned)
