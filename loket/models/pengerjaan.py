"""One run of one step by a permintaan, and its two clocks."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from loket.core.awaiting import WAITS, Awaited, awaited
from loket.core.calendar import Calendar
from loket.core.clock import Run
from loket.core.pause import Cause, Pause, Reason
from loket.models.permintaan import Permintaan
from loket.models.user import User


class Pengerjaan(models.Model):
    """A run of a step as `loket.core.clock.Run` counts it; seconds are working seconds of the office."""

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    step = models.CharField(max_length=30)
    attempt = models.PositiveSmallIntegerField(default=1)
    performer = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)
    available_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    since = models.DateTimeField()
    begun = models.DateTimeField(null=True, blank=True)
    waited = models.PositiveIntegerField(default=0)
    worked = models.PositiveIntegerField(default=0)
    with_opd = models.PositiveIntegerField(default=0)
    agreed = models.DateField(null=True, blank=True)
    event_start = models.DateTimeField(null=True, blank=True)
    event_end = models.DateTimeField(null=True, blank=True)
    pauses = models.JSONField(default=list)
    due_at = models.DateTimeField(null=True, blank=True)
    colour = models.CharField(max_length=6, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["permintaan", "step", "attempt"], name="an_attempt_at_a_step_is_one_run"
            ),
            models.UniqueConstraint(
                fields=["permintaan"], condition=Q(done_at=None), name="a_permintaan_has_one_open_run"
            ),
        )
        indexes = (models.Index(fields=["step", "done_at"], name="runs_by_step"),)

    def __str__(self) -> str:
        return f"{self.permintaan_id} {self.step} ke-{self.attempt}"

    def run(self) -> Run:
        pauses = tuple(_read(one) for one in self.pauses)
        return Run(pauses=pauses, **{name: getattr(self, name) for name in _OWN})

    def times(self) -> dict[str, datetime | None]:
        """What the rules ask about the run in hand."""
        return {name: getattr(self, name) for name in ("available_at", "event_start", "event_end")}

    def awaits(self, bagian: str, calendar: Calendar, now: datetime) -> Awaited | None:
        """GitLab's answer, where the bagian in hand waits for it; nobody waits where there is no GitLab any more."""
        is_waiting = (self.step, bagian) == WAITS and settings.ENVIRONMENT.has_gitlab
        return awaited(self.run(), calendar, now) if is_waiting else None

    def take(self, run: Run) -> None:
        """Copy the figures of a run onto this row."""
        for name in _OWN:
            setattr(self, name, getattr(run, name))
        self.pauses = [_written(pause) for pause in run.pauses]


_OWN = tuple(name for name in Run.__slots__ if name != "pauses")


def _read(row: Mapping[str, str]) -> Pause:
    until = row["until"]
    return Pause(
        since=datetime.fromisoformat(row["since"]),
        reason=Reason(row["reason"]),
        until=datetime.fromisoformat(until) if until else None,
        cause=Cause(row["cause"]) if row["cause"] else None,
    )


def _written(pause: Pause) -> dict[str, str]:
    until = pause.until.isoformat() if pause.until else ""
    return {
        "since": pause.since.isoformat(),
        "reason": pause.reason.value,
        "until": until,
        "cause": pause.cause.value if pause.cause else "",
    }
