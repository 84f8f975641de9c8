"""The two clocks of a step: waiting and working, in seconds of the office's working time.

A `Run` is one pass of a permintaan through one step. Only working time is compared with the SOP's
waktu baku. Where a step has several bagian, each waits and works for itself and the run adds them up
(DOMAIN 11.1 A5); steps measured by an event (6 and 10) take the entered times of that event.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from math import ceil

from loket.core.calendar import Calendar, CalendarNotFilled
from loket.core.pause import Cause, Pause, Reason, days_paused, seconds_paused
from loket.core.sop import Standard, Unit

MINUTE = 60
TOLERANCE_MINUTES = 1.2
"""The SOP's "±" on minutes: yellow up to a fifth more (DOMAIN 3.3)."""
TOLERANCE_DAYS = 1.1
"""The SOP's "±" on days: yellow up to a tenth more, rounded up (DOMAIN 3.3)."""


class Colour(StrEnum):
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """`since` and `begun` belong to the bagian in hand; `waited` and `worked` (seconds) to those behind it.

    `with_opd` is the part of these two in which the OPD had the bagian in hand.
    """

    step: str
    attempt: int
    available_at: datetime
    since: datetime
    started_at: datetime | None = None
    begun: datetime | None = None
    done_at: datetime | None = None
    waited: int = 0
    worked: int = 0
    with_opd: int = 0
    agreed: date | None = None
    event_start: datetime | None = None
    event_end: datetime | None = None
    pauses: tuple[Pause, ...] = ()

    @classmethod
    def opened(cls, step: str, attempt: int, at: datetime, agreed: date | None = None) -> "Run":
        return cls(step=step, attempt=attempt, available_at=at, since=at, agreed=agreed)

    def begin(self, at: datetime) -> "Run":
        """`mulai`: the performer takes the bagian up. A second call changes nothing."""
        if self.begun is not None:
            return self
        return replace(self, begun=at, started_at=self.started_at or at)

    def hand_over(self, at: datetime, calendar: Calendar) -> "Run":
        """The bagian is done and the next one of the same step waits from now on."""
        return _left(self.resume(at).begin(at), at, calendar)

    def finish(self, at: datetime, calendar: Calendar) -> "Run":
        """The step is done."""
        return replace(self.hand_over(at, calendar), done_at=at)

    def abandon(self, at: datetime, calendar: Calendar) -> "Run":
        """The step ends without being done; what nobody has begun was only waited for."""
        return replace(_left(self.resume(at), at, calendar), done_at=at)

    @property
    def is_paused(self) -> bool:
        return bool(self.pauses) and self.pauses[-1].until is None

    def pause(self, at: datetime, reason: Reason, cause: Cause | None = None) -> "Run":
        """Both clocks stand still from now on. A second call changes nothing."""
        return (
            self if self.is_paused else replace(self, pauses=(*self.pauses, Pause(at, reason, cause=cause)))
        )

    def resume(self, at: datetime) -> "Run":
        """They go on; nothing changes where they never stopped."""
        return (
            replace(self, pauses=(*self.pauses[:-1], self.pauses[-1].ended(at))) if self.is_paused else self
        )

    def spare(self, since: datetime, until: datetime) -> "Run":
        """Keadaan kahar has passed. A pause in which the permintaan waited through it goes on after it."""
        kahar = Pause(since, Reason.KAHAR, until)
        if not self.is_paused:
            return replace(self, pauses=(*self.pauses, kahar))
        *before, last = self.pauses
        return replace(self, pauses=(*before, last.ended(since), kahar, replace(last, since=until)))

    @property
    def changed_at(self) -> datetime:
        """When something happened to the clocks last."""
        paused = [pause.until or pause.since for pause in self.pauses[-1:]]
        return max(self.since, self.begun or self.since, *paused)

    def with_event(self, start: datetime, end: datetime | None) -> "Run":
        """Note the agreed or held times of a meeting or handover."""
        return replace(self, event_start=start, event_end=end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """`waiting`, `working` and `paused` in working seconds; `days` in whole working days after the day of start."""

    waiting: int
    working: int
    paused: int
    days: int
    due_at: datetime | None
    colour: Colour

    @property
    def waiting_minutes(self) -> int:
        return self.waiting // MINUTE

    @property
    def working_minutes(self) -> int:
        return self.working // MINUTE


def measure(run: Run, standard: Standard, calendar: Calendar, now: datetime) -> Figures:
    """Both clocks and the verdict at `now`, or at the end of the run when it is done."""
    at = run.done_at or now
    waiting, working = _totals(run, standard, calendar, at)
    days = _days(run, calendar, at)
    return Figures(
        waiting=waiting,
        working=working,
        paused=seconds_paused(run.pauses, run.available_at, at, calendar),
        days=days,
        due_at=due_at(run, standard, calendar),
        colour=_colour(run, standard, calendar, at, working=working, days=days),
    )


def due_at(run: Run, standard: Standard, calendar: Calendar) -> datetime | None:
    """When the waktu baku ends: added to the start, or to the availability until there is a start.

    Event steps count from the event's agreed start; agreed times end with the closing time of the agreed
    date, and only an addendum moves that. A pause that begins before the end puts it off by its own length.
    None where nothing has been agreed yet, or where the calendar ends before.
    """
    try:
        return _end_of_standard(run, standard, calendar)
    except CalendarNotFilled:
        return None


def closing_of(day: date, calendar: Calendar) -> datetime:
    """The closing time of a date, or of the last working day before it."""
    return calendar.closing(day) or calendar.last_closing_before(day)


def _end_of_standard(run: Run, standard: Standard, calendar: Calendar) -> datetime | None:
    if standard.unit is Unit.KESEPAKATAN:
        return closing_of(run.agreed, calendar) if run.agreed else None
    amount = standard.value or 0
    if standard.unit is Unit.HARI_KERJA:
        start = run.started_at or _free_since(run)
        end = calendar.add_days(start, amount)
        return _put_off(run, end_of_day(start, calendar), end, calendar.closings_between, calendar.add_days)
    if standard.by_event and run.event_start:
        return calendar.add_minutes(run.event_start, amount)
    if standard.by_event:
        start, minutes = run.started_at or run.available_at, amount
    else:
        start, minutes = run.begun or run.since, ceil(max(0, amount * MINUTE - run.worked) / MINUTE)
    end = calendar.add_minutes(start, minutes)
    return _put_off(run, start, end, calendar.seconds_between, calendar.add_seconds)


def _free_since(run: Run) -> datetime:
    """What rested from its first moment on, as at the letter gate, is there to be done when that ends."""
    since = run.available_at
    for pause in run.pauses:
        if pause.until and pause.since == since:
            since = pause.until
    return since


def _put_off(
    run: Run,
    start: datetime,
    end: datetime,
    length: Callable[[datetime, datetime], int],
    add: Callable[[datetime, int], datetime],
) -> datetime:
    """Each pause that begins before the end has passed puts it off, also at night after its last minute."""
    for pause in run.pauses:
        if pause.until and pause.until > start and length(end, pause.since) == 0:
            end = add(end, length(max(start, pause.since), pause.until))
    return end


def end_of_day(moment: datetime, calendar: Calendar) -> datetime:
    """Where the counting of days begins. The day of start is not counted, so a pause within it takes nothing away."""
    return moment.astimezone(calendar.zone).replace(hour=23, minute=59, second=59, microsecond=0)


def _days(run: Run, calendar: Calendar, at: datetime) -> int:
    """Whole working days after the day of start, without those that closed during a pause."""
    if run.started_at is None:
        return 0
    counted_from = end_of_day(run.started_at, calendar)
    return calendar.days_between(run.started_at, at) - days_paused(run.pauses, counted_from, at, calendar)


def _left(run: Run, at: datetime, calendar: Calendar) -> Run:
    """The bagian in hand lies behind, and its figures are added up."""
    waited, worked = _segment(run, at, calendar)
    return replace(run, waited=run.waited + waited, worked=run.worked + worked, since=at, begun=None)


def _segment(run: Run, at: datetime, calendar: Calendar) -> tuple[int, int]:
    waited = _apart(run, run.since, run.begun or at, calendar)
    return waited, _apart(run, run.begun, at, calendar) if run.begun else 0


def _apart(run: Run, a: datetime, b: datetime, calendar: Calendar) -> int:
    """Working seconds from a to b in which the run was not paused."""
    return calendar.seconds_between(a, b) - seconds_paused(run.pauses, a, b, calendar)


def _totals(run: Run, standard: Standard, calendar: Calendar, at: datetime) -> tuple[int, int]:
    if standard.by_event and run.event_start and run.event_end:
        return (
            _apart(run, run.available_at, min(at, run.event_start), calendar),
            calendar.seconds_between(run.event_start, min(at, run.event_end)),
        )
    if run.done_at:
        return run.waited, run.worked
    waited, worked = _segment(run, at, calendar)
    return run.waited + waited, run.worked + worked


def _colour(
    run: Run, standard: Standard, calendar: Calendar, at: datetime, *, working: int, days: int
) -> Colour:
    if standard.unit is Unit.MENIT_KERJA:
        limit = (standard.value or 0) * MINUTE
        return _grade(working, limit, limit * TOLERANCE_MINUTES)
    if standard.unit is Unit.HARI_KERJA:
        allowed = standard.value or 0
    elif run.agreed and run.started_at:
        allowed = calendar.days_between(run.started_at, closing_of(run.agreed, calendar))
        days = calendar.days_between(run.started_at, at)
    else:
        return Colour.GREEN
    return _grade(days, allowed, ceil(round(allowed * TOLERANCE_DAYS, 6)))


def _grade(used: float, standard: float, tolerated: float) -> Colour:
    if used <= standard:
        return Colour.GREEN
    return Colour.YELLOW if used <= tolerated else Colour.RED
