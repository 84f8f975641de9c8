"""Which function performs which bagian, and which act. Filled by the modules in `steps/` and `acts/`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from loket.application.data import StepData, present
from loket.core.actor import Actor
from loket.core.calendar import Calendar, CalendarNotFilled
from loket.core.facts import Facts
from loket.core.role import Role
from loket.core.sop import Sop
from loket.core.verdict import ALLOWED, Verdict
from loket.models.entry import Entry
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan


@dataclass(slots=True, kw_only=True)
class Work:
    """A locked permintaan in the hands of an actor, inside the transaction; `others` are locked with it."""

    permintaan: Permintaan
    pengerjaan: Pengerjaan | None
    sop: Sop
    actor: Actor
    capacity: str
    facts: Facts
    calendar: Calendar
    now: datetime
    source: str
    others: Mapping[str, Permintaan] = field(default_factory=dict)
    touched: list[str] = field(default_factory=list)

    @property
    def by(self) -> int:
        """The id of the person who acts; only people perform parts and acts."""
        return present(self.actor.id)

    def in_filled_years(self) -> Verdict:
        """The clocks stop where the calendar ends: nothing moves there."""
        try:
            self.calendar.next_open(self.now)
        except CalendarNotFilled as unfilled:
            return Verdict((str(unfilled),))
        return ALLOWED

    def change(self, **facts: Any) -> None:
        """Set facts of the permintaan; they are saved with its new position."""
        for name, value in facts.items():
            setattr(self.permintaan, name, value)
        self.touched += [name for name in facts if name not in self.touched]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What a part did: the kind of its entry, the outcome that moves the permintaan, and ids for the record."""

    kind: str
    outcome: str = ""
    particulars: Mapping[str, Any] = field(default_factory=dict)


Also = Callable[[Entry], None]
"""What is written in the transaction of an entry besides what the entry itself causes."""


def nothing(entry: Entry) -> None:
    """The usual `also`."""


D = TypeVar("D", bound=StepData)
Carry = Callable[[Work, D], Happened]


@dataclass(frozen=True, slots=True)
class Part:
    data: type[StepData]
    carry_out: Callable[[Work, Any], Happened]


@dataclass(frozen=True, slots=True)
class Act:
    """`allowed` answers whether this person may do it now; `moves`: the page must be fresh (`seen`).

    `roles`: as whom it is done, the first that the person holds.
    """

    data: type[StepData]
    carry_out: Callable[[Work, Any], Happened]
    allowed: Callable[[Actor, Sop, Facts], Verdict]
    roles: tuple[Role, ...]
    moves: bool

    def capacity_of(self, actor: Actor, sop: Sop, facts: Facts) -> str:
        """As whom this person may do it: in a role by which alone it is allowed; "" where it is not."""
        held = (role for role in self.roles if actor.has(role))
        return actor.acting_as(role for role in held if self.allowed(actor.only(role), sop, facts))


PARTS: dict[tuple[str, str], Part] = {}
ACTS: dict[str, Act] = {}


def part(step: str, bagian: str, data: type[D]) -> Callable[[Carry[D]], Carry[D]]:
    """Register the function that performs a bagian."""

    def register(function: Carry[D]) -> Carry[D]:
        PARTS[step, bagian] = Part(data, function)
        return function

    return register


def act(
    key: str,
    data: type[D],
    *,
    allowed: Callable[[Actor, Sop, Facts], Verdict],
    roles: tuple[Role, ...] = tuple(Role),
    moves: bool = True,
) -> Callable[[Carry[D]], Carry[D]]:
    """Register an act outside the steps."""

    def register(function: Carry[D]) -> Carry[D]:
        ACTS[key] = Act(data, function, allowed, roles, moves)
        return function

    return register
