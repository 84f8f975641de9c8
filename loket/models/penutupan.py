"""Penutupan: how a permintaan ended before the end of its road, and by what letter."""

from django.db import models
from django.db.models import Q

from loket.models.permintaan import Permintaan
from loket.models.user import User


class Penutupan(models.Model):
    """`tujuan` and `kontak` say where the OPD finds what it needs; `saran` what it can do instead.

    `induk` is the permintaan that a twin was merged into, `carried_on` the one that goes on, where that one was
    merged as well.

    `surat_nomor` and `surat_tanggal` are those of the letter by which the OPD cancelled. `dipakai_ulang` tells
    that what had been made is kept for reuse.
    """

    permintaan = models.OneToOneField(Permintaan, on_delete=models.CASCADE)
    induk = models.ForeignKey(
        Permintaan, on_delete=models.PROTECT, related_name="gabungan", null=True, blank=True
    )
    carried_on = models.ForeignKey(
        Permintaan, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    alasan = models.TextField()
    saran = models.TextField(blank=True)
    tujuan = models.CharField(max_length=200, blank=True)
    kontak = models.CharField(max_length=200, blank=True)
    surat_nomor = models.CharField(max_length=100, blank=True)
    surat_tanggal = models.DateField(null=True, blank=True)
    dipakai_ulang = models.BooleanField(default=False)
    by = models.ForeignKey(User, on_delete=models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(tujuan="") | ~Q(kontak=""), name="a_destination_has_a_contact"
            ),
            models.CheckConstraint(
                condition=Q(induk=None, carried_on=None) | Q(induk__isnull=False, carried_on__isnull=False),
                name="what_is_merged_is_carried_on",
            ),
            models.CheckConstraint(
                condition=Q(induk=None) | ~Q(induk=models.F("permintaan")),
                name="a_twin_is_carried_on_elsewhere",
            ),
        )

    def __str__(self) -> str:
        return f"{self.permintaan.nomor}: {self.alasan[:60]}"
