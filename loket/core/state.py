"""Everything about a permintaan that its record decides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from loket.core import clock
from loket.core.calendar import Calendar
from loket.core.clock import Run
from loket.core.facts import Status
from loket.core.sop import Sop


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """`run` is the run in hand, None when the permintaan has ended.

    `missed` counts the meetings to which the OPD did not come, since the last one that was held. `scope` is the
    role that decides on the change of scope in hand, or "disetujui" until the documents follow it.
    `scenarios` counts those of the acceptance test that was last opened.
    `told`: what the clock has said, and when. `letter_since`: since when the original letter is waited for.
    `paused_until`: the day on which a pause should end. `proposed`: what the clock proposes and nobody has
    decided; `declined_at`: when the last proposal was declined.
    """

    status: Status = Status.BERJALAN
    step: str
    bagian: str
    revision: int = 0
    sesi: int = 0
    missed: int = 0
    scope: str = ""
    scenarios: int = 0
    reached: frozenset[str] = frozenset()
    attempts: Mapping[str, int] = field(default_factory=dict)
    waiting_on: str = ""
    waiting_reason: str = ""
    implementasi_until: date | None = None
    pendampingan_until: date | None = None
    ended_at: datetime | None = None
    told: Mapping[str, str] = field(default_factory=dict)
    letter_since: datetime | None = None
    paused_until: date | None = None
    proposed: str = ""
    declined_at: datetime | None = None
    run: Run | None = None


def opening(sop: Sop, at: datetime) -> State:
    """The state in which a permintaan comes to be: at the first step, whose clock runs since `at`."""
    step = sop.first
    return State(
        step=step.key, bagian=step.first_bagian, attempts={step.key: 1}, run=Run.opened(step.key, 1, at)
    )


def due(state: State, sop: Sop, calendar: Calendar) -> datetime | None:
    """When the step in hand is due; None while it rests, has ended, or the calendar ends too early."""
    if state.run is None or state.status is not Status.BERJALAN or state.run.is_paused:
        return None
    return clock.due_at(state.run, sop.step(state.run.step).standard, calendar)
