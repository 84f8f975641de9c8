"""How the count of a run comes about, part by part, so that anybody can reckon it again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from loket.core.calendar import Calendar, Holiday
from loket.core.clock import MINUTE, Run, closing_of, end_of_day, measure
from loket.core.pause import Pause, Reason, days_paused, seconds_paused
from loket.core.sop import Standard, Unit

Length = Callable[[Sequence[Pause], datetime, datetime, Calendar], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """In working days, or in working seconds where `unit` is minutes.

    `elapsed` since `since` is `counted`, `waited` and all of `paused` together; only up to an agreed date
    every day counts, and `paused` says how many of them were paused. `allowed` is None without a limit.
    """

    unit: Unit
    since: datetime
    elapsed: int
    counted: int
    waited: int = 0
    allowed: int | None = None
    paused: Mapping[Reason, int] = field(default_factory=dict)
    holidays: tuple[Holiday, ...] = ()
    is_started: bool = True


def account_of(run: Run, standard: Standard, calendar: Calendar, now: datetime) -> Account:
    """Up to `now`, or to the end of the run. Raises CalendarNotFilled."""
    at = run.done_at or now
    if standard.by_event and run.event_start and run.event_end:
        return _of_event(run.event_start, min(at, run.event_end), standard, calendar)
    if run.started_at is None:
        return _of_waiting(run, calendar, at)
    if standard.unit is Unit.MENIT_KERJA:
        return _of_minutes(run, run.started_at, standard, calendar, at)
    return _of_days(run, run.started_at, standard, calendar, at)


def _of_event(start: datetime, end: datetime, standard: Standard, calendar: Calendar) -> Account:
    length = calendar.seconds_between(start, end)
    return Account(
        unit=standard.unit, since=start, elapsed=length, counted=length, allowed=_in_seconds(standard)
    )


def _of_waiting(run: Run, calendar: Calendar, at: datetime) -> Account:
    since = run.available_at
    elapsed, paused = calendar.seconds_between(since, at), _paused(run, since, at, calendar, seconds_paused)
    return Account(
        unit=Unit.MENIT_KERJA,
        since=since,
        elapsed=elapsed,
        counted=0,
        waited=elapsed - sum(paused.values()),
        paused=paused,
        holidays=calendar.holidays_between(since, at),
        is_started=False,
    )


def _of_minutes(run: Run, since: datetime, standard: Standard, calendar: Calendar, at: datetime) -> Account:
    elapsed, paused = calendar.seconds_between(since, at), _paused(run, since, at, calendar, seconds_paused)
    counted = measure(run, standard, calendar, at).working
    return Account(
        unit=standard.unit,
        since=since,
        elapsed=elapsed,
        counted=counted,
        waited=elapsed - counted - sum(paused.values()),
        allowed=_in_seconds(standard),
        paused=paused,
        holidays=calendar.holidays_between(since, at),
    )


def _of_days(run: Run, since: datetime, standard: Standard, calendar: Calendar, at: datetime) -> Account:
    elapsed = calendar.days_between(since, at)
    paused = _paused(run, end_of_day(since, calendar), at, calendar, days_paused)
    is_agreed = standard.unit is Unit.KESEPAKATAN
    agreed = calendar.days_between(since, closing_of(run.agreed, calendar)) if run.agreed else None
    return Account(
        unit=standard.unit,
        since=since,
        elapsed=elapsed,
        counted=elapsed if is_agreed else elapsed - sum(paused.values()),
        allowed=agreed if is_agreed else standard.value,
        paused=paused,
        holidays=calendar.holidays_between(since, at),
    )


def _paused(run: Run, a: datetime, b: datetime, calendar: Calendar, length: Length) -> dict[Reason, int]:
    """How long for each reason, in the order in which they came."""
    reasons = dict.fromkeys(pause.reason for pause in run.pauses)
    took = {
        reason: length([pause for pause in run.pauses if pause.reason is reason], a, b, calendar)
        for reason in reasons
    }
    return {reason: long for reason, long in took.items() if long}


def _in_seconds(standard: Standard) -> int:
    return (standard.value or 0) * MINUTE
