"""The stand-in as the demo runs it: an office with its project, pages for the browser, hooks, and a memory."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from urllib.parse import parse_qs

from loket.integrations.gitlab.standin import hooks, issues, kept, notes, pages
from loket.integrations.gitlab.standin.access import Call
from loket.integrations.gitlab.standin.messages import Ask
from loket.integrations.gitlab.standin.server import answer
from loket.integrations.gitlab.standin.state import Clock, Hook, Issue, Level, Person, Project, StandIn, Token
from loket.integrations.loopback import HOST, Answer, Incoming, Reply, serving

PATH = "diskominfo/e-ticketing"
_NUMBER = 1
_LOKET, _PERSON = Person(1, "loket", "Loket"), Person(2, "bayu.gitlab", "Bayu Saputra (GitLab)")
_PAGE = re.compile(rf"/{PATH}/-/issues/(\d+)")
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
        issue = self.project.issues.get(int(found[1])) if found else None
        if issue is None:
            return pages.missing()
        if ask.method == "POST":
            self._play(issue, {name: each[0] for name, each in parse_qs(ask.body.decode()).items()})
            return pages.gone_to(pages.address(self.project, issue))
        return pages.issue(self.standin, self.project, issue)

    def _play(self, issue: Issue, typed: dict[str, str]) -> None:
        """Do what somebody in GitLab does, by the calls that they would make."""
        if body := typed.get("body", "").strip():
            notes.create(self._call("POST", issue, {"body": body}))
        if typed.get("act") in {"close", "reopen"}:
            issues.update(self._call("PUT", issue, {"state_event": typed["act"]}))

    def _call(self, method: str, issue: Issue, fields: dict[str, str]) -> Call:
        ask = Ask(method, "", {}, json.dumps(fields).encode())
        return Call(self.standin, ask, Token(_PERSON), self.project, (issue.iid,))


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
