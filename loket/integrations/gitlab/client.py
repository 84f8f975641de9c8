"""What Loket asks GitLab for: who it is there, one project, and the issues, notes and labels of that project."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import quote

from loket.integrations.gitlab import problems, values
from loket.integrations.gitlab.answers import Answer
from loket.integrations.gitlab.asking import Change, NewIssue
from loket.integrations.gitlab.connection import Connection
from loket.integrations.gitlab.merge_request import MergeRequest, merge_request
from loket.integrations.gitlab.paging import every

Value = TypeVar("Value")


@dataclass(slots=True)
class Gitlab:
    connection: Connection
    _me: values.Account | None = field(default=None, init=False)

    def close(self) -> None:
        self.connection.close()

    def me(self) -> values.Account:
        """Ask once who it is: a token has one account as long as it lives."""
        if self._me is None:
            self._me = values.account(self.connection.read("/user").json())
        return self._me

    def version(self) -> str:
        """Not `/metadata`, which says the same but is younger."""
        return values.version(self.connection.read("/version").json())

    def token(self) -> values.TokenState:
        """Tell until when the token holds: a bot reads none of the mails that warn of it."""
        return values.token_state(self.connection.read("/personal_access_tokens/self").json())

    def project(self, id_or_path: int | str) -> values.Project:
        """Find a project by its number or its path, also by a path that it no longer has."""
        answer = self.connection.read(f"/projects/{quote(str(id_or_path).strip('/'), safe='')}")
        return values.project(answer.json())

    def issues_of(self, project_id: int) -> "Issues":
        return Issues(self.connection, project_id)


@dataclass(frozen=True, slots=True)
class Issues:
    connection: Connection
    project_id: int

    def create(self, new: NewIssue) -> values.Issue:
        """POST once. After an Unknown problem there may be an issue: look for it before asking again."""
        answer = self.connection.write("POST", f"{self._root}/issues", new.fields())
        return _written(answer, self._own_issue)

    def update(self, iid: int, change: Change) -> values.Issue:
        answer = self.connection.write("PUT", f"{self._root}/issues/{iid}", change.fields())
        return _written(answer, self._own_issue)

    def get(self, iid: int) -> values.Issue:
        return self._own_issue(self.connection.read(f"{self._root}/issues/{iid}").json())

    def created_since(self, moment: datetime) -> list[values.Issue]:
        """All issues of the project since then, open or closed, the oldest first, so that new ones shift no page."""
        return self._issues(created_after=moment.isoformat(), order_by="created_at")

    def updated_since(self, moment: datetime) -> list[values.Issue]:
        """In the order in which they were made: one that changes meanwhile would leave its page, and shift the others."""
        return self._issues(updated_after=moment.isoformat(), order_by="created_at")

    def state_changes(self, iid: int) -> list[values.StateChange]:
        """Tell who has closed it and opened it again, the oldest first."""
        path = f"{self._root}/issues/{iid}/resource_state_events"
        return sorted(every(self.connection, path, {}, values.state_change), key=lambda one: one.id)

    def notes(self, iid: int) -> list[values.Note]:
        """What people wrote, without what GitLab itself notes down."""
        query = {"activity_filter": "only_comments", "order_by": "created_at", "sort": "asc"}
        found = every(self.connection, f"{self._root}/issues/{iid}/notes", query, values.note)
        return [note for note in found if not note.is_system]

    def add_note(self, iid: int, body: str, *, is_internal: bool = False) -> values.Note:
        fields: dict[str, Any] = {"body": body} | ({"internal": True} if is_internal else {})
        answer = self.connection.write("POST", f"{self._root}/issues/{iid}/notes", fields)
        if answer.status == 202:  # noqa: PLR2004 - "Accepted": the body held nothing but quick actions
            raise problems.RunAsCommands("HTTP 202")
        return _written(answer, values.note)

    def delete_note(self, iid: int, note_id: int) -> None:
        self.connection.write("DELETE", f"{self._root}/issues/{iid}/notes/{note_id}", None)

    def merge_requests(self, iid: int) -> list[MergeRequest]:
        """Those that name the issue or will close it; of the second kind alone nobody tells the pipeline."""
        issue = f"{self._root}/issues/{iid}"
        closing = every(self.connection, f"{issue}/closed_by", {}, merge_request)
        naming = every(self.connection, f"{issue}/related_merge_requests", {}, merge_request)
        return sorted({one.id: one for one in (*closing, *naming)}.values(), key=lambda one: one.id)

    def labels(self) -> list[values.Label]:
        return every(self.connection, f"{self._root}/labels", {}, values.label)

    def create_label(self, name: str, *, color: str, description: str) -> values.Label:
        fields = {"name": name, "color": color, "description": description}
        return _written(self.connection.write("POST", f"{self._root}/labels", fields), values.label)

    @property
    def _root(self) -> str:
        return f"/projects/{self.project_id}"

    def _issues(self, **query: str) -> list[values.Issue]:
        wanted = {"state": "all", "sort": "asc", "scope": "all"} | query
        return every(self.connection, f"{self._root}/issues", wanted, self._own_issue)

    def _own_issue(self, said: object) -> values.Issue:
        found = values.issue(said)
        if found.project_id != self.project_id:
            raise problems.Nonsense("an issue of another project")
        return found


def _written(answer: Answer, read: Callable[[object], Value]) -> Value:
    """Read what was written; where that cannot be read, it may have been written all the same."""
    try:
        return read(answer.json())
    except problems.Nonsense as nonsense:
        detail = nonsense.detail
    raise problems.OutcomeUnknown(detail)
