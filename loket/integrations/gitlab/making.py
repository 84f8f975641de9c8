"""Exactly one issue for a permintaan, and one note for a comment, whatever fails: the rules, as a pure state machine.

GitLab has no idempotency key, so a POST is sent once, and after an outcome that nobody knows the issue is looked for by
the marker in its description. What is about to be asked is committed first: a process that dies while it asks leaves
`asked` behind, which is treated as unknown.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from loket.integrations.gitlab.problems import GitlabProblem, Passing, Unknown
from loket.integrations.gitlab.ticket import is_marked
from loket.integrations.gitlab.values import Issue

SETTLE = timedelta(seconds=120)
"""Longer than a client waits and a GitLab may still be working on what the client has given up."""
PAUSE = timedelta(seconds=60)
"""Between two looks that find nothing; and after a problem that says nothing about time itself."""
LATE = timedelta(minutes=15)
"""After a second POST the first may still come true; so long one looks for a twin."""
MARGIN = timedelta(days=1)
"""How far the clock of GitLab may be from ours; a look reads that much more, which is a page or two."""


class Stage(StrEnum):
    PLANNED = "planned"
    ASKED = "asked"
    UNKNOWN = "unknown"
    FOUND = "found"
    CREATED = "created"
    REFUSED = "refused"


class Move(StrEnum):
    ASK = "ask"
    LOOK = "look"
    WAIT = "wait"
    REST = "rest"


class Numbered(Protocol):
    """What was made, an issue or a note of one."""

    @property
    def iid(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """`tries` counts the requests that may have made an issue; `authors` are the accounts that sent them."""

    ref: UUID
    stage: Stage = Stage.PLANNED
    tries: int = 0
    authors: tuple[int, ...] = ()
    first_asked_at: datetime | None = None
    asked_at: datetime | None = None
    missed_at: datetime | None = None
    wait_until: datetime | None = None
    iid: int | None = None
    is_settled: bool = False
    problem: str = ""

    @property
    def is_made(self) -> bool:
        return self.stage in {Stage.FOUND, Stage.CREATED}


def due(making: Making, now: datetime) -> tuple[Move, datetime]:
    """What to do next, and from when on; `WAIT` until then."""
    move, moments = _next(making)
    at = max((moment for moment in (*moments, making.wait_until) if moment), default=now)
    return (Move.WAIT, at) if move is not Move.REST and now < at else (move, at)


def _next(making: Making) -> tuple[Move, tuple[datetime | None, ...]]:
    if making.stage is Stage.PLANNED:
        return Move.ASK, ()
    if making.stage in {Stage.ASKED, Stage.UNKNOWN}:
        return Move.LOOK, (_after(making.asked_at, SETTLE), _after(making.missed_at, PAUSE))
    if making.is_made and not making.is_settled:
        return Move.LOOK, (_after(making.asked_at, LATE),)
    return Move.REST, ()


def _after(moment: datetime | None, wait: timedelta) -> datetime | None:
    return moment + wait if moment else None


def asking(making: Making, account_id: int, now: datetime) -> Making:
    """To be committed before the request goes out."""
    return replace(
        making,
        stage=Stage.ASKED,
        tries=making.tries + 1,
        authors=tuple(sorted({*making.authors, account_id})),
        first_asked_at=making.first_asked_at or now,
        asked_at=now,
        missed_at=None,
        wait_until=None,
        problem="",
    )


def created(making: Making, made: Numbered) -> Making:
    return replace(making, stage=Stage.CREATED, iid=made.iid, is_settled=making.tries == 1)


def not_created(making: Making, problem: GitlabProblem, now: datetime) -> Making:
    """GitLab said no, or nothing. A no is certain, so that request does not count."""
    if isinstance(problem, Unknown):
        return replace(making, stage=Stage.UNKNOWN, problem=problem.code)
    refused = replace(making, tries=making.tries - 1, problem=problem.code)
    if isinstance(problem, Passing):
        return replace(refused, stage=Stage.PLANNED, wait_until=_pause(problem, now))
    return replace(refused, stage=Stage.REFUSED)


def not_looked(making: Making, problem: GitlabProblem, now: datetime) -> Making:
    """A look that failed says nothing; one looks again, however often that takes."""
    stage = Stage.UNKNOWN if making.stage is Stage.ASKED else making.stage
    return replace(making, stage=stage, wait_until=_pause(problem, now), problem=problem.code)


def looked(making: Making, kept: Numbered | None, now: datetime) -> Making:
    """After a whole look; two that find nothing, with a pause between them, allow to ask again."""
    rested = replace(making, wait_until=None, problem="")
    if making.is_made:
        return replace(rested, is_settled=True)
    if kept:
        is_settled = making.tries == 1 or now >= (making.asked_at or now) + LATE
        return replace(rested, stage=Stage.FOUND, iid=kept.iid, is_settled=is_settled)
    if making.missed_at is None:
        return replace(rested, stage=Stage.UNKNOWN, missed_at=now)
    return replace(rested, stage=Stage.PLANNED, missed_at=None)


def again(making: Making) -> Making:
    """Somebody has repaired what GitLab refused; where something may have been made before, look first."""
    if making.stage is not Stage.REFUSED:
        return making
    stage = Stage.UNKNOWN if making.tries else Stage.PLANNED
    return replace(making, stage=stage, wait_until=None, problem="")


def ours(making: Making, issues: Collection[Issue], account_id: int) -> list[Issue]:
    """The issues that this making has made, the lowest number first: a clone or a moved issue has another author."""
    authors = {*making.authors, account_id}
    marked = (issue for issue in issues if issue.author_id in authors and is_marked(issue, making.ref))
    return sorted(marked, key=lambda issue: issue.iid)


def to_keep(making: Making, found: list[Issue]) -> Issue | None:
    """The one that is known already; else the lowest that is open, for somebody may have closed a twin by hand."""
    known = [issue for issue in found if issue.iid == making.iid]
    still_open = [issue for issue in found if issue.is_open]
    return next(iter((*known, *still_open, *found)), None)


def _pause(problem: GitlabProblem, now: datetime) -> datetime:
    return now + (timedelta(seconds=problem.retry_after) if problem.retry_after else PAUSE)
