"""Outside the years that the calendar holds nothing moves, and everybody is told why; talking goes on."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from loket.application.act import act
from loket.application.acts.diskusi import Data as Said
from loket.application.errors import Refused
from loket.application.perform import start
from loket.application.submit import submit
from loket.core.zone import ZONE
from loket.models.pengerjaan import Pengerjaan
from tests.application.everything import nothing_changes
from tests.cast import Road

BEYOND = datetime(2028, 1, 3, 9, 0, tzinfo=ZONE)
UNFILLED = "Kalender kerja tahun 2028 belum diisi; mohon lengkapi jam kerja dan hari liburnya, lalu nyatakan lengkap."


def test_a_step_is_refused_beyond_the_filled_years(road: Road) -> None:
    road.submit()
    road.now = BEYOND
    data = road.letter()

    with nothing_changes(), pytest.raises(Refused) as refused:
        road.perform_as("kadis", data=data)

    assert refused.value.verdict.unmet == (UNFILLED,)


def test_it_is_one_reason_among_the_others(road: Road) -> None:
    road.submit()
    road.now = BEYOND
    data = road.letter()

    with pytest.raises(Refused) as refused:
        road.perform_as("kasi", data=data)

    assert refused.value.verdict.unmet == ("Bagian ini dikerjakan oleh Kepala Dinas.", UNFILLED)


def test_so_are_a_start_and_a_new_request(road: Road) -> None:
    road.submit()
    road.now = BEYOND
    letter = road.letter()
    place: dict[str, Any] = {"step_key": "disposisi", "bagian": "kepala_dinas"}

    with nothing_changes():
        with pytest.raises(Refused) as not_started:
            start(nomor=road.nomor, actor=road.actor("kadis"), now=BEYOND, **place)
        with pytest.raises(Refused) as not_sent:
            submit(actor=road.actor("opd"), opd_id=road.people["opd"].opd_id, data=letter, now=BEYOND)

    assert not_started.value.verdict.unmet == not_sent.value.verdict.unmet == (UNFILLED,)


def test_a_withdrawal_needs_the_calendar_and_a_discussion_does_not(road: Road) -> None:
    road.submit()
    road.now = BEYOND

    with nothing_changes(), pytest.raises(Refused) as refused:
        road.withdraw()

    said = Said(text="Masih ditunggu.")
    entry = act(nomor=road.nomor, act_key="diskusi", actor=road.actor("opd"), data=said, now=BEYOND)
    assert refused.value.verdict.unmet == (UNFILLED,)
    assert entry.kind == "diskusi.posted"
    assert road.permintaan.due_at is not None


def test_long_work_at_the_end_of_the_calendar_has_no_due_date_and_can_be_finished(
    at: Callable[..., Road],
) -> None:
    road = at("analisis", "susun")
    road.now = datetime(2027, 12, 20, 9, 0, tzinfo=ZONE)
    _begin_now(road)

    road.walk_to("desain")

    run = Pengerjaan.objects.get(permintaan__nomor=road.nomor, step="analisis")
    assert (run.due_at, run.colour) == (None, "green")
    assert run.done_at is not None
    assert road.permintaan.due_at is None


def _begin_now(road: Road) -> None:
    """As if the step had waited only since now."""
    Pengerjaan.objects.filter(permintaan__nomor=road.nomor, done_at=None).update(
        available_at=road.now, since=road.now
    )
