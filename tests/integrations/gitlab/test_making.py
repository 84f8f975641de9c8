"""Exactly one issue: with every fault at every call of the protocol, alone and together, and with processes that die."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket.integrations.gitlab import making as rules
from loket.integrations.gitlab.maker import Maker, Overtaken
from loket.integrations.gitlab.making import LATE, PAUSE, SETTLE, Making, Move, Stage
from loket.integrations.gitlab.problems import Forbidden, OutcomeUnknown
from loket.integrations.gitlab.standin.contract import Contract
from loket.integrations.gitlab.standin.faults import DONE, WAITING, Fault
from loket.integrations.gitlab.standin.state import Level, Person, Project, StandIn, Token
from tests.integrations.gitlab.makings import NEW, Kept, drive, issues_in_process, the_one
from tests.integrations.gitlab.standins import BOT, BUDI, PROJECT, START, TOKEN, Talk, Watch, contract_path
from tests.integrations.gitlab.tickets import TICKET

NO_LATE = sorted(set(Fault) - {Fault.LATE})
CONTRACT = Contract.load(path) if (path := contract_path()) else None


def _standin(watch: Watch) -> StandIn:
    project = Project(PROJECT, "a/b", {BOT.id: Level.REPORTER, BUDI.id: Level.DEVELOPER})
    people = {BOT.id: BOT, BUDI.id: BUDI}
    return StandIn(watch, people, {TOKEN: Token(BOT), "budi": Token(BUDI)}, {PROJECT: project}, CONTRACT)


def _run(faults: dict[int, Fault], kept: Kept | None = None) -> tuple[StandIn, Kept]:
    watch, kept = Watch(), kept or Kept()
    standin = _standin(watch)
    standin.faults.update(faults.items())
    drive(issues_in_process(standin), kept, watch)
    standin.let_go()
    return standin, kept


def _check(standin: StandIn, kept: Kept) -> None:
    the_one(standin.projects[PROJECT], kept)
    assert standin.violations == []


def test_where_nothing_fails_one_request_makes_it() -> None:
    standin, kept = _run({})

    _check(standin, kept)
    assert standin.calls == ["create"]
    assert kept.history == [Stage.ASKED, Stage.CREATED]


@pytest.mark.parametrize("fault", tuple(Fault))
def test_a_fault_while_asking_over_a_real_connection(gitlab: Talk, fault: Fault) -> None:
    kept = Kept()
    gitlab.standin.break_call(0, fault)

    drive(gitlab.issues(patient=fault not in WAITING), kept, gitlab.watch)

    assert the_one(gitlab.project, kept).iid == 1
    if fault in DONE:
        assert gitlab.standin.calls == ["create", "list"]


@pytest.mark.parametrize("second", NO_LATE)
@pytest.mark.parametrize("at", (1, 2, 3))
def test_any_two_faults_one_after_the_other(second: Fault, at: int) -> None:
    for first in NO_LATE:
        _check(*_run({0: first, at: second}))


@pytest.mark.parametrize("second", NO_LATE)
def test_any_two_faults_while_a_twin_is_closed(second: Fault) -> None:
    for at in range(2, 8):
        watch, kept = Watch(), Kept()
        standin = _standin(watch)
        standin.faults.update({0: Fault.LATE, at: second})
        issues = issues_in_process(standin)

        drive(issues, kept, watch, until_made=True)
        standin.let_go()
        drive(issues, kept, watch)

        _check(standin, kept)


@settings(max_examples=300, deadline=None)
@given(
    faults=st.dictionaries(st.integers(0, 12), st.sampled_from(NO_LATE), max_size=8),
    before=st.sets(st.integers(0, 9), max_size=3),
    after=st.sets(st.integers(0, 9), max_size=3),
)
def test_any_faults_with_any_deaths(faults: dict[int, Fault], before: set[int], after: set[int]) -> None:
    _check(*_run(faults, Kept(dies_before=before, dies_after=after)))


@settings(max_examples=200, deadline=None)
@given(
    faults=st.dictionaries(st.integers(1, 9), st.sampled_from(NO_LATE), max_size=5),
    seconds=st.integers(0, int(LATE.total_seconds())),
)
def test_what_comes_true_late_leaves_one_issue_open(faults: dict[int, Fault], seconds: int) -> None:
    """As late as it may be; it comes between any two moves."""
    watch, kept = Watch(), Kept()
    standin = _standin(watch)
    standin.faults.update((faults | {0: Fault.LATE}).items())
    issues = issues_in_process(standin)
    for _ in range(200):
        if watch.at >= START + timedelta(seconds=seconds):
            standin.let_go()
        move, at = rules.due(kept.making, watch.at)
        if move is Move.REST and not standin.late and kept.making.stage is not Stage.REFUSED:
            break
        watch.at = min(at, watch.at + timedelta(seconds=30)) if move is Move.WAIT else watch.at
        if move is Move.REST:
            watch.move(seconds=30)
        kept.making = rules.again(kept.making)
        Maker(issues, BOT.id, kept).go_on(kept.making, NEW, watch.at)

    _check(standin, kept)


def test_of_twins_the_lowest_stays_and_the_other_says_why_it_was_closed() -> None:
    watch, kept = Watch(), Kept()
    standin = _standin(watch)
    issues = issues_in_process(standin)
    issues.create(NEW)
    issues.create(NEW)
    kept.making = replace(
        kept.making, stage=Stage.UNKNOWN, tries=2, first_asked_at=watch.at, asked_at=watch.at
    )

    drive(issues, kept, watch)

    assert the_one(standin.projects[PROJECT], kept).iid == 1
    assert [note.body[:16] for note in standin.projects[PROJECT].issues[2].notes] == ["Kembaran dari #1"]


def test_the_twin_that_somebody_left_open_is_kept() -> None:
    watch, kept = Watch(), Kept()
    standin = _standin(watch)
    issues = issues_in_process(standin)
    issues.create(NEW)
    issues.create(NEW)
    standin.projects[PROJECT].issues[1].state = "closed"
    kept.making = replace(
        kept.making, stage=Stage.UNKNOWN, tries=2, first_asked_at=watch.at, asked_at=watch.at
    )

    drive(issues, kept, watch)

    assert the_one(standin.projects[PROJECT], kept).iid == 2


def test_a_clone_by_somebody_else_is_not_ours() -> None:
    watch, kept = Watch(), Kept()
    standin = _standin(watch)
    issues = issues_in_process(standin)
    standin.people[BUDI.id] = Person(BUDI.id, BUDI.username, BUDI.name)
    standin.tokens[TOKEN] = Token(BUDI)
    issues.create(NEW)
    standin.tokens[TOKEN] = Token(BOT)
    standin.break_next("create", Fault.DROPPED)

    drive(issues, kept, watch)

    project = standin.projects[PROJECT]
    assert {one.author.id: one.state for one in project.issues.values()} == {
        BUDI.id: "opened",
        BOT.id: "opened",
    }
    assert kept.making.iid == 2


def test_what_an_account_of_before_has_made_is_found_with_the_new_token() -> None:
    watch, kept = Watch(), Kept()
    standin = _standin(watch)
    issues = issues_in_process(standin)
    standin.break_next("create", Fault.LOST)
    kept.making = Maker(issues, BOT.id, kept).go_on(kept.making, NEW, watch.at)[0]

    watch.at += SETTLE
    made, issue = Maker(issues, BUDI.id, kept).go_on(kept.making, NEW, watch.at)

    assert (made.stage, made.iid) == (Stage.FOUND, 1)
    assert issue is not None


def test_two_processes_do_not_ask_both() -> None:
    watch, kept = Watch(), Kept()
    standin = _standin(watch)
    maker = Maker(issues_in_process(standin), BOT.id, kept)
    planned = kept.making
    maker.go_on(planned, NEW, watch.at)

    with pytest.raises(Overtaken):
        maker.go_on(planned, NEW, watch.at)
    assert standin.calls == ["create"]


def test_a_pause_that_gitlab_asks_for_is_kept() -> None:
    watch, kept = Watch(), Kept()
    standin = _standin(watch)
    standin.break_next("create", Fault.RETRY_LATER)

    making, _ = Maker(issues_in_process(standin), BOT.id, kept).go_on(kept.making, NEW, watch.at)

    assert rules.due(making, watch.at) == (Move.WAIT, START + timedelta(seconds=7))
    assert (making.tries, making.problem) == (0, "gitlab_membatasi")


def test_nothing_is_asked_again_before_two_looks_found_nothing() -> None:
    asked = rules.asking(Making(ref=TICKET.ref), BOT.id, START)
    once = rules.looked(rules.not_created(asked, OutcomeUnknown(), START), None, START + SETTLE)
    twice = rules.looked(once, None, START + SETTLE + PAUSE)

    assert rules.due(asked, START + SETTLE - timedelta(seconds=1))[0] is Move.WAIT
    assert rules.due(once, START + SETTLE) == (Move.WAIT, START + SETTLE + PAUSE)
    assert rules.due(once, START + SETTLE + PAUSE)[0] is Move.LOOK
    assert rules.due(twice, START + SETTLE + PAUSE)[0] is Move.ASK


def _stages() -> Iterator[tuple[Making, Move]]:
    asked = rules.asking(Making(ref=TICKET.ref), BOT.id, START)
    yield Making(ref=TICKET.ref), Move.ASK
    yield asked, Move.WAIT
    yield rules.not_created(asked, OutcomeUnknown(), START), Move.WAIT
    yield rules.not_created(asked, Forbidden(), START), Move.REST


def test_what_is_due_at_first() -> None:
    assert [rules.due(making, START)[0] for making, _ in _stages()] == [move for _, move in _stages()]


def test_a_refusal_waits_for_a_person_and_looks_first_where_something_may_be_there() -> None:
    refused = Making(ref=TICKET.ref, stage=Stage.REFUSED, problem="x")

    assert rules.again(refused).stage is Stage.PLANNED
    assert rules.again(replace(refused, tries=1)).stage is Stage.UNKNOWN
    assert rules.again(Making(ref=TICKET.ref)).stage is Stage.PLANNED
