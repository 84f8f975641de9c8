"""What an entry of the record does to a permintaan. The road applies it to rows, a replay to the record alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from loket.core.calendar import Calendar
from loket.core.clock import Run
from loket.core.facts import Status
from loket.core.gate import ORIGINAL, rested_at_gate
from loket.core.kinds import PERMINTAAN_KINDS
from loket.core.moving import (
    AMENDED,
    DECLINED,
    ENDINGS,
    MISSED,
    PAUSED,
    PROPOSED,
    RESUMED,
    RETURNED,
    SPARED,
    SPOKEN,
    STARTED,
    SUSPENDED,
)
from loket.core.pause import Cause, Reason
from loket.core.process import Position, next_position, reached_before
from loket.core.record import Line, plain
from loket.core.role import Role
from loket.core.sop import END, Sop
from loket.core.state import State, opening

INCOMPLETE = "menunggu_kelengkapan"
"""Why a permintaan waits whose letter is back with its OPD."""
LETTER_FILED = "surat_tercatat"


@dataclass(frozen=True, slots=True)
class Advanced:
    """The state after an entry, and the run that the entry closed, if it did."""

    state: State
    closed: Run | None = None


def opened_at(first: Line) -> datetime:
    """Since when the first step was there to be done: the entry by which a permintaan comes to be says it."""
    return datetime.fromisoformat(first.particulars["available_at"])


def advance(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    """Apply one entry. Raises KeyError where the SOP does not know the outcome."""
    advanced = _shared_out(state, _applied(state, line, sop, calendar), sop)
    advanced = replace(advanced, state=rested_at_gate(advanced.state, sop, line.happened_at))
    if advanced.state.proposed and _ground(advanced.state) != _ground(state):
        return replace(advanced, state=_without_proposal(advanced.state))
    return advanced


def _shared_out(state: State, advanced: Advanced, sop: Sop) -> Advanced:
    """Note what a bagian has taken that lies behind now, and was in the hands of the OPD."""
    behind = advanced.closed or advanced.state.run
    if not (state.run and behind) or Role.OPD not in sop.bagian(state.step, state.bagian).pelaksana:
        return advanced
    took = behind.waited + behind.worked - state.run.waited - state.run.worked
    noted = replace(behind, with_opd=state.run.with_opd + took)
    if advanced.closed:
        return replace(advanced, closed=noted)
    return replace(advanced, state=replace(advanced.state, run=noted))


def _applied(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
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
    lines: Iterable[Line], sop: Sop, calendar_at: Callable[[datetime], Calendar], *, opened_at: datetime
) -> tuple[State, list[Run]]:
    """Fold a whole record, each entry by the calendar of its moment; returns the last state and the closed runs."""
    state, closed = opening(sop, opened_at), []
    for line in lines:
        advanced = advance(state, line, sop, calendar_at(line.happened_at))
        state = advanced.state
        if advanced.closed:
            closed.append(advanced.closed)
    return state, closed


def _ground(state: State) -> tuple[object, ...]:
    """What a proposal of the clock rests on: once that is another, the proposal is void."""
    is_running = state.status is Status.BERJALAN
    waits_for_letter = is_running and ORIGINAL not in state.reached
    return state.status, state.waiting_reason, state.letter_since if waits_for_letter else None


def _without_proposal(state: State) -> State:
    """What has become void without a decision may be proposed again."""
    told = {mark: at for mark, at in state.told.items() if mark.split()[0] != state.proposed}
    return replace(state, proposed="", told=told)


def _with_agreements(state: State, line: Line) -> State:
    said = line.particulars
    return replace(
        state,
        sesi=said.get("sesi", state.sesi),
        scope=said.get("ruang_lingkup", state.scope),
        scenarios=said.get("skenario", state.scenarios),
        implementasi_until=_day(said, "implementasi_until") or state.implementasi_until,
        pendampingan_until=_day(said, "pendampingan_until") or state.pendampingan_until,
    )


def _day(said: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(said[name]) if name in said else None


def _moved(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    target = next_position(sop, line.step, line.bagian, line.outcome)
    if "event_start" in line.particulars:
        state = replace(state, missed=0)
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


def _missed(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    """Back to the invitation, which waits for the OPD to say when it can come."""
    returned = _returned(state, line, sop, calendar)
    waiting = replace(returned.state, missed=state.missed + 1, revision=state.revision)
    return replace(returned, state=_paused(waiting, line, sop, calendar).state)


def _amended(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    """A new date is among the agreements; the run in hand goes by it where it is that step's."""
    run = state.run
    agreed = _agreed_for(run.step, state) if run else None
    moved = replace(run, agreed=agreed) if run and agreed else run
    return Advanced(replace(state, run=moved, revision=state.revision + 1))


def _agreed_for(step: str, state: State) -> date | None:
    return {"implementasi": state.implementasi_until, "pendampingan": state.pendampingan_until}.get(step)


def _paused(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    reason = Reason(line.particulars["alasan"])
    cause = Cause(line.particulars["sebab"]) if "sebab" in line.particulars else None
    since = _moment(line, "since")
    paused = replace(
        state,
        status=Status.MENUNGGU,
        waiting_on=(cause or reason).party.value,
        waiting_reason=reason.value,
        run=state.run.resume(since).pause(since, reason, cause) if state.run else None,
        paused_until=_day(line.particulars, "perkiraan"),
        revision=state.revision + 1,
    )
    return Advanced(paused)


def _spared(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    """Keadaan kahar is nobody's time, and what is asked of those who waited through it is counted anew."""
    since, until = _moment(line, "since"), _moment(line, "until")
    return Advanced(replace(state, run=state.run.spare(since, until) if state.run else None))


def _moment(line: Line, name: str) -> datetime:
    """A moment that the entry names, else its own."""
    said = line.particulars.get(name)
    return datetime.fromisoformat(said) if said else line.happened_at


def _resumed(state: State, line: Line, sop: Sop, calendar: Calendar) -> Advanced:
    """After a suspension for the original letter a letter that is still missing is waited for anew.

    An event whose time has come meanwhile is planned anew, in the step that the entry names.
    """
    was_for_letter = state.run and state.run.is_paused and state.run.pauses[-1].cause is Cause.SURAT_ASLI
    since = line.happened_at if was_for_letter else state.letter_since
    state = replace(state, letter_since=since, paused_until=None)
    if "langkah" in line.particulars:
        return _returned(state, line, sop, calendar)
    resumed = replace(
        state,
        status=Status.BERJALAN,
        waiting_on="",
        waiting_reason="",
        run=state.run.resume(line.happened_at) if state.run else None,
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
    SPARED: _spared,
    RETURNED: _returned,
    MISSED: _missed,
    DECLINED: _declined,
    **dict.fromkeys(AMENDED, _amended),
    **dict.fromkeys(SPOKEN, _spoken),
}
"""Kinds of entry that change the state besides the outcomes of steps and the ends."""
