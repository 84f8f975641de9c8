"""Usulan: an end by time that the clock proposes, and what the head of the section has decided about it."""

from django.db import models
from django.db.models import Q

from loket.core.alarm import Alarm
from loket.models.permintaan import Permintaan
from loket.models.user import User


class Usulan(models.Model):
    """`alarm` says what is proposed and why, `alasan` in words with dates. What has moved on makes it void."""

    class Keputusan(models.TextChoices):
        DITERIMA = "diterima", "Diterima"
        DITOLAK = "ditolak", "Ditolak"
        GUGUR = "gugur", "Gugur"

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    alarm = models.CharField(
        max_length=30, choices=[(alarm.value, alarm.label) for alarm in Alarm if alarm.is_proposal]
    )
    alasan = models.TextField()
    proposed_at = models.DateTimeField()
    keputusan = models.CharField(max_length=10, choices=Keputusan, blank=True)
    catatan = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ("proposed_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["permintaan"], condition=Q(keputusan=""), name="a_permintaan_has_one_open_usulan"
            ),
            models.CheckConstraint(
                condition=Q(keputusan="", decided_at=None) | Q(keputusan__gt="", decided_at__isnull=False),
                name="a_decided_usulan_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(keputusan__in=["diterima", "ditolak"]) | Q(decided_by__isnull=False),
                name="a_person_decides_an_usulan",
            ),
        )

    def __str__(self) -> str:
        return f"{self.permintaan_id} {self.alarm}"
