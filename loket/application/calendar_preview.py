"""What a change of the calendar would move, before it is made."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import nsmallest

from django.db import transaction

from loket.application.calendar_change import due_under
from loket.core.calendar import Calendar
from loket.core.facts import Status
from loket.core.sop import Step
from loket.models.kantor import read_calendar
from loket.models.pengerjaan import Pengerjaan
from loket.models.sop_revision import rules_of

SHOWN = 50
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One due date before and after; None where there is none."""

    nomor: str
    step: Step
    before: datetime | None
    after: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """`running` permintaan have a clock that runs, `moved` of them another due date then; `first` are the most urgent."""

    running: int
    moved: int
    first: Sequence[Move]


def preview_of(change: Callable[[], object]) -> Preview:
    """Raises what the change raises, so what cannot be done is refused before anything is shown."""
    calendar = _calendar_after(change)
    running, moves = 0, []
    for move in _runs(calendar):
        running += 1
        if move.before != move.after:
            moves.append(move)
    first = nsmallest(SHOWN, moves, key=lambda move: (move.after or _LAST, move.nomor))
    return Preview(running=running, moved=len(moves), first=first)


def _calendar_after(change: Callable[[], object]) -> Calendar:
    """Make the change, read the calendar that it leads to, and take everything back."""
    with transaction.atomic():
        change()
        calendar = read_calendar()  # not `calendar_of`, which would keep what never came to be
        transaction.set_rollback(True)
    return calendar


def _runs(calendar: Calendar) -> Iterator[Move]:
    """Every running permintaan under that calendar (one query)."""
    rows = Pengerjaan.objects.filter(done_at=None, permintaan__status=Status.BERJALAN)
    for row in rows.select_related("permintaan").iterator(chunk_size=1000):
        permintaan = row.permintaan
        yield Move(
            nomor=permintaan.nomor,
            step=rules_of(permintaan.sop_revision_id).step(row.step),
            before=permintaan.due_at,
            after=due_under(calendar, permintaan, row),
        )
