"""Whatever lawful history a permintaan has: every second is on one clock, and there is always a way to an end."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from loket.core.advance import Advanced, advance, replay
from loket.core.alarm_moments import Telling, coming, to_tell
from loket.core.clock import Run
from loket.core.facts import Status
from loket.core.gate import ORIGINAL, is_held
from loket.core.lapse import step_to_plan_again
from loket.core.moving import (
    CANCELLED,
    DECLINED,
    ENDINGS,
    EXTENDED,
    MISSED,
    PAUSED,
    RESUMED,
    RETURNED,
    STARTED,
    SUSPENDED,
    TEAM_CHANGED,
)
from loket.core.pause import Cause, Reason, seconds_paused
from loket.core.process import steps_to_return_to
from loket.core.record import Line, plain
from loket.core.state import State, due, opening
from loket.core.zone import ZONE
from loket.sop.definition import shipped
from loket.sop.shipped_calendar import load

CALENDAR, SOP = load(), shipped()
BEGIN = datetime(2025, 1, 2, 9, 0, tzinfo=ZONE)
NOTE = "diskusi.posted"
"""A kind without milestones: but for the letter, what is moved here is told by the outcome alone."""
LETTER, ORIGINAL_CAME = "surat.corrected", "surat_asli.received"
MOST = 200
SWEPT = 3
"""After every so many acts the clock may speak; more often would take too long."""
PICKS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 3000)), min_size=1, max_size=MOST)
"""For each act which of those that are possible, and how many minutes after the one before."""


@dataclass
class History:
    """A permintaan of the core alone, and all that was written about it."""

    now: datetime = BEGIN
    state: State = field(default_factory=lambda: opening(SOP, BEGIN))
    lines: list[Line] = field(default_factory=list)
    closed: list[Run] = field(default_factory=list)

    def possible(self) -> Sequence[Line]:
        """Every act that is lawful now, written down."""
        if not self.state.status.is_open:
            return ()
        beside = [self.line(DECLINED)] * bool(self.state.proposed)
        if ORIGINAL not in self.state.reached:
            beside.append(self.line(ORIGINAL_CAME))
        if self.state.status is Status.MENUNGGU and self.state.step != SOP.first.key:
            return (self.line(RESUMED, **self.planned_anew()), self.line(CANCELLED), *beside)
        part = SOP.bagian(self.state.step, self.state.bagian)
        moves = [self.move(outcome) for outcome in part.outcomes]
        if self.state.step == SOP.first.key:
            return (*moves, self.line(STARTED), *beside)
        back = steps_to_return_to(SOP, self.state.step, self.state.reached)
        return (
            *(move for move in moves for _ in range(4)),
            self.line(STARTED),
            *(self.line(PAUSED, alasan=reason) for reason in Reason if reason != Reason.DITANGGUHKAN),
            *(self.line(SUSPENDED, alasan=Reason.DITANGGUHKAN, sebab=cause) for cause in Cause),
            *(self.line(RETURNED, langkah=key) for key in back[-2:]),
            self.line(TEAM_CHANGED),
            self.line(EXTENDED, **self.put_off()),
            *beside,
            *((self.line(MISSED, langkah="undangan", alasan="opd"),) * (self.state.step == "rapat_teknis")),
        )

    def move(self, outcome: str) -> Line:
        """With what people agree on where they plan, meet and hand over."""
        soon, day = self.now + timedelta(days=2), timedelta(days=90)
        said: dict[str, object] = {}
        if self.state.step == "undangan":
            said = {"planned_start": soon}
        elif self.state.step == "rapat_teknis":
            held = {"event_start": self.now - timedelta(hours=2), "event_end": self.now}
            said = held | {"implementasi_until": (self.now + day).date()}
        elif self.state.bagian == "siapkan":
            said = {"event_start": soon, "event_end": soon + timedelta(hours=3)}
            said["pendampingan_until"] = (self.now + day).date()
        kind = LETTER if self.state.step == SOP.first.key else NOTE
        return self.line(kind, outcome, **plain(said))

    def planned_anew(self) -> dict[str, str]:
        langkah = step_to_plan_again(self.state.run, self.now) if self.state.run else ""
        return {"langkah": langkah} if langkah else {}

    def put_off(self) -> dict[str, str]:
        """The agreed end that comes next, by two weeks."""
        agreed = {
            "implementasi_until": self.state.implementasi_until,
            "pendampingan_until": self.state.pendampingan_until,
        }
        later = {name: day + timedelta(days=14) for name, day in agreed.items() if day}
        return dict([plain(later).popitem()]) if later else {}

    def hear(self) -> list[Telling]:
        """Let the clock say what is due."""
        tellings = to_tell(self.state, SOP, CALENDAR, self.now)
        for one in tellings:
            said = {"alarm": one.alarm.value, "told": list(one.marks)}
            self.take(self.line(one.alarm.kind, **said))  # type: ignore[arg-type]  # particulars
        return tellings

    def take(self, line: Line) -> Advanced:
        advanced = advance(self.state, line, SOP, CALENDAR)
        self.state = advanced.state
        self.lines.append(line)
        if advanced.closed:
            self.closed.append(advanced.closed)
        return advanced

    def line(self, kind: str, outcome: str = "", **said: str) -> Line:
        return Line(
            subject="APL-2025-0001",
            seq=len(self.lines) + 1,
            kind=kind,
            step=self.state.step if outcome else "",
            bagian=self.state.bagian if outcome else "",
            outcome=outcome,
            actor_id=1,
            capacity="kepala_seksi",
            source="test",
            happened_at=self.now,
            sop="SOP-DISKOMINFO-001/0",
            particulars=said,
        )


def lived(picks: Sequence[tuple[int, int]]) -> History:
    history = History()
    for pick, minutes in picks:
        history.now += timedelta(minutes=minutes)
        possible = history.possible()
        if not possible:
            break
        history.take(possible[pick % len(possible)])
        if pick % SWEPT == 0:
            history.hear()
    return history


@settings(deadline=None)
@given(PICKS)
def test_every_second_of_a_run_is_waiting_working_or_pause(picks: list[tuple[int, int]]) -> None:
    for run in lived(picks).closed:
        assert run.done_at is not None
        paused = seconds_paused(run.pauses, run.available_at, run.done_at, CALENDAR)
        elapsed = CALENDAR.seconds_between(run.available_at, run.done_at)
        assert run.waited + run.worked + paused == elapsed
        assert min(run.waited, run.worked, paused) >= 0


@settings(deadline=None)
@given(PICKS)
def test_runs_follow_each_other_without_a_gap(picks: list[tuple[int, int]]) -> None:
    history = lived(picks)

    runs = [*history.closed, *([history.state.run] if history.state.run else [])]

    assert runs[0].available_at == BEGIN
    for before, after in pairwise(runs):
        assert before.done_at == after.available_at


@settings(deadline=None)
@given(PICKS)
def test_it_is_paused_exactly_while_its_run_is(picks: list[tuple[int, int]]) -> None:
    state = lived(picks).state

    waits = state.status is Status.MENUNGGU and state.step != SOP.first.key
    rests = state.run is not None and state.run.is_paused
    assert rests == (waits or is_held(state, SOP))
    assert not (rests and due(state, SOP, CALENDAR))
    assert bool(state.waiting_reason) == (state.status is Status.MENUNGGU)


@settings(deadline=None)
@given(PICKS)
def test_the_record_alone_tells_the_same(picks: list[tuple[int, int]]) -> None:
    history = lived(picks)

    assert replay(history.lines, SOP, lambda _: CALENDAR, opened_at=BEGIN) == (history.state, history.closed)


@settings(deadline=None)
@given(PICKS, st.sampled_from(sorted(ENDINGS)))
def test_wherever_it_stands_it_can_be_ended_and_nothing_runs_on(
    picks: list[tuple[int, int]], kind: str
) -> None:
    history = lived(picks)
    if not history.state.status.is_open:
        return
    history.now += timedelta(hours=1)

    ended = history.take(history.line(kind))

    assert ended.state.status is ENDINGS[kind]
    assert (ended.state.run, ended.state.ended_at, ended.state.waiting_reason) == (None, history.now, "")
    assert ended.closed is not None
    assert not ended.closed.is_paused
    assert history.possible() == ()


@settings(deadline=None)
@given(PICKS)
def test_whatever_waits_is_asked_about_unless_the_whole_office_rests(picks: list[tuple[int, int]]) -> None:
    state = lived(picks).state

    is_kahar = state.waiting_reason == Reason.KAHAR
    if state.status is Status.MENUNGGU and not is_kahar:
        assert coming(replace(state, told={}), SOP, CALENDAR)


@settings(deadline=None)
@given(PICKS)
def test_nothing_is_late_for_an_event_whose_time_came_during_a_pause(picks: list[tuple[int, int]]) -> None:
    history = lived(picks)
    run, runs = history.state.run, history.state.status is Status.BERJALAN
    if run and runs and run.event_start and not run.started_at:
        assert not [one for one in run.pauses if one.until and one.since < run.event_start <= one.until]
