"""What an entry of the record does to a permintaan. The road applies it to rows, a replay to the record alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from loket.core import clock
from loket.core.calendar import Calendar
from loket.core.clock import Run
from loket.core.facts import Status
from loket.core.kinds import PERMINTAAN_KINDS
from loket.core.pause import Cause, Reason
from loket.core.process import Position, next_position, reached_before
from loket.core.record import Line, plain
from loket.core.sop import END, Sop

INCOMPLETE = "menunggu_kelengkapan"
"""Why a permintaan waits whose letter is back with its OPD."""
STARTED = "step.started"
WITHDRAWN = "permintaan.withdrawn"
RETURNED = "permintaan.returned"
EXTENDED = "kesepakatan.extended"
REJECTED = "permintaan.rejected"
REDIRECTED = "permintaan.redirected"
CANCELLED = "permintaan.cancelled"
PAUSED = "permintaan.paused"
SUSPENDED = "permintaan.suspended"
RESUMED = "permintaan.resumed"
DECLINED = "usulan.declined"
PROPOSED = "jam.proposed"
SPOKEN = ("jam.reminded", "jam.escalated", "jam.announced", PROPOSED)
"""Kinds of entry by which the clock speaks."""
ORIGINAL = "surat_asli_diterima"
LETTER_FILED = "surat_tercatat"
ENDINGS = {
    WITHDRAWN: Status.DIBATALKAN,
    REJECTED: Status.DITOLAK,
    REDIRECTED: Status.DIALIHKAN,
    CANCELLED: Status.DIBATALKAN,
}
"""Kinds of entry by which a permintaan ends before the end of its road."""
MOVING = frozenset({*ENDINGS, PAUSED, SUSPENDED, RESUMED, RETURNED, EXTENDED})
"""Kinds that change where a permintaan stands, besides the outcomes of steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Everything about a permintaan that the record decides. `run` is the run in hand, None when it has ended.

    `told`: what the clock has said, and when. `letter_since`: since when the original letter is waited for.
    `paused_until`: the day on which a pause should end. `proposed`: what the clock proposes and nobody has
    decided; `declined_at`: when the last proposal was declined.
    """

    status: Status = Status.BERJALAN
    step: str
    bagian: str
    revision: int = 0
    sesi: int = 0
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


@dataclass(frozen=True, slots=True)
class Advanced:
    """The state after an entry, and the run that the entry closed, if it did."""

    state: State
    closed: Run | None = None


def opening(sop: Sop, at: datetime) -> State:
    """The state in which a permintaan comes to be: at the first step, whose clock runs since `at`."""
    step = sop.first
    return State(
        step=step.key, bagian=step.first_bagian, attempts={step.key: 1}, run=Run.opened(step.key, 1, at)
    )


def advance(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    """Apply one entry. Raises KeyError where the SOP does not know the outcome."""
    advanced = _advanced(state, line, sop, calendar)
    if advanced.state.proposed and _ground(advanced.state) != _ground(state):
        return replace(advanced, state=replace(advanced.state, proposed=""))
    return advanced


def _advanced(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    kind = PERMINTAAN_KINDS[line.kind]
    reached = (state.reached | kind.reached) - kind.lost
    state = replace(_with_agreements(state, line), reached=reached)
    if LETTER_FILED in kind.reached:
        state = replace(state, letter_since=line.happened_at)
    if line.kind == STARTED and state.run:
        return Advanced(replace(state, run=state.run.begin(line.happened_at)))
    if line.kind in ENDINGS:
        closed = state.run.abandon(line.happened_at, calendar) if state.run else None
        return Advanced(_ended(state, ENDINGS[line.kind], line.happened_at), closed)
    if act := _ACTS.get(line.kind):
        return act(state, line, sop, calendar)
    if line.outcome:
        return _moved(state, line, sop, calendar)
    return Advanced(state)


def replay(
    lines: Iterable[Line], sop: Sop, calendar: Calendar, *, opened_at: datetime
) -> tuple[State, list[Run]]:
    """Fold a whole record; returns the last state and the closed runs in order."""
    state, closed = opening(sop, opened_at), []
    for line in lines:
        advanced = advance(state, line, sop, calendar)
        state = advanced.state
        if advanced.closed:
            closed.append(advanced.closed)
    return state, closed


def due(state: State, sop: Sop, calendar: Calendar) -> datetime | None:
    """When the step in hand is due; None while the permintaan waits, has ended, or the calendar ends too early."""
    if state.run is None or state.status is not Status.BERJALAN:
        return None
    return clock.due_at(state.run, sop.step(state.run.step).standard, calendar)


def moves(line: Line, sop: Sop) -> bool:
    """Whether an entry changes where a permintaan stands, so that a page read before it is no longer true."""
    if not line.outcome:
        return line.kind in MOVING
    here = Position(line.step, line.bagian)
    return next_position(sop, line.step, line.bagian, line.outcome) != here


def _ground(state: State) -> tuple[object, ...]:
    """What a proposal of the clock rests on: once that is another, the proposal is void."""
    is_running = state.status is Status.BERJALAN
    waits_for_letter = is_running and ORIGINAL not in state.reached
    return state.status, state.waiting_reason, state.letter_since if waits_for_letter else None


def _with_agreements(state: State, line: Line) -> State:
    said = line.particulars
    return replace(
        state,
        sesi=said.get("sesi", state.sesi),
        implementasi_until=_day(said, "implementasi_until") or state.implementasi_until,
        pendampingan_until=_day(said, "pendampingan_until") or state.pendampingan_until,
    )


def _day(said: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(said[name]) if name in said else None


def _moved(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    target = next_position(sop, line.step, line.bagian, line.outcome)
    run = _with_event((state.run or Run.opened(line.step, 1, line.happened_at)).begin(line.happened_at), line)
    if target == Position(state.step, state.bagian):
        return Advanced(replace(state, run=run))
    state = replace(state, revision=state.revision + 1, run=run)
    if target.is_end:
        closed = run.finish(line.happened_at, calendar)
        return Advanced(_ended(state, Status.SELESAI, line.happened_at), closed)
    if target.step == state.step:
        return Advanced(replace(state, bagian=target.bagian, run=run.hand_over(line.happened_at, calendar)))
    return Advanced(_entering(state, target, line, sop), run.finish(line.happened_at, calendar))


def _entering(state: State, target: Position, line: Line, sop: Sop) -> State:
    """Take up a step: a new run begins to wait. Back at the first step, the permintaan waits for its OPD."""
    attempt = state.attempts.get(target.step, 0) + 1
    back = target.step == sop.first.key
    run = Run.opened(target.step, attempt, line.happened_at, _agreed_for(target.step, state))
    return replace(
        state,
        step=target.step,
        bagian=target.bagian,
        attempts={**state.attempts, target.step: attempt},
        status=Status.MENUNGGU if back else Status.BERJALAN,
        waiting_on="opd" if back else "",
        waiting_reason=INCOMPLETE if back else "",
        run=_with_plan(run, line, sop),
    )


def _returned(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    """Back to the beginning of an earlier step: what it and the later ones had reached is to be reached again."""
    step = sop.step(line.particulars["langkah"])
    state = replace(state, reached=reached_before(sop, step, state.reached), revision=state.revision + 1)
    closed = state.run.abandon(line.happened_at, calendar) if state.run else None
    return Advanced(_entering(state, Position(step.key, step.first_bagian), line, sop), closed)


def _extended(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    """The date itself is among the agreements; the run in hand goes by it where it is that step's."""
    run = state.run
    agreed = _agreed_for(run.step, state) if run else None
    moved = replace(run, agreed=agreed) if run and agreed else run
    return Advanced(replace(state, run=moved, revision=state.revision + 1))


