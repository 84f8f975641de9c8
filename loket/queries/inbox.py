"""What waits for one person, most urgent first; a fixed number of queries over what is open."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, cast

from django.db.models import Count, F, FilteredRelation, Q

from loket.core.actor import Actor
from loket.core.capacity import role_of
from loket.core.role import Role
from loket.core.sop import Bagian, Step
from loket.core.zone import ZONE, midnight
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of
from loket.queries.concern import OTHERS, Kind, concerning

MOST = 100
"""Nobody reads more tasks on one page; the counts are of all."""


class Bucket(StrEnum):
    LEWAT = "lewat"
    HARI_INI = "hari_ini"
    MINGGU_INI = "minggu_ini"
    NANTI = "nanti"
    MENUNGGU = "menunggu"


Chosen = Bucket | Role | None
"""A filter: what is due when, or what is done in a role of somebody else."""
_UNDATED = {
    Kind.MENUNGGU: Bucket.MENUNGGU,
    Kind.USULAN: Bucket.HARI_INI,
    Kind.PERUBAHAN: Bucket.HARI_INI,
}
"""What has no date of its own; a decision is one of today."""
_TODAY = [kind for kind, bucket in _UNDATED.items() if bucket is Bucket.HARI_INI]


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """The moments that part the buckets."""

    now: datetime
    end_of_day: datetime
    end_of_week: datetime

    @classmethod
    def at(cls, now: datetime) -> "Horizon":
        today = now.astimezone(ZONE).date()
        begins = midnight(today)
        return cls(
            now=now,
            end_of_day=begins + timedelta(days=1),
            end_of_week=begins + timedelta(days=7 - today.weekday()),
        )

    def bucket(self, due_at: datetime | None) -> Bucket:
        if due_at is None or due_at >= self.end_of_week:
            return Bucket.NANTI
        if due_at < self.now:
            return Bucket.LEWAT
        return Bucket.HARI_INI if due_at < self.end_of_day else Bucket.MINGGU_INI


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One permintaan in an inbox. `due_at` is the task's own: a letter to be noted is due only where it holds work up.

    `capacity` is empty where the task is this person's own.
    """

    permintaan: Permintaan
    kind: Kind
    bucket: Bucket
    capacity: str
    due_at: datetime | None
    since: datetime | None
    event_start: datetime | None

    @property
    def step(self) -> Step:
        return rules_of(self.permintaan.sop_revision_id).step(self.permintaan.at_step)

    @property
    def part(self) -> Bagian:
        return self.step.bagian[self.permintaan.at_bagian]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """How much there is: by bucket, and of the open permintaan that concern a person by step.

    `for_others` holds what of it is done in a position of somebody else, by capacity and bucket.
    """

    buckets: dict[Bucket, int]
    steps: dict[str, int]
    for_others: dict[str, dict[Bucket, int]]

    def own(self, bucket: Bucket) -> int:
        return self.buckets[bucket] - sum(counts[bucket] for counts in self.for_others.values())

    def of(self, capacity: str) -> int:
        return sum(self.for_others[capacity].values())

    @property
    def mine(self) -> int:
        return self.total - self.buckets[Bucket.MENUNGGU]

    @property
    def total(self) -> int:
        return sum(self.buckets.values())


def tasks(actor: Actor, now: datetime, chosen: Chosen = None) -> list[Task]:
    """The most urgent first: by due time, which is also most overdue first, then by priority (one query)."""
    horizon = Horizon.at(now)
    found = concerning(actor).filter(_among(chosen, horizon))
    rows = (
        found.select_related("opd")
        .annotate(
            run=FilteredRelation("pengerjaan", condition=Q(pengerjaan__done_at=None)),
            since=F("run__since"),
            event_start=F("run__event_start"),
        )
        .order_by(OTHERS, F("task_due").asc(nulls_last=True), "priority_rank", "pk")
    )
    return [_task(row, actor, horizon) for row in rows[:MOST]]


def workload(actor: Actor, now: datetime) -> Workload:
    """The counts of all of it (one query)."""
    horizon = Horizon.at(now)
    counted = {bucket.value: Count("pk", filter=_within(bucket, horizon)) for bucket in Bucket}
    found = concerning(actor).order_by().values("at_step", role=F("as_role")).annotate(**counted)
    rows = cast("list[dict[str, Any]]", list(found))
    steps = {row["at_step"]: 0 for row in rows}
    for row in rows:
        steps[row["at_step"]] += sum(row[bucket.value] for bucket in Bucket)
    others = {
        capacity: [row for row in rows if row["role"] == role_of(capacity)] for capacity in actor.for_others()
    }
    return Workload(
        buckets=_summed(rows),
        steps=steps,
        for_others={capacity: _summed(theirs) for capacity, theirs in others.items()},
    )


def _summed(rows: list[dict[str, Any]]) -> dict[Bucket, int]:
    return {bucket: sum(row[bucket.value] for row in rows) for bucket in Bucket}


def _among(chosen: Chosen, horizon: Horizon) -> Q:
    if chosen is None:
        return Q()
    return Q(as_role=chosen) if isinstance(chosen, Role) else _within(chosen, horizon)


def _within(bucket: Bucket, horizon: Horizon) -> Q:
    if bucket is Bucket.MENUNGGU:
        return Q(kind=Kind.MENUNGGU)
    if bucket is Bucket.HARI_INI:
        today = Q(task_due__gte=horizon.now, task_due__lt=horizon.end_of_day)
        return Q(kind__in=_TODAY) | ~Q(kind=Kind.MENUNGGU) & today
    due = {
        Bucket.LEWAT: Q(task_due__lt=horizon.now),
        Bucket.MINGGU_INI: Q(task_due__gte=horizon.end_of_day, task_due__lt=horizon.end_of_week),
        Bucket.NANTI: Q(task_due__gte=horizon.end_of_week) | Q(task_due=None),
    }[bucket]
    return ~Q(kind__in=list(_UNDATED)) & due


def _task(row: Permintaan, actor: Actor, horizon: Horizon) -> Task:
    kind = Kind(row.kind)  # type: ignore[attr-defined]  # annotated by `concerning`
    due_at: datetime | None = row.task_due  # type: ignore[attr-defined]  # as above
    role: str = row.as_role  # type: ignore[attr-defined]  # as above
    return Task(
        permintaan=row,
        kind=kind,
        bucket=_UNDATED.get(kind) or horizon.bucket(due_at),
        capacity=actor.capacity(Role(role)) if role else "",
        due_at=due_at,
        since=row.since,  # type: ignore[attr-defined]  # annotated by `tasks`
        event_start=row.event_start,  # type: ignore[attr-defined]  # as above
    )
