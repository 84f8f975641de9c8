"""Whom and what the stand-in knows, and how it shall fail next."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import IntEnum
from threading import Event, RLock
from typing import Any

from loket.integrations.gitlab.standin.contract import Contract
from loket.integrations.gitlab.standin.faults import Fault

Clock = Callable[[], datetime]


class Level(IntEnum):
    GUEST = 10
    PLANNER = 15
    REPORTER = 20
    DEVELOPER = 30
    MAINTAINER = 40
    OWNER = 50


@dataclass(slots=True)
class Person:
    id: int
    username: str
    name: str


@dataclass(slots=True)
class Token:
    owner: Person
    scopes: tuple[str, ...] = ("api",)
    expires_on: date | None = None


@dataclass(slots=True)
class Hook:
    """`signing_token` is `whsec_` and base64; without one only the plain token is sent."""

    url: str
    token: str = field(default="", repr=False)
    signing_token: str = field(default="", repr=False)
    hears_confidential: bool = True


@dataclass(slots=True)
class Note:
    id: int
    body: str
    author: Person
    internal: bool
    created_at: str
    updated_at: str
    system: bool = False


@dataclass(slots=True)
class MergeRequest:
    """`state` is opened, closed, locked or merged; `closes` its issue when it is merged. `pipeline` "" is none."""

    id: int
    iid: int
    author: Person
    title: str
    updated_at: str
    state: str = "opened"
    draft: bool = False
    closes: bool = False
    pipeline: str = ""


@dataclass(slots=True)
class Issue:
    id: int
    iid: int
    author: Person
    title: str
    description: str
    created_at: str
    updated_at: str
    state: str = "opened"
    confidential: bool = False
    due_date: str | None = None
    labels: list[str] = field(default_factory=list)
    assignees: list[int] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    merge_requests: list[MergeRequest] = field(default_factory=list)
    label_events: list[dict[str, Any]] = field(default_factory=list)
    state_events: list[dict[str, Any]] = field(default_factory=list)
    moved_to: int | None = None


@dataclass(slots=True)
class Project:
    id: int
    path: str
    members: dict[int, Level]
    former_paths: list[str] = field(default_factory=list)
    archived: bool = False
    issues_enabled: bool = True
    labels: dict[str, int] = field(default_factory=dict)
    issues: dict[int, Issue] = field(default_factory=dict)
    hooks: list[Hook] = field(default_factory=list)
    last_iid: int = 0
    last_merge_request: int = 0


@dataclass(slots=True)
class StandIn:
    """`host` is how its pages are addressed. `faults` by the number of the call or by its name; `late` is what LATE has put off."""

    clock: Clock
    people: dict[int, Person] = field(default_factory=dict)
    tokens: dict[str, Token] = field(default_factory=dict, repr=False)
    projects: dict[int, Project] = field(default_factory=dict)
    contract: Contract | None = None
    host: str = "http://gitlab.invalid"
    per_page_limit: int = 100
    faults: dict[int | str, Fault] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    late: list[Callable[[], object]] = field(default_factory=list, repr=False)
    outgoing: list[Any] = field(default_factory=list, repr=False)
    closing: Event = field(default_factory=Event, repr=False)
    lock: RLock = field(default_factory=RLock, repr=False)
    last_id: int = 4000

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def stamp(self) -> str:
        return self.clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"

    def break_next(self, call: str, fault: Fault) -> None:
        """Let the next call of a kind fail, by its name in `server.ROUTES`."""
        self.faults[call] = fault

    def break_call(self, number: int, fault: Fault) -> None:
        """Let the call of a number fail, counted from now on as 0."""
        self.faults[len(self.calls) + number] = fault

    def let_go(self) -> None:
        """Do what LATE has put off."""
        with self.lock:
            while self.late:
                self.late.pop(0)()