def _agreed_for(step: str, state: State) -> date | None:
    return {"implementasi": state.implementasi_until, "pendampingan": state.pendampingan_until}.get(step)


def _paused(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    reason = Reason(line.particulars["alasan"])
    cause = Cause(line.particulars["sebab"]) if "sebab" in line.particulars else None
    paused = replace(
        state,
        status=Status.MENUNGGU,
        waiting_on=(cause or reason).party.value,
        waiting_reason=reason.value,
        run=state.run.pause(line.happened_at, reason, cause) if state.run else None,
        paused_until=_day(line.particulars, "perkiraan"),
        revision=state.revision + 1,
    )
    return Advanced(paused)


def _resumed(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    """An original letter that is still missing is waited for anew."""
    resumed = replace(
        state,
        status=Status.BERJALAN,
        waiting_on="",
        waiting_reason="",
        run=state.run.resume(line.happened_at) if state.run else None,
        letter_since=line.happened_at,
        paused_until=None,
        revision=state.revision + 1,
    )
    return Advanced(resumed)


def _spoken(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    """The clock has said something, and what it passed over counts as said."""
    said = dict.fromkeys(line.particulars["told"], plain(line.happened_at))
    proposed = line.particulars["alarm"] if line.kind == PROPOSED else state.proposed
    return Advanced(replace(state, told={**state.told, **said}, proposed=proposed))


def _declined(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    return Advanced(replace(state, proposed="", declined_at=line.happened_at))


def _ended(state: State, status: Status, at: datetime) -> State:
    ended = replace(
        state,
        status=status,
        ended_at=at,
        run=None,
        waiting_on="",
        waiting_reason="",
        told={},
        paused_until=None,
        revision=state.revision + 1,
    )
    if status is Status.SELESAI:
        ended = replace(ended, step=END, bagian="", revision=state.revision)
    return ended


def _with_plan(run: Run, line: Line, sop: Sop) -> Run:
    """A step measured by an event is due by the start that was agreed for it."""
    if sop.step(run.step).standard.by_event and "planned_start" in line.particulars:
        return run.with_event(datetime.fromisoformat(line.particulars["planned_start"]), None)
    return run


def _with_event(run: Run, line: Line) -> Run:
    if "event_start" not in line.particulars:
        return run
    start, end = (datetime.fromisoformat(line.particulars[name]) for name in ("event_start", "event_end"))
    return run.with_event(start, end)


_ACTS = {
    PAUSED: _paused,
    SUSPENDED: _paused,
    RESUMED: _resumed,
    RETURNED: _returned,
    EXTENDED: _extended,
    DECLINED: _declined,
    **dict.fromkeys(SPOKEN, _spoken),
}
"""Kinds of entry that change the state besides the outcomes of steps and the ends."""
