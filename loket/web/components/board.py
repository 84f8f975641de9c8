"""The board: columns of cards, each with the way to its step."""

from dataclasses import dataclass

from loket.web.components.badges import Badge, DueLabel
from loket.web.components.registry import component


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """`people` is empty where nobody is appointed yet; `issue` is that of GitLab, if there is one."""

    title: str
    url: str
    nomor: str
    agency: str
    current: int
    step_text: str
    due: DueLabel
    people: str
    step_url: str
    badge: Badge | None = None
    issue: str = ""
    issue_url: str = ""

    @property
    def is_overdue(self) -> bool:
        return self.due.kind == "gawat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Cards under one label, the most urgent first; `rest_url` leads to those that are not shown."""

    title: str = ""
    count: int = 0
    cards: tuple[Card, ...] = ()
    rest_text: str = ""
    rest_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`count_text` says the limit in words too; on a phone only the column that `is_chosen` is there."""

    key: str
    title: str
    count_text: str
    is_over: bool
    is_chosen: bool
    stacks: tuple[Stack, ...]

    @property
    def is_empty(self) -> bool:
        return not any(stack.cards for stack in self.stacks)


@component("board")
class BoardColumns:
    columns: tuple[Column, ...]
