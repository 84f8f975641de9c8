"""Meetings of people: when they are taken, and the next stretch of working time in which nobody is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from loket.core.calendar import Calendar, CalendarNotFilled
from loket.core.zone import ZONE
from loket.models.permintaan import Permintaan
from loket.models.rapat import Rapat

BEGINNINGS = (time(9), time(13), time(13, 30))
"""When meetings begin, as far as the calendar leaves room for them."""
LOOK_AHEAD = timedelta(days=30)
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody is invited elsewhere. Of that other permintaan nothing more is said."""

    nama: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Slot:
    start: datetime
    end: datetime


def clashes(user_ids: Iterable[int], start: datetime, end: datetime, *, besides: Permintaan) -> list[Taken]:
    """Meetings of these people that overlap a stretch of time, other than those of one permintaan (one query)."""
    rows = (
        _not_held(user_ids, besides)
        .filter(planned_start__lt=end, planned_end__gt=start)
        .values_list("peserta__nama", "planned_start", "planned_end")
    )
    return [Taken(*row) for row in rows]


def next_free_slot(
    calendar: Calendar, now: datetime, user_ids: Iterable[int], minutes: int, *, besides: Permintaan
) -> Slot | None:
    """The first stretch from tomorrow on that lies in working time and in which nobody of them is taken."""
    until = now + LOOK_AHEAD
    busy = list(
        _not_held(user_ids, besides)
        .filter(planned_start__lt=until, planned_end__gt=now)
        .values_list("planned_start", "planned_end")
    )
    today = now.astimezone(ZONE).date()
    days = (today + timedelta(days=number) for number in range(1, LOOK_AHEAD.days))
    return next(
        (slot for day in days for slot in _slots(calendar, day, minutes) if _is_free(slot, busy)), None
    )


def invitation_of(permintaan: Permintaan) -> Rapat | None:
    """The session in hand, with the people of the office whom it invites (two queries)."""
    sessions = Rapat.objects.filter(permintaan=permintaan, sesi=permintaan.sesi)
    return sessions.prefetch_related("peserta").first()


def _slots(calendar: Calendar, day: date, minutes: int) -> Iterable[Slot]:
    for clock in BEGINNINGS:
        start = datetime.combine(day, clock, ZONE)
        slot = Slot(start, start + timedelta(minutes=minutes))
        try:
            is_work = calendar.seconds_between(slot.start, slot.end) == minutes * MINUTE
        except CalendarNotFilled:
            return
        if is_work:
            yield slot


def _is_free(slot: Slot, busy: Sequence[tuple[datetime, datetime]]) -> bool:
    return not any(start < slot.end and end > slot.start for start, end in busy)


def _not_held(user_ids: Iterable[int], besides: Permintaan) -> "QuerySet[Rapat]":
    rows = Rapat.objects.filter(peserta__in=list(user_ids), held_end=None)
    return rows.filter(permintaan__in=Permintaan.objects.open()).exclude(permintaan=besides)
