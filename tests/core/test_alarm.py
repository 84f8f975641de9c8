"""What holds of everything the clock says: who hears it, in working time, in order, once."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from loket.core.alarm import SERIES, Alarm, told_to
from loket.core.alarm_moments import Coming, coming, next_alarm
from loket.core.role import Role
from loket.sop.definition import shipped
from loket.sop.shipped_calendar import load
from tests.core.test_histories import PICKS, lived

CALENDAR, SOP = load(), shipped()


@pytest.mark.parametrize(
    ("turn", "heard"),
    (
        ((Role.SISTEM_ANALIS, Role.PROGRAMMER), (Role.KEPALA_SEKSI,)),
        ((Role.OPD,), (Role.KEPALA_SEKSI,)),
        ((Role.KEPALA_SEKSI,), (Role.KEPALA_BIDANG,)),
        ((Role.KEPALA_BIDANG,), (Role.KEPALA_DINAS,)),
        ((Role.KEPALA_DINAS,), ()),
    ),
)
def test_what_is_late_goes_to_the_next_level(turn: Sequence[Role], heard: Sequence[Role]) -> None:
    assert told_to(Alarm.ESKALASI, turn) == heard
    assert told_to(Alarm.LEWAT, (*turn, Role.TATA_USAHA)) == tuple(turn)


def test_every_alarm_stands_in_one_series_and_has_words() -> None:
    staged = [alarm for series in SERIES for alarm in series]

    assert sorted(staged) == sorted(Alarm)
    assert all(alarm.label for alarm in Alarm)
    assert all(series.index(alarm) > 0 for series in SERIES for alarm in series if alarm.is_proposal)


@settings(deadline=None)
@given(PICKS)
def test_whatever_has_happened_alarms_lie_in_working_time_and_in_order(picks: list[tuple[int, int]]) -> None:
    history = lived(picks)

    found = coming(history.state, SOP, CALENDAR)

    assert all(CALENDAR.is_open(one.at) for one in found)
    at = {one.alarm: one.at for one in found}
    for series in SERIES:
        stages = [at[alarm] for alarm in series if alarm in at]
        assert stages == sorted(stages)


@settings(deadline=None)
@given(PICKS)
def test_everything_is_told_once_and_then_there_is_silence(picks: list[tuple[int, int]]) -> None:
    history, heard = lived(picks), list[Coming]()
    while (one := next_alarm(history.state, SOP, CALENDAR)) is not None:
        history.now = max(history.now, one.at)
        history.hear()
        heard.append(one)
        assert len(heard) < 20, heard

    marks = [one.mark for one in heard]
    assert len(marks) == len(set(marks))
