"""Notes of people and merge requests, as the client reads them and the stand-in tells of them."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from loket.integrations.gitlab import problems
from loket.integrations.gitlab.asking import NewIssue
from loket.integrations.gitlab.merge_request import merge_request
from loket.integrations.gitlab.plain import line, plain
from loket.integrations.gitlab.standin import merge_requests
from loket.integrations.gitlab.standin.access import Call, by_hand
from loket.integrations.gitlab.standin.state import Hook, Issue, Note
from loket.integrations.gitlab.values import Said, note
from tests.integrations.gitlab.standins import BUDI, START, Talk


@pytest.fixture
def issue(gitlab: Talk) -> Issue:
    gitlab.issues().create(NewIssue(title="x", description="y"))
    return gitlab.project.issues[1]


@pytest.fixture
def budi(gitlab: Talk) -> Call:
    return by_hand(gitlab.standin, gitlab.project, BUDI)


def test_a_note_tells_who_wrote_it_and_when_it_was_touched(gitlab: Talk, issue: Issue) -> None:
    people = gitlab.issues(holding="token-budi")
    people.add_note(1, "Mulai.")
    gitlab.watch.move(minutes=5)
    people.connection.write("PUT", f"/projects/10/issues/1/notes/{issue.notes[0].id}", {"body": "Mulai!"})
    issue.notes.append(
        Note(99, "changed title", BUDI, internal=False, created_at="", updated_at="", system=True)
    )

    (found,) = gitlab.issues().notes(1)

    assert (found.author_name, found.body, found.iid) == ("Budi", "Mulai!", issue.notes[0].id)
    assert (found.created_at, found.updated_at) == (START, START + timedelta(minutes=5))


def test_internal_notes_are_for_those_who_plan(gitlab: Talk, issue: Issue) -> None:
    gitlab.project.issues[1].confidential = False
    gitlab.issues().add_note(1, "Rahasia", is_internal=True)

    assert gitlab.issues(holding="token-tamu").notes(1) == []
    with pytest.raises(problems.Missing):
        gitlab.issues(holding="token-tamu").delete_note(1, issue.notes[0].id)


def test_only_its_author_edits_or_deletes_a_note(gitlab: Talk, issue: Issue) -> None:
    gitlab.issues().add_note(1, "Punya Loket")
    number = issue.notes[0].id
    people = gitlab.issues(holding="token-budi")

    with pytest.raises(problems.Forbidden):
        people.delete_note(1, number)
    with pytest.raises(problems.Forbidden):
        people.connection.write("PUT", f"/projects/10/issues/1/notes/{number}", {"body": "x"})
    gitlab.issues().delete_note(1, number)
    with pytest.raises(problems.Missing):
        gitlab.issues().delete_note(1, number)
    with pytest.raises(problems.Missing):
        people.connection.write("PUT", "/projects/10/issues/9/notes/1", {"body": "x"})

    assert issue.notes == []


def test_merge_requests_come_once_with_the_pipeline_where_it_is_told(
    gitlab: Talk, issue: Issue, budi: Call
) -> None:
    form = merge_requests.open_one(budi, issue, "Formulir", draft=True)
    queue = merge_requests.open_one(budi, issue, "Antrean", closes=True)
    merge_requests.run(budi, queue, "failed")

    first, second = gitlab.issues().merge_requests(1)

    assert (first.id, first.reference, first.is_draft, first.pipeline) == (
        form.id,
        "diskominfo/e-ticketing!1",
        True,
        "",
    )
    assert (second.title, second.state, second.pipeline) == ("Antrean", "opened", "failed")
    assert second.web_url.endswith("/-/merge_requests/2")
    assert gitlab.standin.calls[-2:] == ["closing", "related"]


def test_of_what_closes_an_issue_without_naming_it_nobody_tells_the_pipeline() -> None:
    found = merge_request({"id": 1, "iid": 4, "title": "x", "state": "merged"})

    assert (found.reference, found.pipeline, found.web_url, found.updated_at) == ("!4", "", "", None)


def test_merging_what_closes_the_issue_closes_it_and_is_told(gitlab: Talk, issue: Issue, budi: Call) -> None:
    gitlab.project.hooks.append(Hook("http://127.0.0.1:9/hook"))
    one = merge_requests.open_one(budi, issue, "Antrean", closes=True)
    merge_requests.run(budi, one, "success")
    merge_requests.merge(budi, issue, one)
    merge_requests.close(budi, merge_requests.open_one(budi, issue, "Lain"))

    told: list[Any] = [
        (each.headers["X-Gitlab-Event"], json.loads(each.body)) for each in gitlab.standin.outgoing
    ]
    assert issue.state == "closed"
    assert [(event, body["object_attributes"].get("action")) for event, body in told] == [
        ("Merge Request Hook", "open"),
        ("Pipeline Hook", None),
        ("Merge Request Hook", "merge"),
        ("Confidential Issue Hook", "close"),
        ("Merge Request Hook", "open"),
        ("Merge Request Hook", "close"),
    ]
    assert told[1][1]["object_attributes"]["status"] == "success"
    assert told[1][1]["merge_request"]["iid"] == one.iid


@pytest.mark.parametrize("path", ("related_merge_requests", "closed_by"))
def test_an_issue_that_is_not_there_has_no_list(gitlab: Talk, path: str) -> None:
    with pytest.raises(problems.Missing):
        gitlab.client().connection.read(f"/projects/10/issues/5/{path}")


@pytest.mark.parametrize(
    ("said", "moment"),
    (
        ("2026-11-30T01:00:00.000Z", datetime(2026, 11, 30, 1, tzinfo=UTC)),
        ("2026-11-30 01:00:00 UTC", datetime(2026, 11, 30, 1, tzinfo=UTC)),
        ("2026-11-30T01:00:00", datetime(2026, 11, 30, 1, tzinfo=UTC)),
        ("9999-12-31T23:59:59Z", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("kemarin", None),
        ("", None),
    ),
)
def test_a_moment_that_nobody_can_reckon_with_is_none(said: str, moment: datetime | None) -> None:
    assert Said({"at": said}).moment_or_none("at") == moment


def test_who_has_no_name_has_a_username() -> None:
    said = {"id": 1, "body": "x", "author": {"id": 2, "username": "prog.budi"}}

    assert (note(said).author_name, note(said).created_at) == ("prog.budi", None)


def test_a_note_of_a_million_characters_is_cut() -> None:
    assert len(plain("a" * 1_000_000)) == 5_000
    assert plain("<!--" * 300_000) == ""


@pytest.mark.parametrize(
    ("text", "read"),
    (
        ("Budi\u202e\x00 <b>Hartono</b>", "Budi <b>Hartono</b>"),
        ("  a\r\nb\tc ", "a b c"),
        ("\ud800\ue000 👩‍💻", "👩‍💻"),
        ("x" * 60, "x" * 9 + "…"),
        ("\u200b", ""),
    ),
)
def test_a_name_is_one_line_that_could_be_typed(text: str, read: str) -> None:
    assert line(text, longest=10 if len(text) == 60 else 250) == read


@pytest.mark.parametrize(
    ("code", "words"),
    (
        ("token_ditolak", problems.TokenRefused.text),
        ("gitlab_lambat", problems.Slow.text),
        ("gitlab_hasil_tidak_diketahui", problems.OutcomeUnknown.text),
    ),
)
def test_a_problem_can_be_told_again_by_its_code(code: str, words: str) -> None:
    assert problems.sentence_of(code) == words
