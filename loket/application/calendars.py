"""The calendar as it was at any moment, from what the record says of its changes."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from loket.application.data import local_date
from loket.core.calendar import Calendar, Holiday
from loket.core.record import KANTOR
from loket.models.entry import Entry
from loket.models.kantor import read_calendar, recorded_holidays

ADDED, REMOVED = "kalender.holiday_added", "kalender.holiday_removed"


@dataclass(frozen=True, slots=True)
class Calendars:
    """`changes` in order, and one calendar more than those: `calendars[n]` held before `changes[n]`."""

    changes: Sequence[datetime]
    calendars: Sequence[Calendar]

    def at(self, moment: datetime) -> Calendar:
        return self.calendars[bisect_right(self.changes, moment)]


def calendars_of_the_record() -> Calendars:
    """What has passed is never changed, so of all changes only one kind touches a measurement.

    That is a day which became a holiday, or no longer was one, on that very day: what was measured before
    stays as it was. The change is taken back here for what happened before it.
    """
    holidays = {holiday.date: holiday for holiday in recorded_holidays()}
    changes, calendars = [], [read_calendar(list(holidays.values()))]
    for entry, day in _changes_of_a_day_on_that_day():
        if entry.kind == ADDED:
            holidays.pop(day, None)
        else:
            holidays[day] = Holiday(day, "", "lokal")
        changes.append(entry.happened_at)
        calendars.append(read_calendar(list(holidays.values())))
    return Calendars(changes[::-1], calendars[::-1])


def _changes_of_a_day_on_that_day() -> Iterator[tuple[Entry, date]]:
    """The latest first."""
    entries = Entry.objects.filter(subject=KANTOR, kind__in=(ADDED, REMOVED)).order_by("-seq")
    for entry in entries:
        day = local_date(entry.happened_at)
        if entry.particulars.get("day") == day.isoformat():
            yield entry, day
