"""A pause puts off what is still due by its own length, shortens nothing, and every second is accounted for."""

from datetime import datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from loket.core.clock import Colour, Run, due_at, measure
from loket.core.pause import Cause, Party, Pause, Reason
from loket.core.shares import shares_of
from loket.core.sop import Standard, Unit
from loket.core.zone import ZONE
from loket.sop.shipped_calendar import load

CALENDAR = load()
START = datetime(2026, 9, 1, 8, 0, tzinfo=ZONE)
MOMENTS = st.lists(st.integers(0, 60 * 24 * 40), min_size=2, max_size=8, unique=True).map(
    lambda minutes: [START + timedelta(minutes=one) for one in sorted(minutes)]
)
REASONS = st.sampled_from(list(Reason))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def standard(value: int, unit: Unit) -> Standard:
    return Standard(value=value, unit=unit, text="", text_asli="")


THIRTY_MINUTES, TEN_DAYS = standard(30, Unit.MENIT_KERJA), standard(10, Unit.HARI_KERJA)
STANDARDS = st.builds(standard, st.integers(1, 600), st.just(Unit.MENIT_KERJA)) | st.builds(
    standard, st.integers(1, 20), st.just(Unit.HARI_KERJA)
)


def begun(moment: datetime = START) -> Run:
    return Run.opened("desain", 1, moment).begin(moment)


