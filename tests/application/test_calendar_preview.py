"""A preview is the change itself, taken back, and what every running permintaan would be due by it."""

from collections.abc import Callable
from datetime import date

import pytest

from loket.application import calendar_preview
from loket.application.calendar_change import recompute_due_dates
from loket.application.calendar_preview import preview_of
from loket.application.errors import Invalid
from loket.application.office.calendar import HolidayData, add_holiday
from loket.models.pengerjaan import Pengerjaan
from tests.application.everything import nothing_changes
from tests.cast import NOW, Road


def holiday(road: Road, day: date = date(2026, 3, 10)) -> Callable[[], object]:
    data = HolidayData(day=day, nama="Hari jadi", kind="lokal")
    return lambda: add_holiday(data, actor=road.actor("admin"), now=road.now)


def test_what_is_shown_is_what_the_job_then_does(road: Road) -> None:
    road.submit()
    road.walk_to("analisis", "reviu")
    closed = Pengerjaan.objects.exclude(done_at=None).order_by("pk")
    measured = list(closed.values())
    with nothing_changes():
        preview = preview_of(holiday(road))

    holiday(road)()
    moved = recompute_due_dates(road.now)

    (move,) = preview.first
    assert (preview.running, preview.moved, moved) == (1, 1, 1)
    assert move.after == road.permintaan.due_at != move.before
    assert list(closed.values()) == measured


def test_the_most_urgent_come_first(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_preview, "SHOWN", 2)
    for _ in range(3):
        road.submit()
        road.walk_to("analisis", "reviu")
        road.now = NOW

    preview = preview_of(holiday(road, date(2026, 3, 25)))

    assert (preview.running, preview.moved) == (3, 3)
    assert [move.nomor for move in preview.first] == ["APL-2026-0001", "APL-2026-0002"]


def test_a_holiday_after_every_limit_moves_nothing(road: Road) -> None:
    road.submit()
    road.walk_to("analisis", "reviu")

    preview = preview_of(holiday(road, date(2026, 10, 15)))

    assert (preview.running, preview.moved, preview.first) == (1, 0, [])


def test_what_is_paused_has_no_limit_to_move(road: Road) -> None:
    road.submit()
    road.walk_to("analisis", "reviu")
    road.pause()

    assert preview_of(holiday(road)).running == 0


def test_what_cannot_be_done_is_refused_before_anything_is_shown(road: Road) -> None:
    with nothing_changes(), pytest.raises(Invalid, match="sudah lewat"):
        preview_of(holiday(road, date(2026, 3, 1)))
