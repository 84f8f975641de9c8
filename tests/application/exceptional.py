"""What the tests of the exceptional flows (DOMAIN 12) share: which row each one walks, and what came of it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import pytest

from loket.application.act import act
from loket.application.acts.surat_asli_diterima import Data as Original
from loket.application.data import StepData
from loket.application.errors import Refused
from loket.cli.demo.walk import office_calendar
from loket.core.clock import Run
from loket.core.moving import STARTED
from loket.core.pause import Reason
from loket.core.zone import ZONE
from loket.models.entry import Entry
from loket.models.pengerjaan import Pengerjaan
from tests.application.everything import nothing_changes
from tests.cast import Road

At = Callable[..., Road]
Test = Callable[..., None]
WALKED: dict[str, str] = {}
"""The rows of the table that have a test, with its name."""


def row(title: str) -> Callable[[Test], Test]:
    """Say which row of the table a test walks."""

    def note(test: Test) -> Test:
        assert title not in WALKED
        WALKED[title] = test.__name__
        return test

    return note


def written(road: Road, after: int = 0) -> list[str]:
    """What the record says after an entry: kind, capacity and source of each, but for `mulai`."""
    entries = Entry.objects.filter(permintaan__nomor=road.nomor, seq__gt=after).exclude(kind=STARTED)
    return [", ".join(filter(None, (one.kind, one.capacity, one.source))) for one in entries.order_by("seq")]


def state(road: Road) -> tuple[str, str, str]:
    """The status, why it waits, and for whom."""
    permintaan = road.permintaan
    return permintaan.status, permintaan.waiting_reason, permintaan.waiting_on


def run_of(road: Road, step: str) -> Run:
    """The latest run of a step."""
    rows = Pengerjaan.objects.filter(permintaan__nomor=road.nomor, step=step)
    return rows.latest("attempt").run()


def all_pauses(road: Road) -> list[str]:
    """For whom the clocks stood still, in the order of the road, besides the moments at the letter gate."""
    rows = Pengerjaan.objects.filter(permintaan__nomor=road.nomor).order_by("pk")
    pauses = (pause for one in rows for pause in one.run().pauses)
    return [pause.party for pause in pauses if pause.reason is not Reason.SURAT_FISIK]


def has_stopped(road: Road) -> bool:
    """No clock runs, nobody has the turn and nothing will be said of it any more."""
    permintaan = road.permintaan
    is_over = permintaan.ended_at is not None and permintaan.due_at is permintaan.alarm_at is None
    return is_over and not permintaan.turn and not permintaan.pengerjaan_set.filter(done_at=None).exists()


def refused(road: Road, username: str, data: StepData) -> Sequence[str]:
    """Why this person may not perform the bagian in hand; nothing is written."""
    with nothing_changes(), pytest.raises(Refused) as no:
        road.perform_as(username, data=data)
    return no.value.verdict.unmet


def do_with(road: Road, key: str, username: str, data: Any) -> Entry:
    """An act with exactly these data."""
    return act(
        nomor=road.nomor,
        act_key=key,
        actor=road.actor(username),
        data=data,
        now=road.now,
        seen=road.permintaan.revision,
    )


def receive_original(road: Road) -> Entry:
    return do_with(road, "surat_asli_diterima", "tu", Original(received_at=road.now))


def days_later(road: Road, days: int) -> None:
    """So many working days pass."""
    road.now = office_calendar().add_days(road.now, days)


def opening(moment: datetime, days: int) -> str:
    """The opening of the n-th working day after the day of a moment, as the sweep of the tests spells it."""
    calendar = office_calendar()
    day = calendar.add_days(moment, days).astimezone(ZONE).replace(hour=0, minute=0)
    return f"{calendar.next_open(day).astimezone(ZONE):%d/%m %H.%M}"
