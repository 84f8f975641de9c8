"""A making driven to its end, against a stand-in that fails as told, by processes that die as told."""

from dataclasses import dataclass, field

import httpx

from loket.integrations.gitlab import making as rules
from loket.integrations.gitlab import ticket
from loket.integrations.gitlab.client import Gitlab, Issues
from loket.integrations.gitlab.connection import connect
from loket.integrations.gitlab.maker import Maker
from loket.integrations.gitlab.making import Making, Move, Stage
from loket.integrations.gitlab.standin.faults import SILENT, WAITING, Fault
from loket.integrations.gitlab.standin.messages import Ask
from loket.integrations.gitlab.standin.server import answer
from loket.integrations.gitlab.standin.state import Issue, Project, StandIn
from tests.integrations.gitlab.standins import BOT, PROJECT, TOKEN, Watch
from tests.integrations.gitlab.tickets import KNOWN, TICKET

NEW = ticket.new_issue(TICKET, KNOWN)
MOST_MOVES = 60


class Died(BaseException):
    """The process ends here, and nothing that it has not committed is left."""


@dataclass(slots=True)
class Kept:
    """What is committed; `dies_at` names the commits at which the process ends, before them or after."""

    making: Making = field(default_factory=lambda: Making(ref=TICKET.ref))
    history: list[Stage] = field(default_factory=list)
    dies_before: set[int] = field(default_factory=set)
    dies_after: set[int] = field(default_factory=set)
    commits: int = 0

    def move(self, before: Making, after: Making) -> bool:
        number, self.commits = self.commits, self.commits + 1
        if number in self.dies_before:
            raise Died
        if before != self.making:
            return False
        self.making = after
        self.history.append(after.stage)
        if number in self.dies_after:
            raise Died
        return True


def in_process(standin: StandIn) -> httpx.MockTransport:
    """The stand-in without its server, for many runs in a row."""

    def serve(request: httpx.Request) -> httpx.Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        reply, fault = answer(
            standin, Ask(request.method, request.url.raw_path.decode(), headers, request.read())
        )
        if fault in SILENT or fault is Fault.HALF:
            raise (httpx.ReadTimeout if fault in WAITING else httpx.RemoteProtocolError)("")
        return httpx.Response(reply.status, content=reply.body, headers=reply.headers)

    return httpx.MockTransport(serve)


def issues_in_process(standin: StandIn) -> Issues:
    return Gitlab(connect("http://gitlab.test", TOKEN, transport=in_process(standin))).issues_of(PROJECT)


def drive(issues: Issues, kept: Kept, watch: Watch, *, until_made: bool = False) -> None:
    """Go on until nothing is left to do; time passes only as the rules ask for it, and a person repairs refusals."""
    for _ in range(MOST_MOVES):
        if until_made and kept.making.is_made:
            return
        move, at = rules.due(kept.making, watch.at)
        if move is Move.WAIT:
            watch.at = at
        elif move is Move.REST:
            if kept.making.stage is not Stage.REFUSED:
                return
            kept.making = rules.again(kept.making)
        else:
            try:
                Maker(issues, BOT.id, kept).go_on(kept.making, NEW, watch.at)
            except Died:
                continue
    raise AssertionError(f"no end: {kept.making}")


def the_one(project: Project, kept: Kept) -> Issue:
    """The issue of the ticket, after making sure of all that was promised of it."""
    marked = [one for one in project.issues.values() if str(TICKET.ref) in one.description]
    still_open = [one for one in marked if one.state == "opened"]
    assert [one.iid for one in still_open] == [kept.making.iid]
    assert kept.making.is_made
    assert set(still_open[0].labels) == NEW.labels
    assert still_open[0].confidential
    assert NEW.due_on
    assert still_open[0].due_date == NEW.due_on.isoformat()
    return still_open[0]
