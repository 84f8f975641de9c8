"""The demo's plan alone: every act lawful in time, whenever the demo is loaded."""

from datetime import datetime, timedelta

import pytest

from loket.cli.demo.days import Days
from loket.cli.demo.plan import MEETING, Deed, plan
from loket.cli.demo.stops import What
from loket.cli.demo.stories import stories
from loket.core.calendar import CalendarNotFilled
from loket.core.zone import ZONE
from loket.sop import shipped_calendar
from loket.sop.definition import shipped

MOMENTS = (
    "2026-11-24 10:00",  # a Tuesday
    "2026-11-24 07:31",  # the office has just opened
    "2026-11-24 12:30",  # lunch
    "2026-11-27 16:45",  # a Friday after hours
    "2026-11-29 09:00",  # a Sunday
    "2026-03-09 11:00",  # in Ramadan
    "2026-03-23 10:00",  # the days after Ramadan, all closed
    "2026-01-05 08:40",  # the year has just begun
    "2027-10-04 13:30",
)


def deeds_at(moment: str) -> tuple[datetime, list[Deed]]:
    now = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    planned = plan(stories(), shipped(), Days(shipped_calendar.load(), now))
    return now, list(planned.deeds)


@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_lies_in_the_future(moment: str) -> None:
    now, deeds = deeds_at(moment)

    assert [deed for deed in deeds if deed.at > now] == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_everybody_acts_in_office_hours(moment: str) -> None:
    calendar = shipped_calendar.load()
    _, deeds = deeds_at(moment)

    outside = [
        deed
        for deed in deeds
        if not (calendar.is_open(deed.at) or calendar.is_open(deed.at - timedelta(seconds=1)))
    ]

    assert outside == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_acts_of_a_story_follow_each_other(moment: str) -> None:
    _, deeds = deeds_at(moment)
    for story in stories():
        own = [deed for deed in deeds if deed.story is story]

        assert own[0].what is What.SUBMIT
        assert [deed.at for deed in own] == sorted(deed.at for deed in own)


@pytest.mark.parametrize("moment", MOMENTS)
def test_no_analyst_sits_in_two_meetings_at_once(moment: str) -> None:
    _, deeds = deeds_at(moment)
    meetings = [
        (deed.story.tim[0], deed.at) for deed in deeds if deed.place == MEETING and deed.what is What.BEGIN
    ]

    assert len(meetings) == len(set(meetings))


def test_something_has_just_happened_while_the_office_is_open() -> None:
    now, deeds = deeds_at("2026-11-24 10:00")

    assert now - deeds[-1].at == timedelta(minutes=4)


def test_before_the_office_opens_the_last_act_lies_just_before_the_last_closing() -> None:
    _, deeds = deeds_at("2026-11-24 06:00")

    assert deeds[-1].at == datetime(2026, 11, 23, 15, 56, tzinfo=ZONE)


def test_a_demo_whose_months_the_calendar_does_not_know_is_refused() -> None:
    with pytest.raises(CalendarNotFilled):
        deeds_at("2025-02-03 10:00")
