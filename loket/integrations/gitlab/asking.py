"""What Loket asks of an issue, and what of it GitLab has let fall without a word."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from loket.integrations.gitlab.values import Issue

StateEvent = Literal["close", "reopen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIssue:
    """Confidential from its first moment: hooks and mails would tell what is hidden only afterwards."""

    title: str
    description: str
    labels: frozenset[str] = frozenset()
    due_on: date | None = None
    is_confidential: bool = True

    def fields(self) -> dict[str, Any]:
        fields: dict[str, Any] = {
            "title": self.title,
            "description": self.description,
            "confidential": self.is_confidential,
        }
        return fields | _shared(self.labels, "labels", self.due_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """None and nothing leave a field as it is. Labels are added and taken away by name, never sent as a whole list."""

    title: str | None = None
    description: str | None = None
    add_labels: frozenset[str] = frozenset()
    remove_labels: frozenset[str] = frozenset()
    due_on: date | None = None
    is_confidential: bool | None = None
    state_event: StateEvent | None = None

    def fields(self) -> dict[str, Any]:
        said: dict[str, Any] = {
            "title": self.title,
            "description": self.description,
            "confidential": self.is_confidential,
            "state_event": self.state_event,
        }
        fields = {name: value for name, value in said.items() if value is not None}
        if self.remove_labels:
            fields["remove_labels"] = sorted(self.remove_labels)
        return fields | _shared(self.add_labels, "add_labels", self.due_on)

    def __bool__(self) -> bool:
        return bool(self.fields())


def _shared(labels: frozenset[str], name: str, due_on: date | None) -> dict[str, Any]:
    fields: dict[str, Any] = {name: sorted(labels)} if labels else {}
    if due_on is not None:
        fields["due_date"] = due_on.isoformat()
    return fields


def dropped(asked: NewIssue | Change, issue: Issue) -> tuple[str, ...]:
    """Name the fields in which the answer differs from what was asked: the token lacks the right, or CE the feature."""
    if isinstance(asked, NewIssue):
        labels_differ, closes = not asked.labels <= issue.labels, None
    else:
        labels_differ = not asked.add_labels <= issue.labels or bool(asked.remove_labels & issue.labels)
        closes = asked.state_event
    differs = {
        "title": asked.title is not None and asked.title != issue.title,
        "labels": labels_differ,
        "due_date": asked.due_on is not None and asked.due_on != issue.due_on,
        "confidential": asked.is_confidential is not None and asked.is_confidential != issue.is_confidential,
        "state": closes is not None and issue.is_open is not (closes == "reopen"),
    }
    return tuple(name for name, is_so in differs.items() if is_so)
