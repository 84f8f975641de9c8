"""What the benchmark of the sweep does inside an office."""

from datetime import datetime, timedelta

from django.db import connection

from bench import many_rows
from loket.application.alarm_sweep import due_permintaan, due_rows, sweep
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import SopRevision
from loket.models.user import User


def fill(*, closed: int, open_ones: int, now: datetime) -> None:
    many_rows.fill(
        closed=closed,
        open_ones=open_ones,
        revision_id=SopRevision.objects.get().pk,
        user_id=User.objects.get(username="opd").pk,
        now=now,
    )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE loket_permintaan")


def make_due(count: int, now: datetime) -> None:
    """Of all open ones only so many are due now: those of a step of minutes whom nobody has reminded yet."""
    opened = Permintaan.objects.open()
    opened.update(alarm_at=now + timedelta(days=1))
    waiting = opened.filter(at_step="penunjukan", told={}).values("pk")[:count]
    Permintaan.objects.filter(pk__in=list(waiting.values_list("pk", flat=True))).update(alarm_at=now)


def find(now: datetime) -> list[int]:
    return list(due_permintaan(now))


def read_by_key(ids: list[int]) -> list[int]:
    """The floor: the same rows, whose keys are known."""
    rows = Permintaan.objects.filter(pk__in=ids).order_by("pk")
    return [pk for _, pk in rows.values_list("alarm_at", "pk")]


def tell(count: int, now: datetime) -> None:
    told = sweep(now)
    if told < count:
        raise RuntimeError(f"only {told} of {count} were told")


def explained(now: datetime) -> str:
    return due_rows(now).explain(analyze=True)
