"""Jeda: what people said when a permintaan was paused, and when it went on; the clocks have it in their runs."""

from django.db import models
from django.db.models import Q

from loket.core.pause import Cause, Reason
from loket.models.permintaan import Permintaan
from loket.models.user import User


class Jeda(models.Model):
    """`sebab` is that of a suspension. `perkiraan` is the day on which the work was expected to go on; `hasil` what had come when it did. Nobody has paused what Loket itself did."""

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    alasan = models.CharField(max_length=20, choices=[(reason.value, reason.label) for reason in Reason])
    sebab = models.CharField(
        max_length=20, choices=[(cause.value, cause.label) for cause in Cause], blank=True
    )
    catatan = models.TextField()
    perkiraan = models.DateField(null=True, blank=True)
    paused_at = models.DateTimeField()
    paused_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    resumed_at = models.DateTimeField(null=True, blank=True)
    resumed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    hasil = models.TextField(blank=True)

    class Meta:
        ordering = ("paused_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["permintaan"], condition=Q(resumed_at=None), name="a_permintaan_is_paused_once"
            ),
            models.CheckConstraint(
                condition=Q(resumed_at=None) | Q(resumed_at__gte=models.F("paused_at")),
                name="a_jeda_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(alasan=Reason.DITANGGUHKAN.value, sebab__gt="")
                | ~Q(alasan=Reason.DITANGGUHKAN.value) & Q(sebab=""),
                name="a_suspension_has_a_cause",
            ),
        )

    def __str__(self) -> str:
        return f"{self.permintaan_id} {self.alasan}"

    @property
    def reason_label(self) -> str:
        return Cause(self.sebab).label if self.sebab else Reason(self.alasan).label
