"""Nothing is said to have happened before it could: days are compared as the office counts them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from loket.application.data import StepData
from loket.application.locking import in_hand, locked
from tests.application.entered import ACTIVITY, MEETING, NOW, PREPARATION, TODAY, at, facts, problem
from tests.application.everything import nothing_changes
from tests.cast import Road

TODAYS_STEP = facts(available_at=NOW)
YESTERDAY = TODAY - timedelta(1)
LONG_AGO = date(2000, 1, 1)


def _meeting(day: date) -> StepData:
    return replace(MEETING, held_start=at(8, day=day), held_end=at(9, day=day))


def _launch(day: date) -> StepData:
    return replace(PREPARATION, launch_start=at(9, day=day), launch_end=at(11, day=day))


@pytest.mark.parametrize("day", (YESTERDAY, LONG_AGO))
@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    (
        (_meeting, "held_start", "Rapat tidak mungkin dimulai sebelum undangan dikirim"),
        (_launch, "launch_start", "Launching tidak dapat dilakukan sebelum OPD menerima hasil uji"),
        (
            lambda day: replace(ACTIVITY, held_on=day),
            "held_on",
            "Kegiatan tidak mungkin dilakukan sebelum pendampingan dimulai",
        ),
        (
            lambda day: replace(MEETING, implementasi_from=day),
            "implementasi_from",
            "Pengerjaan tidak dapat dimulai sebelum rapat yang menyepakatinya",
        ),
    ),
    ids=("the meeting", "the launch", "an activity", "the work"),
)
def test_what_lies_before_its_time_is_refused_with_the_first_day_that_can_be(
    data: object, field: str, sentence: str, day: date
) -> None:
    found = problem(data(day), field, TODAYS_STEP)  # type: ignore[operator]  # each makes the data of a day

    assert found == [f"{sentence}, 24 November 2026."]


@pytest.mark.parametrize(
    "data", (MEETING, replace(MEETING, implementasi_from=TODAY), _launch(TODAY), ACTIVITY), ids=str
)
def test_what_is_recorded_for_the_same_day_is_lawful(data: StepData) -> None:
    assert data.check(TODAYS_STEP, NOW) == {}


def test_the_day_of_a_meeting_is_the_day_in_the_office() -> None:
    night = replace(
        MEETING,
        held_start=datetime(2026, 11, 23, 18, tzinfo=UTC),
        held_end=datetime(2026, 11, 23, 19, tzinfo=UTC),
    )

    assert night.check(TODAYS_STEP, NOW) == {}


def test_a_step_is_available_since_the_day_on_which_the_one_before_it_was_done(road: Road) -> None:
    road.submit()
    road.walk_to("rapat_teknis")
    invited = road.permintaan.rapat_set.get().invited_at
    actor = road.actor(road.performer())

    with nothing_changes():
        work = in_hand(locked(road.nomor, actor), actor=actor, data=None, now=road.now, source="test")

    assert work.facts.available_at == invited
