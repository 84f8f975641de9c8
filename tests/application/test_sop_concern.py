"""Which running permintaan a draft would give other limits; they stay on theirs."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from loket.application.office.sop_concern import Concern, concern_of
from loket.application.office.sop_text import proposed
from loket.cli.demo.walk import office_calendar
from loket.models.sop_draft import SopDraft
from tests.application.revising import begin, save
from tests.cast import Road


def concern() -> Concern:
    return concern_of(proposed(SopDraft.objects.get()), office_calendar())


def test_wording_concerns_no_running_permintaan(road: Road) -> None:
    road.submit()
    begin(road)
    save(road, "analisis", keterangan="Baru")

    found = concern()

    assert (found.running, found.count, found.first) == (1, 0, [])


def test_a_time_of_the_step_in_hand_or_of_one_to_come_does(road: Road) -> None:
    road.submit()
    early = road.nomor
    begin(road)
    save(road, "disposisi", nilai=40)
    save(road, "analisis", nilai=20, satuan="hari_kerja")

    (found,) = concern().first

    assert (found.nomor, found.revisi, found.step.key) == (early, 0, "disposisi")
    assert found.due_at is not None
    assert found.would_be is not None
    assert found.would_be - found.due_at == timedelta(minutes=30)
    assert [step.key for step in found.later] == ["analisis"]
    assert road.permintaan.due_at == found.due_at


def test_a_time_of_a_step_that_lies_behind_does_not(road: Road) -> None:
    road.submit()
    road.walk_to("penunjukan")
    begin(road)
    save(road, "disposisi", nilai=40)

    assert (concern().running, concern().count) == (1, 0)


def test_a_step_to_come_leaves_the_limit_in_hand_as_it_is(road: Road) -> None:
    road.submit()
    begin(road)
    save(road, "desain", nilai=12, satuan="hari_kerja")

    (found,) = concern().first

    assert found.would_be == found.due_at


def test_it_costs_one_query_however_many_run(road: Road) -> None:
    begin(road)
    save(road, "disposisi", nilai=40)
    sop, calendar = proposed(SopDraft.objects.get()), office_calendar()
    for _ in range(3):
        road.submit()
    concern_of(sop, calendar)

    with CaptureQueriesContext(connection) as captured:
        found = concern_of(sop, calendar)

    assert (found.running, found.count, len(captured)) == (3, 3, 1)
