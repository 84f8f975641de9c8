"""A test of the connection: what GitLab says of itself, of the token, of our account and of the project."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from loket.integrations.gitlab.client import Gitlab
from loket.integrations.gitlab.connection import InvalidAddress, connect
from loket.integrations.gitlab.problems import GitlabProblem, Missing, Passing, TokenExpired, TokenRefused
from loket.integrations.gitlab.values import Account, Project, TokenState

_HOPELESS = (Passing, TokenExpired, TokenRefused)
"""After these every further question would have the same answer, and whoever waits would wait for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What was heard, and the first problem. A GitLab before 15.5 says nothing of the token."""

    version: str = ""
    token: TokenState | None = None
    account: Account | None = None
    project: Project | None = None
    problem: GitlabProblem | None = None


def examine(url: str, token: str, project: str, *, seconds: float) -> Examined:
    """Ask four times, each for so many seconds at most; raises nothing."""
    try:
        gitlab = Gitlab(connect(url, token, seconds=seconds))
    except InvalidAddress:
        return Examined(problem=TokenRefused("the setting cannot be used"))
    try:
        return _heard(gitlab, project)
    finally:
        gitlab.close()


def _heard(gitlab: Gitlab, project: str) -> Examined:
    questions: Mapping[str, Callable[[], Any]] = {
        "version": gitlab.version,
        "token": gitlab.token,
        "account": gitlab.me,
        "project": lambda: gitlab.project(project),
    }
    heard: dict[str, Any] = {}
    first: GitlabProblem | None = None
    for name, ask in questions.items():
        try:
            heard[name] = ask()
        except GitlabProblem as problem:
            if name == "token" and isinstance(problem, Missing):
                continue
            first = first or problem
            if isinstance(problem, _HOPELESS):
                break
    return Examined(**heard, problem=first)
