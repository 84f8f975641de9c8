"""A GitLab that is down, slow, lying or half awake: the right kind of problem, with a sentence, and never a guess."""

import pytest

from loket.integrations.gitlab import problems
from loket.integrations.gitlab.asking import NewIssue
from loket.integrations.gitlab.client import Gitlab
from loket.integrations.gitlab.connection import connect
from loket.integrations.gitlab.problems import GitlabProblem, Passing, Permanent, Unknown
from loket.integrations.gitlab.standin.faults import DONE, WAITING, Fault
from tests.integrations.gitlab.standins import PROJECT, TOKEN, Talk

NEW = NewIssue(title="Antrean", description="Isi")
REFUSALS: dict[Fault, type[GitlabProblem]] = {
    Fault.RETRY_LATER: problems.Throttled,
    Fault.TOO_MANY: problems.Throttled,
    Fault.UNAUTHORISED: problems.TokenRefused,
    Fault.EXPIRED: problems.TokenExpired,
    Fault.FORBIDDEN: problems.Forbidden,
    Fault.SCOPE: problems.ScopeMissing,
    Fault.NO_PROJECT: problems.ProjectMissing,
    Fault.MISSING: problems.Missing,
    Fault.CONFLICT: problems.Conflict,
    Fault.UNPROCESSABLE: problems.Refused,
    Fault.INVALID: problems.Refused,
    Fault.MISSING_FIELD: problems.Refused,
    Fault.ELSEWHERE: problems.Elsewhere,
}
"""Where GitLab says no, the same is true of reading and writing."""
READING: dict[Fault, type[GitlabProblem]] = REFUSALS | {
    Fault.DROPPED: problems.Faulty,
    Fault.SLOW: problems.Slow,
    Fault.LOST: problems.Faulty,
    Fault.DONE_SLOWLY: problems.Slow,
    Fault.LATE: problems.Faulty,
    Fault.HALF: problems.Faulty,
    Fault.TORN: problems.Nonsense,
    Fault.DONE_GATEWAY: problems.Faulty,
    Fault.DONE_NONSENSE: problems.Nonsense,
    Fault.ERROR: problems.Faulty,
    Fault.GATEWAY: problems.Faulty,
    Fault.UNAVAILABLE: problems.Faulty,
    Fault.HTML: problems.Nonsense,
    Fault.WRONG_JSON: problems.Nonsense,
}


def test_every_fault_of_the_stand_in_is_tried() -> None:
    assert set(READING) == set(Fault)


@pytest.mark.parametrize("fault", tuple(Fault))
def test_a_fault_while_reading_leaves_nothing_unknown(gitlab: Talk, fault: Fault) -> None:
    gitlab.standin.break_next("labels", fault)

    with pytest.raises(READING[fault]) as problem:
        gitlab.issues(patient=fault not in WAITING).labels()

    assert type(problem.value) is READING[fault]
    assert not isinstance(problem.value, Unknown)
    assert problem.value.sentence.endswith(".")
    assert gitlab.standin.calls == ["labels"]


@pytest.mark.parametrize("fault", tuple(Fault))
def test_a_fault_while_writing_is_unknown_unless_gitlab_said_no_and_nothing_is_sent_twice(
    gitlab: Talk, fault: Fault
) -> None:
    gitlab.standin.break_next("create", fault)

    with pytest.raises(REFUSALS.get(fault, problems.OutcomeUnknown)):
        gitlab.issues(patient=fault not in WAITING).create(NEW)

    assert gitlab.standin.calls == ["create"]
    assert len(gitlab.project.issues) == (1 if fault in DONE else 0)


def test_where_nobody_listens_nothing_was_done() -> None:
    client = Gitlab(connect("http://127.0.0.1:9", TOKEN))

    with pytest.raises(problems.Unreachable):
        client.issues_of(PROJECT).create(NEW)
    client.close()


@pytest.mark.parametrize(("fault", "seconds"), ((Fault.RETRY_LATER, 7.0), (Fault.TOO_MANY, 60.0)))
def test_a_throttle_says_how_long_to_wait(gitlab: Talk, fault: Fault, seconds: float) -> None:
    gitlab.standin.break_next("user", fault)

    with pytest.raises(problems.Throttled) as throttled:
        gitlab.client().me()

    assert throttled.value.retry_after == seconds


def _kinds(kind: type[GitlabProblem]) -> list[type[GitlabProblem]]:
    return [kind, *(each for below in kind.__subclasses__() for each in _kinds(below))]


@pytest.mark.parametrize("family", (Passing, Permanent, Unknown))
def test_every_problem_has_a_code_of_its_own_and_a_sentence(family: type[GitlabProblem]) -> None:
    for kind in _kinds(family)[1:]:
        assert kind().sentence.endswith(".")
        assert [each for each in _kinds(GitlabProblem) if vars(each).get("code") == kind.code] == [kind]
