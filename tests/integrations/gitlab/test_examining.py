"""A test of the connection hears all there is to hear, and says the first thing that is wrong."""

from datetime import date

import pytest

from loket.integrations.gitlab.examining import Examined, examine
from loket.integrations.gitlab.problems import Passing, Permanent, Unknown, sentence_of
from loket.integrations.gitlab.rights import Rights
from loket.integrations.gitlab.standin.faults import Fault
from loket.integrations.gitlab.standin.state import Level, Token
from loket.integrations.gitlab.values import project
from tests.integrations.gitlab.standins import BOT, PATH, TOKEN, Talk

FINE = Rights(access_level=20, is_archived=False, has_issues=True, scopes=("api",))


def heard(gitlab: Talk, *, token: str = TOKEN, name: str = PATH) -> Examined:
    return examine(gitlab.url, token, name, seconds=0.3)


def code_of(found: Examined) -> str:
    assert found.problem
    return found.problem.code


def test_it_hears_version_token_account_and_project(gitlab: Talk) -> None:
    gitlab.standin.tokens[TOKEN] = Token(BOT, ("api",), date(2027, 1, 1))

    found = heard(gitlab)

    assert (found.problem, found.version) == (None, "19.5.0")
    assert found.account
    assert found.account.username == BOT.username
    assert found.token
    assert found.token.expires_on == date(2027, 1, 1)
    assert found.project
    assert (found.project.name, found.project.access_level) == ("e-ticketing", Level.MAINTAINER)
    assert gitlab.standin.calls == ["version", "personal_access_tokens/self", "user", "project"]


def test_after_an_outage_nothing_more_is_asked(gitlab: Talk) -> None:
    gitlab.standin.break_next("version", Fault.SLOW)

    assert code_of(heard(gitlab)) == "gitlab_lambat"
    assert gitlab.standin.calls == ["version"]


@pytest.mark.parametrize(
    ("token", "code"), (("salah", "token_ditolak"), ("lama", "token_kedaluwarsa"), ("a b", "token_ditolak"))
)
def test_a_token_that_opens_nothing_is_said_at_once(gitlab: Talk, token: str, code: str) -> None:
    gitlab.standin.tokens["lama"] = Token(BOT, ("api",), date(2026, 1, 1))

    assert code_of(heard(gitlab, token=token)) == code
    assert len(gitlab.standin.calls) <= 1


def test_a_project_that_is_not_there_hides_nothing_else(gitlab: Talk) -> None:
    found = heard(gitlab, name="tidak/ada")

    assert code_of(found) == "proyek_tidak_ditemukan"
    assert (found.version, found.project) == ("19.5.0", None)


def test_a_gitlab_that_says_nothing_of_tokens_is_no_problem(gitlab: Talk) -> None:
    gitlab.standin.break_next("personal_access_tokens/self", Fault.MISSING)

    found = heard(gitlab)

    assert (found.problem, found.token) == (None, None)
    assert found.project


def test_the_first_of_two_problems_is_kept(gitlab: Talk) -> None:
    gitlab.standin.break_next("user", Fault.FORBIDDEN)

    assert code_of(heard(gitlab, name="tidak/ada")) == "gitlab_tidak_mengizinkan"


def test_an_answer_that_is_none_is_said(gitlab: Talk) -> None:
    gitlab.standin.break_next("version", Fault.WRONG_JSON)

    assert code_of(heard(gitlab)) == "gitlab_jawaban_tidak_dikenal"


def test_switched_off_issues_are_seen_as_old_and_new_versions_say_it() -> None:
    said = {"id": 1, "path_with_namespace": "a/b"}

    assert project(said).has_issues
    assert not project(said | {"issues_enabled": False}).has_issues
    assert not project(said | {"issues_access_level": "disabled"}).has_issues


@pytest.mark.parametrize(
    ("level", "role"),
    (
        (0, "bukan anggota"),
        (10, "Guest"),
        (15, "Planner"),
        (25, "Reporter"),
        (50, "Owner"),
        (-3, "bukan anggota"),
    ),
)
def test_a_role_has_gitlabs_own_word(level: int, role: str) -> None:
    rights = Rights(access_level=level, is_archived=False, has_issues=True, scopes=None)

    assert rights.role == role
    assert bool(rights.lacks()) == (level < 15)


def test_what_lacks_is_named_with_what_to_do() -> None:
    poor = Rights(access_level=10, is_archived=True, has_issues=False, scopes=("read_api",), is_active=False)

    assert FINE.lacks() == ()
    assert [may for _, may in FINE.abilities()] == [True] * 4
    assert len(poor.lacks()) == 5
    assert all(what.endswith(".") and todo.endswith(".") for what, todo in poor.lacks())
    assert [may for _, may in poor.abilities()] == [False] * 4


def test_a_guest_writes_and_no_more() -> None:
    guest = Rights(access_level=10, is_archived=False, has_issues=True, scopes=("api",))

    assert [may for _, may in guest.abilities()] == [True, False, False, False]


def test_every_problem_has_a_sentence_and_so_has_one_that_is_not_known() -> None:
    kinds = [kind for base in (Permanent, Passing, Unknown) for kind in base.__subclasses__()]

    assert {sentence_of(kind.code) for kind in kinds} == {kind.text for kind in kinds}
    assert "kode_lama" in sentence_of("kode_lama")
