"""Step 10: the minutes of handover."""

from django.db import models
from django.db.models import F, Q

from loket.models.permintaan import Permintaan
from loket.models.user import User


class Bast(models.Model):
    """Berita acara serah terima: "Aplikasi telah diserahkan kepada OPD terkait" (SOP row 10, output).

    A returned BAST is kept and a new one prepared; at most one is current.
    """

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    versi_aplikasi = models.CharField(max_length=30)
    launch_start = models.DateTimeField()
    launch_end = models.DateTimeField()
    tempat = models.CharField(max_length=200)
    peserta = models.TextField()
    rincian = models.TextField()
    pihak_kesatu = models.CharField(max_length=150)
    pihak_kedua = models.CharField(max_length=150)
    pendampingan_until = models.DateField()
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="bast_prepared")
    prepared_at = models.DateTimeField()
    dinas_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="bast_signed_for_dinas"
    )
    dinas_capacity = models.CharField(max_length=40, blank=True)
    dinas_at = models.DateTimeField(null=True)
    opd_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="bast_signed_for_opd")
    opd_at = models.DateTimeField(null=True)
    returned_reason = models.TextField(blank=True)
    is_current = models.BooleanField(default=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["permintaan"], condition=Q(is_current=True), name="a_permintaan_has_one_current_bast"
            ),
            models.CheckConstraint(
                condition=Q(launch_end__gt=F("launch_start")), name="a_launch_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(opd_at__isnull=True) | Q(dinas_at__isnull=False),
                name="the_opd_signs_after_the_dinas",
            ),
        )
        indexes = (
            models.Index(fields=["launch_start"], name="launches_by_start", condition=Q(is_current=True)),
        )

    def __str__(self) -> str:
        return f"BAST {self.permintaan_id}"
