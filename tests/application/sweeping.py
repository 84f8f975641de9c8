"""The clock as tests let it speak."""

from datetime import datetime

from loket.application.alarm_sweep import sweep
from loket.application.notices import tell
from loket.cli.demo.walk import office_calendar
from loket.core.record import plain
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from tests.application.everything import jobs
from tests.cast import Road

Said = list[tuple[str, list[str]]]


def told_at(road: Road, now: datetime) -> Said:
    """Let time pass and the clock speak; gives each alarm with those who hear of it."""
    road.now = now
    before = Entry.objects.count()
    assert sweep(now) == Entry.objects.count() - before
    spoken = Entry.objects.filter(kind__startswith="jam.", happened_at=now).order_by("seq")
    return [(entry.particulars["alarm"], _heard(entry, now)) for entry in spoken]


def told_until(road: Road, end: datetime) -> dict[str, tuple[str, list[str]]]:
    """Every alarm until then, as they come: its moment, and who hears of it."""
    found = {}
    while (at := road.permintaan.alarm_at) is not None and at <= end:
        for alarm, people in told_at(road, at):
            local = at.astimezone(road.now.tzinfo)
            found[alarm] = (f"{local:%d/%m %H.%M}", people)
        alarm_at = road.permintaan.alarm_at
        assert alarm_at is None or alarm_at > at, f"told again at {plain(at)}"
    road.now = end
    return found


def days_later(road: Road, days: int) -> datetime:
    """Shortly before closing on the n-th working day after today."""
    return office_calendar().add_minutes(office_calendar().add_days(road.now, days - 1), 1)


def _heard(entry: Entry, now: datetime) -> list[str]:
    for effect, entry_id in jobs():
        if entry_id == entry.pk:
            tell(effect, entry_id, now)
    return sorted(Pesan.objects.filter(entry=entry).values_list("user__username", flat=True))
