"""When the calendar changes, open due dates move by it, a batch of rows at a time; measurements stay."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from loket.application.bulk import update_rows
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.application.outbox import QUEUE
from loket.application.recording import appended, line_of, state_of, take_times
from loket.application.registry import Happened, Work
from loket.core.actor import SYSTEM
from loket.core.calendar import Calendar
from loket.core.state import due
from loket.models.entry import Entry
from loket.models.kantor import Kantor, calendar_of
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of

TASK = "loket.recompute_due_dates"
SOURCE = "jam"
AT_ONCE = 200
"""Rows that are locked and read together: the queries of a batch are as many as those of one row."""


def ask_for_new_due_dates() -> None:
    """Defer the job; one that already waits will do."""
    try:
        with transaction.atomic():
            app.configure_task(TASK, queue=QUEUE, queueing_lock=TASK).defer()
    except AlreadyEnqueued:
        return


def due_under(calendar: Calendar, permintaan: Permintaan, row: Pengerjaan) -> datetime | None:
    """The due date of a permintaan by a calendar: that in force, or one that is only thought of."""
    return due(state_of(permintaan, row.run()), rules_of(permintaan.sop_revision_id), calendar)


def recompute_due_dates(now: datetime) -> int:
    """Bring every open due date to the calendar of now; returns how many moved."""
    version = Kantor.objects.get().calendar_version
    pks = list(Permintaan.objects.open().order_by("pk").values_list("pk", flat=True))
    batches = (pks[start : start + AT_ONCE] for start in range(0, len(pks), AT_ONCE))
    moved = sum(_moved(batch, version, now) for batch in batches)
    if moved:
        _say(moved, version, now)
    return moved


@transaction.atomic
def _moved(pks: Sequence[int], version: int, now: datetime) -> int:
    """Lock what is still open of these, and move what the calendar moves, each with its entry."""
    calendar = calendar_of(version)
    batch = list(Permintaan.objects.open().filter(pk__in=pks).order_by("pk").select_for_update())
    open_runs = Pengerjaan.objects.filter(permintaan__in=batch, done_at=None)
    runs = {row.permintaan_id: row for row in open_runs}
    changed, entries = [], []
    for permintaan in batch:
        row = runs.get(permintaan.pk)
        if row is None:
            continue
        due_at, alarm_at = permintaan.due_at, permintaan.alarm_at
        state, sop = state_of(permintaan, row.run()), rules_of(permintaan.sop_revision_id)
        take_times(permintaan, state, sop, calendar)
        if permintaan.due_at != due_at:
            row.due_at = permintaan.due_at
            entries.append(_entry(permintaan, row, due_at, version, now))
        if (permintaan.due_at, permintaan.alarm_at) != (due_at, alarm_at):
            changed.append(permintaan)
    Entry.objects.bulk_create(entries)
    update_rows(changed, ["due_at", "alarm_at", "head_seq", "head_hash"])
    update_rows([runs[one.pk] for one in changed], ["due_at"])
    return len(entries)


def _entry(
    permintaan: Permintaan, row: Pengerjaan, before: datetime | None, version: int, now: datetime
) -> Entry:
    work = Work(
        permintaan=permintaan,
        pengerjaan=row,
        sop=rules_of(permintaan.sop_revision_id),
        actor=SYSTEM,
        capacity="",
        facts=permintaan.facts(),
        calendar=calendar_of(version),
        now=now,
        source=SOURCE,
    )
    said = {"from": before, "to": permintaan.due_at, "calendar_version": version}
    return appended(permintaan, line_of(work, Happened(kind="batas.moved", particulars=said)))


def _say(moved: int, version: int, now: datetime) -> None:
    with transaction.atomic():
        said = {"moved": moved, "calendar_version": version}
        record_for_kantor(
            kantor_in_hand(SYSTEM), "batas.recomputed", said, actor=SYSTEM, now=now, source=SOURCE
        )
