"""Numbers about the whole procedure that anybody may read: how many, how late, how often in time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, Q

from loket.core.clock import Colour
from loket.core.facts import Status
from loket.core.sop import Sop
from loket.core.zone import ZONE
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan

RECENT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class StepCount:
    """Permintaan that stand at a step now, and how many of them are past their time."""

    open: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCounts:
    by_step: Mapping[str, StepCount] = field(default_factory=dict)

    def at(self, step: str) -> StepCount:
        return self.by_step.get(step, StepCount())

    @property
    def open(self) -> int:
        return sum(count.open for count in self.by_step.values())

    @property
    def late(self) -> int:
        return sum(count.late for count in self.by_step.values())

    @property
    def busiest(self) -> str:
        """The step where most of them stand; the first of equals, "" where there are none."""
        return max(self.by_step, key=lambda step: self.by_step[step].open, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """`timely` of `measured` steps that ended lately kept their waktu baku, its tolerance included."""

    finished_this_year: int
    measured: int
    timely: int

    @property
    def timely_percent(self) -> float | None:
        """None while there is nothing to speak of."""
        return 100 * self.timely / self.measured if self.measured else None


def open_counts(sop: Sop, now: datetime) -> OpenCounts:
    """In the order of the steps (one query)."""
    rows = Permintaan.objects.open().values("at_step")
    counted = {
        row["at_step"]: StepCount(row["open"], row["late"])
        for row in rows.annotate(open=Count("pk"), late=Count("pk", filter=Q(due_at__lt=now)))
    }
    return OpenCounts(by_step={key: counted[key] for key in sop.steps if key in counted})


def performance(sop: Sop, now: datetime) -> Performance:
    """The first step is the OPD's own and says nothing about the office, so it is not measured (two queries)."""
    measured = [key for key in sop.steps if key != sop.first.key]
    runs = Pengerjaan.objects.filter(step__in=measured, done_at__gte=now - RECENT)
    counts = runs.aggregate(measured=Count("pk"), timely=Count("pk", filter=~Q(colour=Colour.RED)))
    new_year = datetime(now.astimezone(ZONE).year, 1, 1, tzinfo=ZONE)
    finished = Permintaan.objects.filter(status=Status.SELESAI, ended_at__gte=new_year)
    return Performance(finished_this_year=finished.count(), **counts)
