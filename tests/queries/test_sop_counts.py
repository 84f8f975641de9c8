from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from loket.models.pengerjaan import Pengerjaan
from loket.queries.sop_counts import Performance, StepCount, open_counts, performance
from loket.sop.definition import shipped
from tests.cast import Road


def test_an_office_without_permintaan_counts_nothing(office: object, road: Road) -> None:
    counts = open_counts(shipped(), road.now)

    assert (counts.open, counts.late, counts.busiest, counts.at("disposisi")) == (0, 0, "", StepCount())


def test_open_and_late_ones_are_counted_at_their_step(road: Road) -> None:
    road.submit()
    road.submit()
    road.submit()
    road.walk_to("penunjukan")

    counts = open_counts(shipped(), road.now + timedelta(days=30))

    assert dict(counts.by_step) == {"disposisi": StepCount(2, 2), "penunjukan": StepCount(1, 1)}
    assert (counts.open, counts.late, counts.busiest) == (3, 3, "disposisi")


def test_what_has_ended_is_not_open(road: Road) -> None:
    road.submit()
    road.withdraw()

    assert open_counts(shipped(), road.now).open == 0


def test_the_count_is_one_query(road: Road) -> None:
    road.submit()

    with CaptureQueriesContext(connection) as queries:
        open_counts(shipped(), road.now)

    assert len(queries) == 1


def test_steps_in_time_are_a_share_of_the_steps_of_the_office(road: Road) -> None:
    road.submit()
    road.walk_to("prioritas")
    Pengerjaan.objects.filter(step="disposisi").update(colour="red")

    assert performance(shipped(), road.now) == Performance(finished_this_year=0, measured=2, timely=1)
    assert performance(shipped(), road.now).timely_percent == 50


def test_steps_that_ended_long_ago_are_not_measured(road: Road) -> None:
    road.submit()
    road.walk_to("prioritas")

    later = performance(shipped(), road.now + timedelta(days=91))

    assert (later.measured, later.timely_percent) == (0, None)


def test_a_finished_permintaan_counts_in_its_own_year(road: Road) -> None:
    road.submit()
    road.walk_to("selesai")

    assert performance(shipped(), road.now).finished_this_year == 1
    assert performance(shipped(), road.now + timedelta(days=366)).finished_this_year == 0
