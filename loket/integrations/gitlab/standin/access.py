"""Who calls, and what they may: GitLab says 404 where somebody may not even know that there is something."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from loket.integrations.gitlab.standin.faults import INSTEAD, Fault
from loket.integrations.gitlab.standin.messages import Ask, refuse
from loket.integrations.gitlab.standin.state import Issue, Level, Person, Project, StandIn, Token
from loket.integrations.loopback import Reply


@dataclass(frozen=True, slots=True)
class Call:
    """One call by somebody who may make it; `parts` are the numbers in its address after the project."""

    standin: StandIn
    ask: Ask
    token: Token
    project: Project = field(repr=False)
    parts: tuple[int, ...] = ()

    @property
    def who(self) -> Person:
        return self.token.owner

    @property
    def level(self) -> Level:
        return self.project.members.get(self.who.id, Level.GUEST)

    def may_plan(self) -> bool:
        return self.level >= Level.PLANNER

    def sees(self, issue: Issue) -> bool:
        mine = issue.author.id == self.who.id or self.who.id in issue.assignees
        return not issue.confidential or self.may_plan() or mine

    def issue(self) -> Issue | None:
        found = self.project.issues.get(self.parts[0])
        return found if found and self.sees(found) else None


def by_hand(standin: StandIn, project: Project, who: Person) -> Call:
    """Let somebody do in GitLab's own pages what no call of ours does."""
    return Call(standin, Ask("POST", "/", {}, b""), Token(who), project)


def known(standin: StandIn, ask: Ask) -> Token | Reply:
    token = standin.tokens.get(ask.token)
    if token is None:
        return INSTEAD[Fault.UNAUTHORISED]
    if token.expires_on and token.expires_on <= standin.clock().date():
        return INSTEAD[Fault.EXPIRED]
    writes = ask.method != "GET"
    if "api" not in token.scopes and (writes or "read_api" not in token.scopes):
        return INSTEAD[Fault.SCOPE]
    return token


def admitted(standin: StandIn, ask: Ask, token: Token) -> Call | Reply:
    """Find the project that the address names, by number, by path, or by a path of before."""
    found = re.match(r"/api/v4/projects/([^/]+)(/.*)?$", ask.path)
    name = unquote(found[1]) if found else ""
    rest = (found and found[2]) or ""
    for project in standin.projects.values():
        if token.owner.id not in project.members:
            continue
        if name in project.former_paths:
            return Reply(301, b"", {"Location": f"/api/v4/projects/{project.id}{rest}"})
        if name in {str(project.id), project.path}:
            if ask.method != "GET" and (project.archived or not project.issues_enabled):
                return INSTEAD[Fault.FORBIDDEN]
            return Call(standin, ask, token, project, tuple(map(int, re.findall(r"/(\d+)", rest))))
    return refuse(404, "404 Project Not Found")
