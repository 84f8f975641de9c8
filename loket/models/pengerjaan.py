"""One run of one step by a permintaan, and its two clocks."""

from django.db import models
from django.db.models import Q

from loket.core.clock import Run
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
    agreed = models.DateField(null=True, blank=True)
    event_start = models.DateTimeField(null=True, blank=True)
    event_end = models.DateTimeField(null=True, blank=True)
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
        return Run(**{name: getattr(self, name) for name in RUN_FIELDS})

    def take(self, run: Run) -> None:
        """Copy the figures of a run onto this row."""
        for name in RUN_FIELDS:
            setattr(self, name, getattr(run, name))


RUN_FIELDS = tuple(Run.__slots__)
