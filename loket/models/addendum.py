"""Addendum: an agreed date that was put off, with the date that it replaces."""

from django.db import models
from django.db.models import F, Q

from loket.core.letter_number import LONGEST
from loket.models.permintaan import Permintaan
from loket.models.user import User


class Addendum(models.Model):
    """`tentang` is the step whose end was agreed: SOP row 9 or 12 ("sesuai kesepakatan")."""

    class Tentang(models.TextChoices):
        IMPLEMENTASI = "implementasi", "Akhir pengerjaan"
        PENDAMPINGAN = "pendampingan", "Akhir pendampingan"

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    tentang = models.CharField(max_length=20, choices=Tentang)
    nomor = models.CharField(max_length=LONGEST)
    semula = models.DateField()
    menjadi = models.DateField()
    alasan = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(menjadi__gt=F("semula")), name="an_addendum_puts_a_date_off"),
        )

    def __str__(self) -> str:
        return f"{self.nomor}: {self.semula} menjadi {self.menjadi}"
