"""The clock speaks: everything that is due is told, each in its own transaction, by the road that people take."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from loket.application import outbox
from loket.application.kahar_round import awaits_kahar
from loket.application.locking import in_hand, locked_if_free
from loket.application.notices import REMINDER
from loket.application.recording import record, state_of, take_times
from loket.application.registry import Happened, Work
from loket.application.sweeping import SOURCE, one_by_one
from loket.application.usulan import propose
from loket.core.actor import SYSTEM
from loket.core.alarm_moments import Telling, to_tell
from loket.core.calendar import Calendar, CalendarNotFilled
from loket.models.kantor import Kantor, calendar_of
from loket.models.permintaan import Permintaan

BATCH = 200
_FIRST = Q()


def sweep(now: datetime) -> int:
    """Tell what is due; returns how much was told. Nobody is reminded outside working time.

    What cannot be told does not hold up the rest; it is raised when all others have been told.
    """
    kantor = Kantor.objects.first()
    if kantor is None or not _is_open(calendar_of(kantor.calendar_version), now):
        return 0
    return one_by_one(due_permintaan(now), lambda pk: _tell(pk, now), "Some alarms could not be told.")


def due_permintaan(now: datetime, batch: int = BATCH) -> Iterator[int]:
    """The ids of those with something to be told, the longest overdue first."""
    after = _FIRST
    while True:
        found = list(due_rows(now, batch, after))
        yield from (pk for _, pk in found)
        if len(found) < batch:
            return
        last_at, last_pk = found[-1]
        after = Q(alarm_at__gt=last_at) | Q(alarm_at=last_at, pk__gt=last_pk)


def due_rows(
    now: datetime, batch: int = BATCH, after: Q = _FIRST
) -> "QuerySet[Permintaan, tuple[datetime | None, int]]":
    """One batch of them, with their moments."""
    rows = Permintaan.objects.filter(after, alarm_at__lte=now).order_by("alarm_at", "pk")
    return rows.values_list("alarm_at", "pk")[:batch]


def _tell(pk: int, now: datetime) -> int:
    """Ask again under the lock: it may have been told, or have moved, since it was found.

    While keadaan kahar holds, and until its time is accounted for, nothing is asked of anybody.
    """
    with transaction.atomic(durable=True):
        permintaan = locked_if_free(pk)
        if permintaan is None or awaits_kahar(permintaan):
            return 0
        work = in_hand(permintaan, actor=SYSTEM, data=None, now=now, source=SOURCE)
        state = state_of(permintaan, work.pengerjaan.run() if work.pengerjaan else None)
        tellings = to_tell(state, work.sop, work.calendar, now)
        for telling in tellings:
            _say(work, telling)
        if not tellings:
            take_times(permintaan, state, work.sop, work.calendar)
            permintaan.save(update_fields=["due_at", "alarm_at"])
        return len(tellings)


def _say(work: Work, telling: Telling) -> None:
    permintaan, alarm = work.permintaan, telling.alarm
    said: dict[str, object] = {"alarm": alarm, "told": telling.marks}
    if alarm.is_proposal:
        said["usulan_id"] = propose(work, alarm).pk
    place = {"step": permintaan.at_step, "bagian": permintaan.at_bagian}
    entry = record(work, Happened(kind=alarm.kind, particulars=said), **place)
    outbox.enqueue((REMINDER,), entry)


def _is_open(calendar: Calendar, now: datetime) -> bool:
    try:
        return calendar.is_open(now)
    except CalendarNotFilled:
        return False
