"""When the clock says what: every alarm lies in working time and belongs to the moment that it is reckoned from.

A reminder comes with the opening of its day; what has consequences, an escalation or a proposal, only after its
day has closed. The day of start is not counted, as in the standards of the SOP.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from loket.core.advance import INCOMPLETE
from loket.core.alarm import SERIES, Alarm, superiors_of
from loket.core.calendar import Calendar, CalendarNotFilled
from loket.core.clock import Run
from loket.core.facts import Status
from loket.core.gate import ORIGINAL, is_held
from loket.core.pause import Cause, Party, Reason
from loket.core.record import plain
from loket.core.sop import Sop, Unit
from loket.core.state import State, due

WEEK_BEFORE = 5
"""Working days before an agreed date; a reminder of ours."""
LATE_DAYS = 1
"""Working days after the limit until the next level hears of it; ours."""
START_DAYS, START_DAYS_SUPERIOR = 1, 3
"""Not started by the end of the next working day, and two days later (DOMAIN 3.3)."""
LETTER_DAYS, LETTER_AGAIN_DAYS, LETTER_LIMIT = 3, 5, 10
"""Of the original letter (DOMAIN 11.1 A3)."""
INCOMPLETE_DAYS, INCOMPLETE_AGAIN_DAYS, INCOMPLETE_LIMIT = 10, 15, 20
"""Of a letter that is back with its OPD: ten days, then two reminders (DOMAIN 12); the steps of five are ours."""
BAST_DAYS, BAST_LIMIT = 5, 10
"""Of a BAST that the OPD does not sign (DOMAIN 12)."""
ABSENT_DAYS, ABSENT_LIMIT = 15, 20
"""Of an OPD that came to no meeting (DOMAIN 12); the announcement five days before is ours."""
PAUSED_DAYS, PAUSED_LIMIT = 5, 10
"""Of a pause whose end nobody expects on a day; ours."""
NOTICE_DAYS = 5
"""Whole working days between the announcement of a proposal and the proposal; ours."""
AGAIN_DAYS = 10
"""Working days until a declined proposal is made again; ours."""
LAST_MONTHS = 11
"""From November on work beyond the end of the year is warned of (DOMAIN 12)."""

_BUILDING = "implementasi"
_SIGNED_BY_OPD = "ttd_opd"
_BEFORE = {
    Unit.HARI_KERJA: ((Alarm.MENDEKATI, 1),),
    Unit.KESEPAKATAN: ((Alarm.SEPEKAN, WEEK_BEFORE), (Alarm.MENDEKATI, 1)),
}
"""What is said before the limit, and how many working days."""
_Planned = tuple[Alarm, datetime, Callable[[], datetime]]


@dataclass(frozen=True, slots=True)
class Coming:
    """An alarm that has not been told: `about` is the moment it is reckoned from, `at` when it is told."""

    alarm: Alarm
    about: datetime
    at: datetime

    @property
    def mark(self) -> str:
        """By which the record knows that it was told; a limit that moves is another one."""
        return mark_of(self.alarm, self.about)


@dataclass(frozen=True, slots=True)
class Telling:
    """What is to be told now; `marks` also has the earlier stages that it passes over."""

    alarm: Alarm
    marks: tuple[str, ...]


def mark_of(alarm: Alarm, about: datetime) -> str:
    return f"{alarm} {plain(about)}"


def next_alarm(state: State, sop: Sop, calendar: Calendar) -> Coming | None:
    """What the clock will say next if nothing happens."""
    return min(coming(state, sop, calendar), key=lambda one: one.at, default=None)


def to_tell(state: State, sop: Sop, calendar: Calendar, now: datetime) -> list[Telling]:
    """Of every series that is due the latest stage."""
    due_now = [one for one in coming(state, sop, calendar) if one.at <= now]
    stages = ([one for alarm in series for one in due_now if one.alarm is alarm] for series in SERIES)
    return [Telling(some[-1].alarm, tuple(one.mark for one in some)) for some in stages if some]


def coming(state: State, sop: Sop, calendar: Calendar) -> list[Coming]:
    """Every alarm of this state that has not been told. Beyond the filled calendar nothing is reckoned."""
    found = []
    for alarm, about, moment in _planned(state, sop, calendar):
        if mark_of(alarm, about) in state.told or (alarm.is_proposal and state.proposed):
            continue
        try:
            found.append(Coming(alarm, about, moment()))
        except CalendarNotFilled:
            continue
    return found


def _planned(state: State, sop: Sop, calendar: Calendar) -> Iterator[_Planned]:
    """While a permintaan waits, only what it waits for is asked about."""
    run = state.run
    if run is None or not state.status.is_open:
        return
    if state.status is Status.MENUNGGU and state.waiting_reason == INCOMPLETE:
        yield from _of_an_incomplete_letter(state, run, calendar)
    elif state.status is Status.MENUNGGU:
        yield from _of_a_pause(state, run, calendar)
    else:
        yield from _of_the_limit(state, run, sop, calendar)
        yield from _of_the_start(state, run, sop, calendar)
        yield from _of_the_original(state, calendar)
        yield from _of_the_bast(state, run, calendar)
        yield from _of_the_year(state, run, sop, calendar)


def _of_the_limit(state: State, run: Run, sop: Sop, calendar: Calendar) -> Iterator[_Planned]:
    """Of minutes the limit moves with `mulai`, so that its alarms belong to the bagian.

    Before `mulai` the next level is told by the alarms of the start, unless an event sets the time.
    """
    limit, standard = due(state, sop, calendar), sop.step(state.step).standard
    if limit is None:
        return
    in_minutes = standard.unit is Unit.MENIT_KERJA
    about = run.since if in_minutes and not run.event_start else limit
    for alarm, days in _BEFORE.get(standard.unit, ()):
        morning = _morning_before(limit, days, calendar)
        if morning and morning > run.available_at:
            yield alarm, about, partial(calendar.next_open, morning)
    yield Alarm.LEWAT, about, partial(calendar.next_open, limit)
    begun = run.begun or run.event_start or not in_minutes
    if begun and superiors_of(sop.bagian(state.step, state.bagian).pelaksana):
        yield Alarm.ESKALASI, about, partial(_after, limit, LATE_DAYS, calendar)


def _of_the_start(state: State, run: Run, sop: Sop, calendar: Calendar) -> Iterator[_Planned]:
    """Nobody can begin before the original letter is here, nor a meeting before its time; a BAST is asked for apart."""
    awaits_event = run.event_start and not run.event_end
    if run.begun or awaits_event or is_held(state, sop) or state.bagian == _SIGNED_BY_OPD:
        return
    since = _waited_since(run)
    yield Alarm.BELUM_MULAI, since, partial(_after, since, START_DAYS, calendar)
    if superiors_of(sop.bagian(state.step, state.bagian).pelaksana):
        yield Alarm.BELUM_MULAI_ATASAN, since, partial(_after, since, START_DAYS_SUPERIOR, calendar)


def _of_the_original(state: State, calendar: Calendar) -> Iterator[_Planned]:
    since = state.letter_since
    if since is None or ORIGINAL in state.reached:
        return
    yield Alarm.SURAT_ASLI, since, partial(_morning, since, LETTER_DAYS, calendar)
    yield Alarm.SURAT_ASLI_LAGI, since, partial(_morning, since, LETTER_AGAIN_DAYS, calendar)
    yield from _proposed(state, calendar, Alarm.USUL_TANGGUHKAN, since, LETTER_LIMIT)


def _of_an_incomplete_letter(state: State, run: Run, calendar: Calendar) -> Iterator[_Planned]:
    since = _waited_since(run)
    yield Alarm.KELENGKAPAN, since, partial(_morning, since, INCOMPLETE_DAYS, calendar)
    yield Alarm.KELENGKAPAN_LAGI, since, partial(_morning, since, INCOMPLETE_AGAIN_DAYS, calendar)
    yield from _proposed(state, calendar, Alarm.USUL_BATALKAN, since, INCOMPLETE_LIMIT)


def _of_a_pause(state: State, run: Run, calendar: Calendar) -> Iterator[_Planned]:
    """Keadaan kahar is ended for the whole office, which needs no reminder of each permintaan."""
    pause = run.pauses[-1]
    if state.paused_until:
        alarm = Alarm.PENANGGUHAN if pause.party is Party.KOMINFO else Alarm.JEDA
        yield alarm, pause.since, partial(_opening_after, state.paused_until, calendar)
    if pause.cause is Cause.TIDAK_HADIR:
        yield Alarm.TIDAK_HADIR, pause.since, partial(_morning, pause.since, ABSENT_DAYS, calendar)
        yield from _proposed(state, calendar, Alarm.USUL_BATALKAN_HADIR, pause.since, ABSENT_LIMIT)
    elif state.paused_until is None and pause.reason is not Reason.KAHAR:
        alarm = Alarm.MENUNGGU_OPD if pause.party is Party.OPD else Alarm.MASIH_DIJEDA
        yield alarm, pause.since, partial(_morning, pause.since, PAUSED_DAYS, calendar)
        yield Alarm.JEDA_LAMA, pause.since, partial(_after, pause.since, PAUSED_LIMIT, calendar)


def _of_the_bast(state: State, run: Run, calendar: Calendar) -> Iterator[_Planned]:
    """The OPD signs after the launch."""
    if state.bagian != _SIGNED_BY_OPD:
        return
    since = max(_waited_since(run), run.event_end or run.since)
    yield Alarm.BAST, since, partial(_morning, since, BAST_DAYS, calendar)
    yield Alarm.BAST_PIMPINAN, since, partial(_after, since, BAST_LIMIT, calendar)


def _of_the_year(state: State, run: Run, sop: Sop, calendar: Calendar) -> Iterator[_Planned]:
    """The agreed end lies beyond a year, work that should have ended before November goes on, or past a later end."""
    until = state.implementasi_until
    if until is None or sop.step(state.step).ke > sop.step(_BUILDING).ke:
        return
    years = list(range(run.available_at.astimezone(calendar.zone).year, until.year))
    if until.month < LAST_MONTHS:
        years.append(until.year)
    for year in years:
        about = datetime(year, LAST_MONTHS, 1, tzinfo=calendar.zone)
        yield Alarm.AKHIR_TAHUN, about, partial(calendar.next_open, about)
    if until.month >= LAST_MONTHS and until < date(until.year, 12, 31):
        about = datetime.combine(until, time(), calendar.zone)
        yield Alarm.AKHIR_TAHUN, about, partial(_opening_after, until, calendar)


def _proposed(
    state: State, calendar: Calendar, alarm: Alarm, since: datetime, days: int
) -> Iterator[_Planned]:
    """Nothing is proposed that the stage before has not announced in good time, nor soon after it was declined."""
    announced = next(series[series.index(alarm) - 1] for series in SERIES if alarm in series)
    said = state.told.get(mark_of(announced, since))
    if said is None:
        return
    declined = state.declined_at if state.declined_at and state.declined_at > since else None

    def moment() -> datetime:
        moments = [
            _after(since, days, calendar),
            _after(datetime.fromisoformat(said), NOTICE_DAYS, calendar),
        ]
        return max(*moments, *([_after(declined, AGAIN_DAYS, calendar)] if declined else ()))

    yield alarm, declined or since, moment


def _waited_since(run: Run) -> datetime:
    """Since when somebody could begin with the bagian in hand; a pause takes the time away."""
    resumed = run.pauses[-1].until if run.pauses else None
    return max(run.since, resumed or run.since)


def _morning(since: datetime, days: int, calendar: Calendar) -> datetime:
    """The opening of the n-th working day after the day of a moment."""
    day = calendar.add_days(since, days).date()
    return _opening_on_or_after(day, calendar)


def _after(since: datetime, days: int, calendar: Calendar) -> datetime:
    """The first open moment after n whole working days."""
    return calendar.next_open(calendar.add_days(since, days))


def _opening_after(day: date, calendar: Calendar) -> datetime:
    return _opening_on_or_after(day + timedelta(days=1), calendar)


def _opening_on_or_after(day: date, calendar: Calendar) -> datetime:
    return calendar.next_open(datetime.combine(day, time(), calendar.zone))


def _morning_before(limit: datetime, days: int, calendar: Calendar) -> datetime | None:
    """The opening of the n-th working day before the day of a limit; None where the calendar begins later."""
    day = limit.astimezone(calendar.zone).date()
    try:
        for _ in range(days):
            day = calendar.last_closing_before(day).date()
    except CalendarNotFilled:
        return None
    return _opening_on_or_after(day, calendar)
