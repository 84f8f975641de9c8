"""A comment becomes exactly one note, whatever fails at whichever call."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import pytest

from loket.integrations.gitlab import making as rules
from loket.integrations.gitlab.asking import NewIssue
from loket.integrations.gitlab.comment import body, marker
from loket.integrations.gitlab.maker import Overtaken
from loket.integrations.gitlab.making import Making, Move, Stage
from loket.integrations.gitlab.poster import Poster
from loket.integrations.gitlab.standin.commands import taken_from
from loket.integrations.gitlab.standin.faults import WAITING, Fault
from loket.integrations.gitlab.standin.state import Token
from tests.integrations.gitlab.standins import BOT, BUDI, START, Talk

REF = UUID(int=7)
BODY = body("Rini Astuti, S.Kom.", "Server siap.\n/close", REF)
MOST = 30


@dataclass
class Book:
    """What would be committed; `is_shut` as if another process had been faster."""

    kept: list[Making] = field(default_factory=list)
    is_shut: bool = False

    def move(self, before: Making, after: Making) -> bool:
        self.kept.append(after)
        return not self.is_shut


@pytest.fixture
def issue(gitlab: Talk) -> int:
    return gitlab.issues().create(NewIssue(title="x", description="y")).iid


def _post(gitlab: Talk, making: Making, *, patient: bool = True) -> Making:
    """Go on until nothing is left to do."""
    poster = Poster(gitlab.issues(patient=patient), 1, BOT.id, Book())
    for _ in range(MOST):
        making = poster.go_on(making, BODY, gitlab.watch.at)
        if making.stage is Stage.REFUSED:
            making = rules.again(making)
        move, at = rules.due(making, gitlab.watch.at)
        if move is Move.REST:
            return making
        gitlab.watch.at = at
    raise AssertionError("never done")


def _ours(gitlab: Talk) -> list[str]:
    return [note.body for note in gitlab.project.issues[1].notes if marker(REF) in note.body]


def test_a_note_is_internal_says_who_wrote_it_and_runs_no_command(gitlab: Talk, issue: int) -> None:
    making = _post(gitlab, Making(ref=REF))

    note = gitlab.project.issues[issue].notes[0]
    assert (making.stage, making.iid, making.is_settled) == (Stage.CREATED, note.id, True)
    assert note.internal
    assert note.body.startswith("Catatan dari Loket, oleh Rini Astuti, S.Kom.:\n\n> Server siap.  \n> /close")
    assert gitlab.project.issues[issue].state == "opened"


@pytest.mark.parametrize("name", ("/close", "@all", "<!-- x", "#1", "- a", "> b"))
def test_no_name_is_more_than_a_name(name: str) -> None:
    written = body(name, "Isi", REF)

    assert taken_from(written)[1] == {}
    assert written.splitlines()[0].startswith("Catatan dari Loket, oleh ")
    assert "<!-- x" not in written
    assert "@all" not in written


@pytest.mark.parametrize("fault", sorted(set(Fault) - {Fault.LATE}))
@pytest.mark.parametrize("call", ("note", "notes", "delete_note"))
def test_with_any_fault_at_any_call_there_is_exactly_one(
    gitlab: Talk, issue: int, call: str, fault: Fault
) -> None:
    gitlab.standin.break_next("note", Fault.LATE if call == "delete_note" else Fault.LOST)
    gitlab.standin.break_next(call, fault)
    if call == "delete_note":
        # Once the second one is there, the first comes true as well, and is deleted as its twin.
        first = Poster(gitlab.issues(), 1, BOT.id, Book())
        making = Making(ref=REF)
        while making.tries < 2:
            making = first.go_on(making, BODY, gitlab.watch.at)
            gitlab.watch.at = rules.due(making, gitlab.watch.at)[1]
        gitlab.standin.let_go()
    else:
        making = Making(ref=REF)

    made = _post(gitlab, making, patient=fault not in WAITING)

    assert len(_ours(gitlab)) == 1
    assert made.iid == next(note.id for note in gitlab.project.issues[1].notes if marker(REF) in note.body)
    assert made.problem == ""


def test_what_comes_true_before_the_look_is_found_and_not_sent_again(gitlab: Talk, issue: int) -> None:
    gitlab.standin.break_next("note", Fault.LATE)
    poster = Poster(gitlab.issues(), issue, BOT.id, Book())
    making = poster.go_on(Making(ref=REF), BODY, gitlab.watch.at)
    gitlab.standin.let_go()

    assert making.stage is Stage.UNKNOWN
    assert poster.go_on(making, BODY, gitlab.watch.at) == making
    made = _post(gitlab, making)

    assert (made.stage, made.tries, len(_ours(gitlab))) == (Stage.FOUND, 1, 1)


def test_a_copy_of_the_marker_by_somebody_else_is_not_ours(gitlab: Talk, issue: int) -> None:
    gitlab.issues(holding="token-budi").add_note(issue, f"Salinan {marker(REF)}")
    gitlab.standin.break_next("note", Fault.DROPPED)

    made = _post(gitlab, Making(ref=REF))

    authors = [note.author.id for note in gitlab.project.issues[issue].notes]
    assert (authors, made.tries) == ([BUDI.id, BOT.id], 2)


def test_a_note_of_the_account_of_before_is_found(gitlab: Talk, issue: int) -> None:
    gitlab.standin.tokens["baru"] = Token(BUDI)
    gitlab.standin.break_next("note", Fault.LOST)
    making = Poster(gitlab.issues(), issue, BOT.id, Book()).go_on(Making(ref=REF), BODY, gitlab.watch.at)
    gitlab.watch.at = rules.due(making, START)[1]

    made = Poster(gitlab.issues(holding="baru"), issue, BUDI.id, Book()).go_on(making, BODY, gitlab.watch.at)

    assert (made.stage, len(_ours(gitlab))) == (Stage.FOUND, 1)


def test_whoever_was_overtaken_sends_nothing(gitlab: Talk, issue: int) -> None:
    with pytest.raises(Overtaken):
        Poster(gitlab.issues(), issue, BOT.id, Book(is_shut=True)).go_on(Making(ref=REF), BODY, START)

    assert _ours(gitlab) == []


def test_before_its_time_nothing_is_asked(gitlab: Talk, issue: int) -> None:
    waiting = Making(ref=REF, wait_until=START + timedelta(minutes=5))
    calls = list(gitlab.standin.calls)

    assert Poster(gitlab.issues(), issue, BOT.id, Book()).go_on(waiting, BODY, START) == waiting
    assert gitlab.standin.calls == calls
