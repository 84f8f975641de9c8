"""What somebody in GitLab does by a button of the stand-in's pages, by the calls that they would make."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from loket.integrations.gitlab.standin import issues, merge_requests, notes
from loket.integrations.gitlab.standin.access import Call
from loket.integrations.gitlab.standin.messages import Ask
from loket.integrations.gitlab.standin.state import Issue, Person, Project, StandIn, Token

TURNS = {"close", "reopen"}
PROPOSE, MERGE = "propose", "merge-"


@dataclass(frozen=True, slots=True)
class Player:
    standin: StandIn
    project: Project
    who: Person

    def play(self, issue: Issue, typed: Mapping[str, str]) -> None:
        """Do what the pressed button names; what stands in the text is a comment, or the title of what is proposed."""
        act, body = typed.get("act", ""), typed.get("body", "").strip()
        if act == PROPOSE:
            self._propose(issue, body or issue.title)
        elif body:
            notes.create(self._call("POST", issue, {"body": body}))
        if act in TURNS:
            issues.update(self._call("PUT", issue, {"state_event": act}))
        for one in issue.merge_requests:
            if act == f"{MERGE}{one.iid}" and one.state == "opened":
                merge_requests.merge(self._call("PUT", issue, {}), issue, one)

    def _propose(self, issue: Issue, title: str) -> None:
        call = self._call("POST", issue, {})
        merge_requests.run(call, merge_requests.open_one(call, issue, title), "success")

    def _call(self, method: str, issue: Issue, fields: dict[str, str]) -> Call:
        ask = Ask(method, "", {}, json.dumps(fields).encode())
        return Call(self.standin, ask, Token(self.who), self.project, (issue.iid,))
