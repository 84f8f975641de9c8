"""The inbox: the one task to do first, then the others by due time."""

from dataclasses import dataclass
from typing import Literal

from loket.web.components.badges import DueLabel
from loket.web.components.kinds import MaybeKind
from loket.web.components.registry import component


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that the step needs before it can be finished."""

    text: str
    detail: str = ""
    done: bool = False
    url: str = ""


@component("checklist")
class Checklist:
    items: tuple[Evidence, ...]
    title: str = ""
    level: Literal[2, 3] = 3


@component("focus_card", body=True)
class FocusCard:
    """The most urgent task with its evidence and, as the body, its form."""

    due: DueLabel
    deadline: str
    title: str
    url: str
    meta: tuple[str, ...]
    step_text: str
    current: int
    evidence: tuple[Evidence, ...] = ()

    @property
    def overdue(self) -> bool:
        return self.due.kind == "gawat"


@component("task_group", body=True)
class TaskGroup:
    title: str
    icon: str
    count_text: str = ""
    kind: MaybeKind = ""
    collapsible: bool = False
    open: bool = True


@component("task_row")
class TaskRow:
    title: str
    url: str
    meta: tuple[str, ...]
    step_text: str
    current: int
    due: DueLabel

    @property
    def overdue(self) -> bool:
        return self.due.kind == "gawat"


@component("turn_card", body=True)
class TurnCard:
    """It is this person's turn: the body is the form, `after` says what happens when it is sent."""

    title: str
    eyebrow: str = "Giliran Anda"
    icon: str = "hand"
    after: str = ""


@component("waiting_card", body=True)
class WaitingCard:
    """It is somebody else's turn; the body may hold a button such as Ingatkan."""

    title: str
    text: str
    due: DueLabel | None = None
