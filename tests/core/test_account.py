"""The explanation of a count and the count itself are the same figures."""

from collections.abc import Iterable
from datetime import date, datetime

import pytest
from hypothesis import given, settings

from loket.core.account import account_of
from loket.core.clock import Run, measure
from loket.core.moving import PAUSED, RESUMED
from loket.core.pause import Reason
from loket.core.role import Role
from loket.core.shares import Shares, shares_of
from loket.core.sop import Standard, Unit
from loket.core.zone import ZONE
from tests.core.test_histories import CALENDAR, PICKS, SOP, History, lived

TEN_MINUTES = Standard(value=10, unit=Unit.MENIT_KERJA, text="", text_asli="")
TEN_DAYS = Standard(value=10, unit=Unit.HARI_KERJA, text="", text_asli="")
AGREED = Standard(value=None, unit=Unit.KESEPAKATAN, text="", text_asli="")
MEETING = Standard(value=180, unit=Unit.MENIT_KERJA, text="", text_asli="", by_event=True)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def runs_of(history: History) -> Iterable[Run]:
    return (*history.closed, *([history.state.run] if history.state.run else ()))


def whole(history: History) -> Shares:
    """Whose time all runs of a history were, as a page adds them up."""
    in_hand = SOP.bagian(history.state.step, history.state.bagian) if history.state.run else None
    is_opds = bool(in_hand and Role.OPD in in_hand.pelaksana)
    shares = (shares_of(run, CALENDAR, history.now, in_hand_of_opd=is_opds) for run in runs_of(history))
    return sum(shares, Shares())


@settings(deadline=None)
@given(PICKS)
def test_what_has_elapsed_is_counted_waited_for_or_paused(picks: list[tuple[int, int]]) -> None:
    history = lived(picks)
    for run in runs_of(history):
        standard = SOP.step(run.step).standard
        account = account_of(run, standard, CALENDAR, history.now)
        if standard.unit is Unit.KESEPAKATAN and account.is_started:
            assert account.counted == account.elapsed >= sum(account.paused.values())
        else:
            assert account.counted + account.waited + sum(account.paused.values()) == account.elapsed
        assert min(account.counted, account.waited, *account.paused.values(), 0) == 0


@settings(deadline=None)
@given(PICKS)
def test_the_count_that_is_explained_is_the_one_that_is_measured(picks: list[tuple[int, int]]) -> None:
    history = lived(picks)
    for run in runs_of(history):
        standard = SOP.step(run.step).standard
        account = account_of(run, standard, CALENDAR, history.now)
        figures = measure(run, standard, CALENDAR, history.now)
        if not account.is_started:
            assert (account.waited, sum(account.paused.values())) == (figures.waiting, figures.paused)
        elif standard.unit is Unit.MENIT_KERJA:
            assert account.counted == figures.working
        elif standard.unit is Unit.HARI_KERJA:
            assert account.counted == figures.days


@settings(deadline=None)
@given(PICKS)
def test_all_time_was_with_the_office_with_the_opd_or_with_neither(picks: list[tuple[int, int]]) -> None:
    history = lived(picks)
    runs = list(runs_of(history))

    shares = whole(history)

    end = history.state.ended_at or history.now
    assert shares.office + shares.opd + shares.neither == CALENDAR.seconds_between(runs[0].available_at, end)
    assert min(shares.office, shares.opd, shares.neither) >= 0


def test_days_are_explained_with_their_pauses_and_holidays() -> None:
    run = Run.opened("desain", 1, at(10, 9, month=8)).begin(at(10, 9, month=8))
    run = run.pause(at(12, 9, month=8), Reason.OPD).resume(at(14, 9, month=8))

    account = account_of(run, TEN_DAYS, CALENDAR, at(19, 9, month=8))

    assert (account.counted, account.allowed, account.elapsed) == (4, 10, 6)
    assert account.paused == {Reason.OPD: 2}
    assert [holiday.date for holiday in account.holidays] == [date(2026, 8, 17)]


def test_minutes_are_explained_with_the_wait_between_two_hands() -> None:
    run = Run.opened("disposisi", 1, at(24, 9)).begin(at(24, 9)).hand_over(at(24, 9, 4), CALENDAR)
    run = run.begin(at(24, 11)).pause(at(24, 11, 2), Reason.KAHAR).resume(at(24, 11, 12))
    run = run.finish(at(24, 11, 15), CALENDAR)

    account = account_of(run, TEN_MINUTES, CALENDAR, at(30, 9))

    assert (account.counted, account.allowed) == (9 * 60, 600)
    assert (account.waited, account.paused) == (116 * 60, {Reason.KAHAR: 600})


def test_what_nobody_has_begun_is_only_waited_for() -> None:
    account = account_of(Run.opened("desain", 1, at(24, 9)), TEN_DAYS, CALENDAR, at(24, 10))

    assert (account.is_started, account.counted, account.waited, account.allowed) == (False, 0, 3600, None)


def test_an_event_counts_its_own_times() -> None:
    run = Run.opened("rapat_teknis", 1, at(23, 9)).with_event(at(25, 9), at(25, 11))

    account = account_of(run.begin(at(26, 8)), MEETING, CALENDAR, at(26, 9))

    assert (account.since, account.counted, account.allowed) == (at(25, 9), 7200, 180 * 60)


@pytest.mark.parametrize(("agreed", "allowed"), ((date(2026, 11, 13), 9), (None, None)))
def test_an_agreed_date_counts_every_day(agreed: date | None, allowed: int | None) -> None:
    run = Run.opened("implementasi", 1, at(2, 9), agreed=agreed).begin(at(2, 9))
    run = run.pause(at(3, 9), Reason.OPD).resume(at(5, 9))

    account = account_of(run, AGREED, CALENDAR, at(6, 17))

    assert (account.counted, account.allowed, account.paused) == (4, allowed, {Reason.OPD: 2})


def test_a_holiday_on_a_closed_day_takes_nothing_away() -> None:
    """Waisak 2026 is a Sunday, Hari Pancasila the Monday after it."""
    taken = CALENDAR.holidays_between(at(29, 9, month=5), at(2, 9, month=6))

    assert [holiday.date for holiday in taken] == [date(2026, 6, 1)]


def test_what_the_opd_has_in_hand_and_what_waits_for_it_is_the_opds() -> None:
    history = History()
    history.now = at(24, 9)
    history.state = lived([(0, 0)]).state
    history.take(history.line(PAUSED, alasan=Reason.SURAT_FISIK))
    history.now = at(24, 10)
    history.take(history.line(RESUMED))
    history.now = at(24, 11)
    history.take(history.line(PAUSED, alasan=Reason.KAHAR))
    history.now = at(24, 11, 30)

    run = history.state.run
    assert run is not None
    shares = shares_of(run, CALENDAR, history.now, in_hand_of_opd=False)

    assert (shares.opd, shares.neither) == (3600, 1800)


def test_a_letter_that_is_back_with_its_opd_is_on_the_opd() -> None:
    history = lived([(0, 0)])
    history.now = at(24, 9)
    back = SOP.bagian(history.state.step, history.state.bagian)
    outcome = next(name for name, target in back.outcomes.items() if target.startswith("surat"))
    history.take(history.line("disposisi.returned", outcome))
    history.now = at(24, 10)
    before = whole(history)
    history.take(history.line("surat.corrected", "dikirim"))

    assert whole(history) == before
    assert history.closed[-1].with_opd == before.opd == 3600
