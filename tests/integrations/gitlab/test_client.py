"""The client against the stand-in: what it asks for, and what it notices that it did not get."""

from datetime import date, timedelta

import pytest

from loket.integrations.gitlab.asking import Change, NewIssue, dropped
from loket.integrations.gitlab.client import Issues
from loket.integrations.gitlab.problems import (
    Conflict,
    Elsewhere,
    Forbidden,
    Missing,
    ProjectMissing,
    Refused,
    RunAsCommands,
    ScopeMissing,
    TokenExpired,
    TokenRefused,
)
from loket.integrations.gitlab.standin.state import Level, Token
from tests.integrations.gitlab.standins import BOT, GUEST, PATH, PROJECT, START, Talk

NEW = NewIssue(
    title="[APL-2026-0001] Antrean",
    description="Isi",
    labels=frozenset({"prioritas::tinggi", "status::proses"}),
    due_on=date(2026, 12, 31),
)


def test_it_says_who_it_is_and_how_long_its_token_holds(gitlab: Talk) -> None:
    gitlab.standin.tokens["lain"] = Token(BOT, ("api", "self_rotate"), date(2027, 1, 1))
    client = gitlab.client(holding="lain")

    assert (client.me().id, client.me().username) == (BOT.id, BOT.username)
    assert client.token().expires_on == date(2027, 1, 1)
    assert client.token().scopes == ("api", "self_rotate")
    assert gitlab.client().token().expires_on is None


@pytest.mark.parametrize("name", (PROJECT, PATH, "diskominfo/tiket-lama"))
def test_a_project_is_found_by_number_by_path_and_by_its_path_of_before(
    gitlab: Talk, name: int | str
) -> None:
    gitlab.project.former_paths.append("diskominfo/tiket-lama")

    found = gitlab.client().project(name)

    assert (found.id, found.path, found.access_level) == (PROJECT, PATH, Level.MAINTAINER)
    assert not found.is_archived


def test_a_write_is_not_sent_on_to_another_address(gitlab: Talk) -> None:
    gitlab.project.former_paths.append("77")

    with pytest.raises(Elsewhere):
        Issues(gitlab.client().connection, 77).create(NEW)
    assert gitlab.project.issues == {}


def test_an_issue_is_made_as_asked_and_hidden_from_its_first_moment(gitlab: Talk) -> None:
    gitlab.project.hooks.clear()

    made = gitlab.issues().create(NEW)

    assert dropped(NEW, made) == ()
    assert (made.iid, made.author_id, made.is_confidential, made.is_open) == (1, BOT.id, True, True)
    assert made.labels == NEW.labels
    assert gitlab.issues().get(1) == made
    assert gitlab.standin.calls == ["create", "get"]


def test_labels_change_in_one_request_and_leave_those_of_others_alone(gitlab: Talk) -> None:
    issues = gitlab.issues()
    issues.create(NEW)
    gitlab.project.issues[1].labels.append("punya-orang")
    change = Change(
        add_labels=frozenset({"status::selesai"}),
        remove_labels=frozenset({"status::proses", "status::dijeda"}),
        state_event="close",
    )

    changed = issues.update(1, change)

    assert changed.labels == {"prioritas::tinggi", "status::selesai", "punya-orang"}
    assert not changed.is_open
    assert dropped(change, changed) == ()
    assert "status::dijeda" not in gitlab.project.labels


def test_what_is_let_fall_without_a_word_is_noticed(gitlab: Talk) -> None:
    gitlab.project.members[BOT.id] = Level.GUEST

    made = gitlab.issues().create(NEW)

    assert dropped(NEW, made) == ("labels", "due_date", "confidential")


def test_a_label_with_a_comma_is_noticed(gitlab: Talk) -> None:
    new = NewIssue(title="x", description="y", labels=frozenset({"a,b"}))

    assert dropped(new, gitlab.issues().create(new)) == ("labels",)


def test_a_change_that_did_not_come_true_is_noticed(gitlab: Talk) -> None:
    made = gitlab.issues().create(NEW)

    assert dropped(Change(title="Lain", state_event="close"), made) == ("title", "state")
    assert dropped(Change(remove_labels=made.labels, state_event="reopen"), made) == ("labels",)
    assert not Change()


def test_a_long_list_is_read_over_all_its_pages(gitlab: Talk) -> None:
    gitlab.standin.per_page_limit = 3
    issues = gitlab.issues()
    for number in range(8):
        issues.create(NewIssue(title=f"Tiket {number}", description=""))
        gitlab.watch.move(seconds=1)
    gitlab.standin.calls.clear()

    found = issues.created_since(START + timedelta(seconds=1))

    assert [issue.iid for issue in found] == [2, 3, 4, 5, 6, 7, 8]
    assert gitlab.standin.calls == ["list"] * 3
    assert [issue.iid for issue in issues.updated_since(START + timedelta(seconds=7))] == [8]


def test_notes_come_and_go_as_text(gitlab: Talk) -> None:
    issues = gitlab.issues()
    issues.create(NEW)

    note = issues.add_note(1, "Sudah dikerjakan", is_internal=True)

    assert issues.notes(1) == [note]
    assert (note.author_id, note.is_internal, note.is_system) == (BOT.id, True, False)


def test_a_note_that_gitlab_ran_as_commands_is_no_note(gitlab: Talk) -> None:
    issues = gitlab.issues()
    issues.create(NEW)

    with pytest.raises(RunAsCommands):
        issues.add_note(1, "/\rclose")
    assert not issues.get(1).is_open


def test_labels_are_listed_and_made_once(gitlab: Talk) -> None:
    issues = gitlab.issues()

    made = issues.create_label("opd::dinkes", color="#6699cc", description="Dinas Kesehatan")

    assert issues.labels() == [made]
    with pytest.raises(Conflict):
        issues.create_label("opd::dinkes", color="#c91c00", description="Lain")


def test_every_way_of_being_refused_has_its_own_problem(gitlab: Talk) -> None:
    gitlab.standin.tokens |= {
        "habis": Token(BOT, expires_on=START.date()),
        "sempit": Token(BOT, scopes=("read_user",)),
        "baca": Token(BOT, scopes=("read_api",)),
    }
    issues = gitlab.issues()

    with pytest.raises(TokenRefused):
        gitlab.client(holding="salah").me()
    with pytest.raises(TokenExpired):
        gitlab.client(holding="habis").me()
    with pytest.raises(ScopeMissing):
        gitlab.client(holding="sempit").me()
    with pytest.raises(ScopeMissing):
        gitlab.issues(holding="baca").create(NEW)
    with pytest.raises(ProjectMissing):
        gitlab.client().project("orang/lain")
    with pytest.raises(Missing):
        issues.get(99)
    with pytest.raises(Refused, match="title"):
        issues.create(NewIssue(title="x" * 256, description=""))
    gitlab.project.archived = True
    with pytest.raises(Forbidden):
        issues.create(NEW)


def test_a_guest_does_not_see_what_is_confidential(gitlab: Talk) -> None:
    gitlab.issues().create(NEW)

    assert gitlab.issues(holding="token-tamu").created_since(START) == []
    with pytest.raises(Missing):
        gitlab.issues(holding="token-tamu").get(1)
    assert GUEST.id in gitlab.project.members