def test_neither_clock_runs_while_it_is_paused() -> None:
    run = Run.opened("penunjukan", 1, at(24, 9)).pause(at(24, 9, 10), Reason.OPD).resume(at(24, 9, 40))
    run = run.begin(at(24, 10)).pause(at(24, 10, 5), Reason.KEMENTERIAN).resume(at(24, 11))
    run = run.finish(at(24, 11, 15), CALENDAR)

    figures = measure(run, THIRTY_MINUTES, CALENDAR, at(25, 9))

    minutes = [one // 60 for one in (figures.waiting, figures.working, figures.paused)]
    assert minutes == [30, 20, 85]
    assert figures.colour is Colour.GREEN


def test_minutes_are_due_later_by_the_working_time_of_the_pause() -> None:
    run = begun(at(24, 15, 50)).pause(at(24, 15, 55), Reason.JADWAL).resume(at(25, 8))

    assert due_at(run, THIRTY_MINUTES, CALENDAR) == at(25, 8, 25)


def test_days_are_due_later_by_the_whole_days_of_the_pause() -> None:
    run = begun(at(2, 9))

    paused = run.pause(at(4, 10), Reason.PRASARANA).resume(at(6, 9))

    assert due_at(run, TEN_DAYS, CALENDAR) == at(16, 16)
    assert due_at(paused, TEN_DAYS, CALENDAR) == at(18, 16)
    assert measure(paused, TEN_DAYS, CALENDAR, at(18, 15)).days == 10


def test_a_night_that_is_paused_takes_no_day_away() -> None:
    run = begun(at(2, 9)).pause(at(4, 20), Reason.OPD).resume(at(5, 6))

    assert due_at(run, TEN_DAYS, CALENDAR) == at(16, 16)
    assert measure(run, TEN_DAYS, CALENDAR, at(16, 15)).days == 10


def test_nor_does_the_day_of_start() -> None:
    run = begun(at(2, 9)).pause(at(2, 10), Reason.OPD).resume(at(2, 20))

    assert due_at(run, TEN_DAYS, CALENDAR) == at(16, 16)
    assert measure(run, TEN_DAYS, CALENDAR, at(2, 21)).days == 0


def test_a_pause_that_begins_after_the_limit_finds_it_passed() -> None:
    run = begun(at(24, 9)).pause(at(24, 10), Reason.OPD).resume(at(25, 10))

    assert due_at(run, THIRTY_MINUTES, CALENDAR) == at(24, 9, 30)


def test_a_step_that_ends_while_it_is_paused_ends_its_pause() -> None:
    run = begun(at(24, 9)).pause(at(24, 10), Reason.KAHAR).finish(at(24, 11), CALENDAR)

    assert not run.is_paused
    assert (run.waited, run.worked) == (0, 3600)


def test_pausing_twice_and_going_on_twice_change_nothing() -> None:
    paused = begun(at(24, 9)).pause(at(24, 10), Reason.OPD)
    running = paused.resume(at(24, 11))

    assert paused.pause(at(24, 10, 30), Reason.KAHAR) == paused
    assert running.resume(at(24, 12)) == running


def test_only_the_opd_is_waited_for_when_it_owes_something() -> None:
    assert {reason for reason in Reason if reason.party is Party.OPD} == {Reason.OPD, Reason.SURAT_FISIK}


def test_a_suspension_waits_for_whom_its_cause_says() -> None:
    parties = {cause: Pause(at(24, 9), Reason.DITANGGUHKAN, cause=cause).party for cause in Cause}

    assert {cause for cause, party in parties.items() if party is Party.OPD} == {
        Cause.SURAT_ASLI,
        Cause.TIDAK_HADIR,
    }
    assert set(parties.values()) == {Party.OPD, Party.KOMINFO}


def test_a_suspension_reads_as_the_offices_own_or_as_a_wait_for_the_opd() -> None:
    assert (Cause.KAPASITAS.party.suspends, Cause.SURAT_ASLI.party.suspends) == (
        "oleh Dinas Kominfo",
        "menunggu OPD",
    )


@pytest.mark.parametrize("cause", Cause)
def test_suspended_time_is_the_offices_or_the_opds_as_its_cause_says(cause: Cause) -> None:
    run = begun(at(24, 9)).pause(at(24, 10), Reason.DITANGGUHKAN, cause)

    shares = shares_of(run, CALENDAR, at(24, 11), in_hand_of_opd=False)

    opd = 3600 if cause.party is Party.OPD else 0
    assert (shares.office, shares.opd, shares.neither) == (7200 - opd, opd, 0)


def history(moments: list[datetime], reason: Reason) -> Run:
    """Begun at the first moment, then paused and resumed in turn; all pauses have ended."""
    run = begun(moments[0])
    for start, end in zip(moments[1::2], moments[2::2], strict=False):
        run = run.pause(start, reason).resume(end)
    return run


@given(MOMENTS, REASONS, st.integers(0, 3), STANDARDS)
def test_waiting_working_and_pauses_are_all_of_the_elapsed_working_time(
    moments: list[datetime], reason: Reason, hops: int, standard: Standard
) -> None:
    run, last = history(moments[:-1], reason), moments[-1]
    for hop in range(hops):
        run = run.hand_over(last + timedelta(hours=hop), CALENDAR)
    end = last + timedelta(hours=hops)
    figures = measure(run.finish(end, CALENDAR), standard, CALENDAR, end)

    elapsed = CALENDAR.seconds_between(run.available_at, end)
    assert figures.waiting + figures.working + figures.paused == elapsed
    assert min(figures.waiting, figures.working, figures.paused, figures.days) >= 0


@given(MOMENTS, REASONS, STANDARDS)
def test_a_pause_never_shortens(moments: list[datetime], reason: Reason, standard: Standard) -> None:
    with_pauses, without = history(moments, reason), begun(moments[0])

    later, sooner = due_at(with_pauses, standard, CALENDAR), due_at(without, standard, CALENDAR)

    assert later is not None
    assert sooner is not None
    assert later >= sooner


@given(MOMENTS, REASONS, STANDARDS, st.integers(0, 60 * 24 * 60))
def test_what_is_done_by_the_limit_is_green_and_what_is_not_is_not(
    moments: list[datetime], reason: Reason, standard: Standard, after: int
) -> None:
    run = history(moments, reason)
    done = moments[-1] + timedelta(minutes=after)
    limit = due_at(run, standard, CALENDAR)
    assume(limit is not None)

    colour = measure(run.finish(done, CALENDAR), standard, CALENDAR, done).colour

    assert limit is not None
    in_days = standard.unit is Unit.HARI_KERJA
    over = (CALENDAR.days_between if in_days else CALENDAR.seconds_between)(limit, done)
    assert (colour is Colour.GREEN) == (over == 0)
