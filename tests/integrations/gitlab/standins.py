"""A stand-in with a bot, two people and the project of the tickets, and clients that talk to it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from loket.integrations.gitlab.client import Gitlab, Issues
from loket.integrations.gitlab.connection import connect
from loket.integrations.gitlab.standin.contract import Contract
from loket.integrations.gitlab.standin.server import running
from loket.integrations.gitlab.standin.state import Level, Person, Project, StandIn, Token

START = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
TOKEN = "glpat-" + "x7Kq-rahasia_bot"
BOT, BUDI, GUEST = Person(2, "loket-bot", "Loket"), Person(4, "prog.budi", "Budi"), Person(5, "tamu", "Tamu")
PROJECT = 10
PATH = "diskominfo/e-ticketing"


@dataclass(slots=True)
class Watch:
    """A clock that only the test moves."""

    at: datetime = START

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> datetime:
        self.at += timedelta(**by)
        return self.at


@dataclass(frozen=True, slots=True)
class Talk:
    standin: StandIn
    watch: Watch
    url: str
    opened: list[Gitlab] = field(default_factory=list, repr=False)

    def client(self, *, holding: str = TOKEN, patient: bool = True) -> Gitlab:
        self.opened.append(Gitlab(connect(self.url, holding, seconds=5.0 if patient else 0.2)))
        return self.opened[-1]

    def issues(self, *, holding: str = TOKEN, patient: bool = True) -> Issues:
        return self.client(holding=holding, patient=patient).issues_of(PROJECT)

    @property
    def project(self) -> Project:
        return self.standin.projects[PROJECT]


def contract_path() -> Path | None:
    """GitLab's OpenAPI description, where it lies beside this repository or GITLAB_OPENAPI names it."""
    beside = Path(__file__).parents[3].parent / "shared" / "gitlab" / "openapi_subset.json"
    path = Path(os.environ.get("GITLAB_OPENAPI", beside))
    return path if path.is_file() else None


@contextmanager
def talk() -> Iterator[Talk]:
    """Open a stand-in; whatever asks it for something that GitLab does not know fails its test."""
    watch, path = Watch(), contract_path()
    members = {BOT.id: Level.MAINTAINER, BUDI.id: Level.DEVELOPER, GUEST.id: Level.GUEST}
    standin = StandIn(
        clock=watch,
        people={one.id: one for one in (BOT, BUDI, GUEST)},
        tokens={TOKEN: Token(BOT), "token-budi": Token(BUDI), "token-tamu": Token(GUEST)},
        projects={PROJECT: Project(PROJECT, PATH, members)},
        contract=Contract.load(path) if path else None,
    )
    with running(standin) as url:
        opened = Talk(standin, watch, url)
        yield opened
        for client in opened.opened:
            client.close()
    assert standin.violations == []
