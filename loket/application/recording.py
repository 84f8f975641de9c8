"""Write down what happened and move the permintaan by it: the entry, the clocks, the position."""

from loket.application.registry import Happened, Work
from loket.application.usulan import void_open_usulan
from loket.core import clock
from loket.core.advance import Advanced, advance
from loket.core.alarm_moments import next_alarm
from loket.core.calendar import Calendar
from loket.core.clock import Run
from loket.core.facts import Status
from loket.core.process import performers_now
from loket.core.record import SCHEMA, Line, plain
from loket.core.sop import Sop
from loket.core.state import State, due
from loket.models.entry import Entry
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan

_STATE_FIELDS = (
    *("status", "revision", "sesi", "missed", "scope", "scenarios", "waiting_on", "waiting_reason"),
    *("implementasi_until", "pendampingan_until", "ended_at"),
    *("told", "letter_since", "paused_until", "proposed", "declined_at"),
)
_MOVED_FIELDS = (
    *_STATE_FIELDS,
    "at_step",
    "at_bagian",
    "turn",
    "reached",
    "attempts",
    "due_at",
    "alarm_at",
    "head_seq",
    "head_hash",
)


def record(work: Work, happened: Happened, *, step: str = "", bagian: str = "") -> Entry:
    """Append the entry and bring the rows to the state it leads to."""
    permintaan, calendar = work.permintaan, work.calendar
    pengerjaan = work.pengerjaan
    before = {name: getattr(permintaan, name) for name in _MOVED_FIELDS}
    line = line_of(work, happened, step=step, bagian=bagian)
    state = state_of(permintaan, pengerjaan.run() if pengerjaan else None)
    advanced = advance(state, line, work.sop, calendar)
    _keep_runs(work, pengerjaan, advanced, is_done=bool(line.outcome))
    entry = appended(permintaan, line)
    entry.save()
    if state.proposed and not advanced.state.proposed:
        void_open_usulan(permintaan, work.now)
    take_times(permintaan, advanced.state, work.sop, calendar)
    _keep_state(permintaan, advanced.state, work)
    moved = [name for name, value in before.items() if getattr(permintaan, name) != value]
    permintaan.save(update_fields=[*moved, *work.touched])
    return entry


def state_of(permintaan: Permintaan, run: Run | None) -> State:
    """The state that the rows describe."""
    return State(
        step=permintaan.at_step,
        bagian=permintaan.at_bagian,
        reached=frozenset(permintaan.reached),
        attempts=permintaan.attempts,
        run=run,
        **{name: getattr(permintaan, name) for name in _STATE_FIELDS} | {"status": Status(permintaan.status)},
    )


def take_times(permintaan: Permintaan, state: State, sop: Sop, calendar: Calendar) -> None:
    """Set when the step in hand is due, and when the clock will say something next."""
    alarm = next_alarm(state, sop, calendar)
    permintaan.due_at = due(state, sop, calendar)
    permintaan.alarm_at = alarm.at if alarm else None


def line_of(work: Work, happened: Happened, *, step: str = "", bagian: str = "") -> Line:
    """The next line of this permintaan's record; Loket itself has no id."""
    permintaan = work.permintaan
    return Line(
        subject=permintaan.nomor,
        seq=permintaan.head_seq + 1,
        kind=happened.kind,
        step=step,
        bagian=bagian,
        outcome=happened.outcome,
        actor_id=work.actor.id,
        capacity=work.capacity,
        source=work.source,
        happened_at=work.now,
        sop=f"{work.sop.nomor}/{work.sop.revisi}",
        particulars=plain(happened.particulars),
        schema=SCHEMA,
    )


def appended(permintaan: Permintaan, line: Line) -> Entry:
    """The entry, not saved yet, chained to the head of the permintaan, which moves on."""
    digest = line.hash_after(permintaan.head_hash)
    entry = Entry(
        permintaan=permintaan,
        sop_revision_id=permintaan.sop_revision_id,
        previous=permintaan.head_hash,
        hash=digest,
        **{name: getattr(line, name) for name in Line.__slots__},
    )
    permintaan.head_seq, permintaan.head_hash = line.seq, digest
    return entry


def _keep_runs(work: Work, row: Pengerjaan | None, advanced: Advanced, *, is_done: bool) -> None:
    """A step that was left without being done has no performer and no verdict."""
    closed, state = advanced.closed, advanced.state
    if closed and row:
        figures = clock.measure(closed, work.sop.step(closed.step).standard, work.calendar, work.now)
        row.take(closed)
        row.due_at = figures.due_at
        if is_done:
            row.colour, row.performer_id = figures.colour, work.actor.id
        row.save()
        row = None
    if state.run:
        row = row or Pengerjaan(permintaan=work.permintaan)
        row.take(state.run)
        row.due_at = due(state, work.sop, work.calendar)
        row.save()


def _keep_state(permintaan: Permintaan, state: State, work: Work) -> None:
    for name in _STATE_FIELDS:
        setattr(permintaan, name, getattr(state, name))
    permintaan.at_step, permintaan.at_bagian = state.step, state.bagian
    permintaan.reached, permintaan.attempts = sorted(state.reached), dict(state.attempts)
    permintaan.turn = [role.value for role in performers_now(work.sop, permintaan.facts())]
