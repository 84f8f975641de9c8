"""Keadaan kahar: a time in which no clock of the office runs, by decree of its head."""

from django.db import models
from django.db.models import Exists, F, Q

from loket.models.user import User


class Kahar(models.Model):
    """Disaster, power failure or attack; while `until` is open, every permintaan waits."""

    nomor = models.CharField(max_length=100)
    alasan = models.TextField()
    since = models.DateTimeField()
    declared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ("-since",)
        constraints = (
            models.UniqueConstraint(
                fields=["until"],
                condition=Q(until=None),
                nulls_distinct=False,
                name="there_is_one_kahar_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="a_kahar_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return f"Keadaan kahar {self.nomor}"


HOLDS = Exists(Kahar.objects.filter(until=None))
"""Read with a permintaan, as `is_kahar`: what the rules ask about it."""
