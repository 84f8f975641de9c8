"""What a hook is about: a project, and an issue or a merge request in it. Everything else it says is asked for anew.

The rest of a hook may be late, out of order or incomplete, and what has changed it says least reliably.
"""

import json
from dataclasses import dataclass
from enum import StrEnum

from loket.integrations.gitlab.problems import Nonsense
from loket.integrations.gitlab.values import Said


class About(StrEnum):
    ISSUE = "issue"
    """The issue itself or a comment on it."""
    WORK = "work"
    """A merge request or a pipeline; which issues they are for, only GitLab knows."""


class Unreadable(ValueError):
    """It is of a kind that concerns us, or says no kind, and what it is about cannot be read."""


@dataclass(frozen=True, slots=True)
class Told:
    """`iid` of an issue; 0 where it is about work."""

    about: About
    project_id: int
    iid: int = 0


_ISSUES = {"issue", "work_item"}
_WORK = {"merge_request", "pipeline"}
_NOTED = {"Issue": "issue", "WorkItem": "issue", "MergeRequest": "merge_request"}


def told_by(body: bytes) -> Told | None:
    """Read it tolerantly; None where it is of a kind that does not concern us. Raises Unreadable."""
    try:
        hook = Said(json.loads(body))
        kind = hook.text("object_kind")
        return _told(hook, kind)
    except (ValueError, RecursionError, Nonsense):
        # What was raised holds the body, and may be reported.
        pass
    raise Unreadable("no hook of GitLab's")


def _told(hook: Said, kind: str) -> Told | None:
    if kind in _ISSUES:
        return Told(About.ISSUE, _project(hook), hook.inner("object_attributes").number("iid"))
    if kind == "note":
        return _noted(hook)
    return Told(About.WORK, _project(hook)) if kind in _WORK else None


def _noted(hook: Said) -> Told | None:
    """A comment on a commit or a snippet concerns nobody here."""
    on = _NOTED.get(hook.inner("object_attributes").text("noteable_type"))
    if on is None:
        return None
    if on == "issue":
        return Told(About.ISSUE, _project(hook), hook.inner("issue").number("iid"))
    return Told(About.WORK, _project(hook))


def _project(hook: Said) -> int:
    """Every kind names it in `project`; a comment also beside it."""
    number = hook.number_or_none("project_id")
    return number or hook.inner("project").number("id")
