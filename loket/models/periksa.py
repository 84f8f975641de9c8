"""The checklists of steps 7 to 9, item by item."""

from django.db import models
from django.db.models import Q

from loket.models.permintaan import Permintaan


class ButirPeriksa(models.Model):
    """Butir daftar periksa (SOP-DISKOMINFO-002 to 004): how far an item is, as it was handed in last."""

    class Status(models.TextChoices):
        BELUM = "belum", "Belum"
        PROSES = "proses", "Sedang dikerjakan"
        SELESAI = "selesai", "Selesai"
        TIDAK_BERLAKU = "tidak_berlaku", "Tidak berlaku"

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    kode = models.CharField(max_length=10)
    status = models.CharField(max_length=15, choices=Status)
    keterangan = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("kode",)
        constraints = (
            models.UniqueConstraint(fields=["permintaan", "kode"], name="a_permintaan_answers_an_item_once"),
            models.CheckConstraint(
                condition=~Q(status="tidak_berlaku") | ~Q(keterangan=""),
                name="an_item_that_does_not_apply_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kode}: {self.get_status_display()}"
