"""Step 12: mentoring after the launch, and its report."""

from django.db import models

from loket.models.dokumen import DokumenVersi
from loket.models.permintaan import Permintaan
from loket.models.user import User


class PendampinganNote(models.Model):
    """An activity of "Melakukan pendampingan" (SOP row 12)."""

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    held_on = models.DateField()
    kegiatan = models.TextField()
    hasil = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        ordering = ("held_on", "pk")

    def __str__(self) -> str:
        return f"Pendampingan {self.held_on}"


class LaporanPendampingan(models.Model):
    """Laporan pendampingan (SOP row 12, output); a returned report stays and a new one is written."""

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    ringkasan = models.TextField()
    version = models.ForeignKey(DokumenVersi, on_delete=models.PROTECT)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="laporan_written")
    at = models.DateTimeField()
    approved_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="laporan_approved"
    )
    approved_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="laporan_confirmed"
    )
    confirmed_at = models.DateTimeField(null=True)
    returned_reason = models.TextField(blank=True)
    is_current = models.BooleanField(default=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["permintaan"],
                condition=models.Q(is_current=True),
                name="a_permintaan_has_one_current_laporan",
            ),
        )

    def __str__(self) -> str:
        return f"Laporan pendampingan {self.permintaan_id}"
