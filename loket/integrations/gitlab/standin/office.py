"""The stand-in as the demo runs it: an office with its project, pages for the browser, hooks, and a memory."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from urllib.parse import parse_qs

from loket.integrations.gitlab.standin import hooks, kept, pages
from loket.integrations.gitlab.standin.messages import Ask
from loket.integrations.gitlab.standin.playing import Player
from loket.integrations.gitlab.standin.server import answer
from loket.integrations.gitlab.standin.state import Clock, Hook, Issue, Level, Person, Project, StandIn, Token
from loket.integrations.loopback import HOST, Answer, Incoming, Reply, serving

PATH = "diskominfo/e-ticketing"
_NUMBER = 1
_LOKET, _PERSON = Person(1, "loket", "Loket"), Person(2, "bayu.gitlab", "Bayu Saputra (GitLab)")
_PAGE = re.compile(rf"/{PATH}/-/(issues|merge_requests)/(\d+)")
_LISTS = {"/", f"/{PATH}", f"/{PATH}/-/issues"}


@dataclass(frozen=True, slots=True)
class Office:
    """`told` is set when hooks wait to be sent: GitLab sends them by itself, after its answer."""

    standin: StandIn
    memory: Path
    told: Event = field(default_factory=Event)

    @property
    def project(self) -> Project:
        return self.standin.projects[_NUMBER]

    def serve(self, incoming: Incoming) -> Answer:
        ask = Ask(incoming.method, incoming.target, incoming.headers, incoming.body)
        with self.standin.lock:
            reply = self._page(ask) if not ask.path.startswith("/api/") else answer(self.standin, ask)[0]
            self.standin.calls.clear()
            if ask.method != "GET":
                kept.save(self.standin, self.memory)
                self.told.set()
        return Answer(reply)

    def send_hooks(self) -> None:
        """Send what waits, until the server is closed."""
        while not self.standin.closing.is_set():
            self.told.wait()
            self.told.clear()
            hooks.deliver(self.standin)

    def _page(self, ask: Ask) -> Reply:
        if ask.path in _LISTS:
            return pages.index(self.project)
        found = _PAGE.fullmatch(ask.path)
        issue = self._shown(found[1], int(found[2])) if found else None
        if issue is None:
            return pages.missing()
        if ask.method == "POST":
            typed = {name: each[0] for name, each in parse_qs(ask.body.decode()).items()}
            Player(self.standin, self.project, _PERSON).play(issue, typed)
            return pages.gone_to(pages.address(self.project, issue))
        return pages.issue(self.standin, self.project, issue)

    def _shown(self, kind: str, iid: int) -> Issue | None:
        """A merge request has no page of its own: it stands on that of its issue."""
        if kind == "issues":
            return self.project.issues.get(iid)
        issues = self.project.issues.values()
        return next((one for one in issues if iid in [each.iid for each in one.merge_requests]), None)


def opened(memory: Path, *, token: str, hook: Hook, clock: Clock) -> Office:
    """Set it up as it was left. `token` is that of Loket."""
    members = {_LOKET.id: Level.MAINTAINER, _PERSON.id: Level.DEVELOPER}
    standin = StandIn(
        clock=clock,
        people={one.id: one for one in (_LOKET, _PERSON)},
        tokens={token: Token(_LOKET)},
        projects={_NUMBER: Project(_NUMBER, PATH, members, hooks=[hook])},
    )
    kept.restore(standin, memory)
    return Office(standin, memory)


@contextmanager
def running(office: Office, port: int = 0) -> Iterator[str]:
    """Serve while the block runs; gives the address."""
    sender = Thread(target=office.send_hooks, daemon=True)
    with serving(office.serve, office.standin.closing, port) as number:
        office.standin.host = f"http://{HOST}:{number}"
        sender.start()
        yield office.standin.host
    office.told.set()
    sender.join()
