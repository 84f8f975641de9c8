"""Which running permintaan would have other limits under another text of the SOP. They stay on theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import nsmallest

from loket.application.recording import state_of
from loket.core.calendar import Calendar
from loket.core.sop import Sop, Step
from loket.core.sop_difference import other_limits
from loket.core.state import due
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of

SHOWN = 50
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """`due_at` by its own revision, `would_be` by the other one; `later` are steps to come with another time."""

    nomor: str
    revisi: int
    step: Step
    due_at: datetime | None
    would_be: datetime | None
    later: Sequence[Step]

    @property
    def is_concerned(self) -> bool:
        return self.due_at != self.would_be or bool(self.later)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """`running` permintaan are open, `count` of them would have other limits; `first` are the most urgent."""

    running: int
    count: int
    first: Sequence[Concerned]


def concern_of(sop: Sop, calendar: Calendar) -> Concern:
    """One query, and none for a permintaan."""
    running, found = 0, []
    for one in _open_under(sop, calendar):
        running += 1
        if one.is_concerned:
            found.append(one)
    first = nsmallest(SHOWN, found, key=lambda one: (one.due_at or _LAST, one.nomor))
    return Concern(running=running, count=len(found), first=first)


def _open_under(sop: Sop, calendar: Calendar) -> Iterator[Concerned]:
    others: dict[int, frozenset[str]] = {}
    rows = Pengerjaan.objects.filter(done_at=None, permintaan__in=Permintaan.objects.open())
    for row in rows.select_related("permintaan").iterator(chunk_size=1000):
        permintaan = row.permintaan
        own = rules_of(permintaan.sop_revision_id)
        here = own.step(row.step)
        if own.revisi not in others:
            others[own.revisi] = other_limits(own, sop)
        differing = others[own.revisi]
        yield Concerned(
            nomor=permintaan.nomor,
            revisi=own.revisi,
            step=here,
            due_at=permintaan.due_at,
            would_be=due(state_of(permintaan, row.run()), sop, calendar)
            if here.key in differing
            else permintaan.due_at,
            later=[step for step in own.steps.values() if step.ke > here.ke and step.key in differing],
        )
