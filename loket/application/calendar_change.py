"""After a change of the calendar: the due dates of open runs follow, closed measurements stay."""

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from loket.application.outbox import QUEUE
from loket.application.recording import state_of, take_times
from loket.models.kantor import Kantor, calendar_of
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of

TASK = "loket.recompute_due_dates"


def ask_for_new_due_dates() -> None:
    """Defer the job; one that already waits will do."""
    try:
        with transaction.atomic():
            app.configure_task(TASK, queue=QUEUE, queueing_lock=TASK).defer()
    except AlreadyEnqueued:
        return


def recompute_due_dates() -> int:
    """Bring every open due date to the calendar of now; returns how many moved."""
    calendar = calendar_of(Kantor.objects.get().calendar_version)
    moved = 0
    for pk in Permintaan.objects.open().order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            permintaan = Permintaan.objects.select_for_update().get(pk=pk)
            run = Pengerjaan.objects.filter(permintaan=permintaan, done_at=None).first()
            if run is None:
                continue
            before = permintaan.due_at, permintaan.alarm_at
            take_times(
                permintaan,
                state_of(permintaan, run.run()),
                rules_of(permintaan.sop_revision_id),
                calendar,
            )
            if (permintaan.due_at, permintaan.alarm_at) == before:
                continue
            permintaan.save(update_fields=["due_at", "alarm_at"])
            Pengerjaan.objects.filter(pk=run.pk).update(due_at=permintaan.due_at)
            moved += permintaan.due_at != before[0]
    return moved
