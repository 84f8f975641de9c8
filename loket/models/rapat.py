"""Steps 5 and 6: the technical meeting, who came, and what was agreed."""

from django.db import models
from django.db.models import F, Q

from loket.models.permintaan import Permintaan
from loket.models.user import User


class Rapat(models.Model):
    """Technical meeting: "bisa diadakan lebih dari 1 kali" (SOP row 6); one row a session, invitation and minutes.

    `missed_at`: when it was noted that nobody of the OPD came; `surat_teguran`: the number of the letter to its head.
    """

    class Kanal(models.TextChoices):
        WHATSAPP = "whatsapp", "WhatsApp"
        TELEPON = "telepon", "Telepon"
        SURAT = "surat", "Surat resmi"

    class Keputusan(models.TextChoices):
        LANJUT = "lanjut", "Lanjut ke analisis"
        RAPAT_LAGI = "rapat_lagi", "Rapat lagi"

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    sesi = models.PositiveSmallIntegerField()
    planned_start = models.DateTimeField()
    planned_end = models.DateTimeField()
    tempat = models.CharField(max_length=200, blank=True)
    tautan = models.URLField(max_length=300, blank=True)
    kanal = models.CharField(max_length=10, choices=Kanal)
    catatan_telepon = models.TextField(blank=True)
    nomor_surat = models.CharField(max_length=100, blank=True)
    bahan = models.TextField(blank=True)
    peserta = models.ManyToManyField(User, related_name="rapat_invited")
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="rapat_called")
    invited_at = models.DateTimeField()
    held_start = models.DateTimeField(null=True, blank=True)
    held_end = models.DateTimeField(null=True, blank=True)
    missed_at = models.DateTimeField(null=True, blank=True)
    surat_teguran = models.CharField(max_length=100, blank=True)
    notulen = models.TextField(blank=True)
    keputusan = models.CharField(max_length=10, choices=Keputusan, blank=True)
    alasan_lanjutan = models.TextField(blank=True)

    class Meta:
        ordering = ("sesi",)
        constraints = (
            models.UniqueConstraint(fields=["permintaan", "sesi"], name="a_session_is_held_once"),
            models.CheckConstraint(
                condition=Q(planned_end__gt=F("planned_start")), name="a_meeting_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(missed_at=None) | Q(held_start=None), name="a_missed_meeting_was_not_held"
            ),
        )
        indexes = (models.Index(fields=["planned_start"], name="meetings_by_start"),)

    def __str__(self) -> str:
        return f"Technical meeting sesi {self.sesi}"


class Kehadiran(models.Model):
    """Daftar hadir: a person of either side, present or not."""

    rapat = models.ForeignKey(Rapat, on_delete=models.CASCADE)
    nama = models.CharField(max_length=150)
    instansi = models.CharField(max_length=150)
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)
    is_present = models.BooleanField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.nama


class Kesepakatan(models.Model):
    """The four outputs of SOP row 6: needs, providers, working time, and who is responsible for the application.

    Each belongs to the session that concluded it; that of the latest session holds.
    """

    class Pihak(models.TextChoices):
        KOMINFO = "kominfo", "Dinas Kominfo"
        OPD = "opd", "OPD"
        PIHAK_KETIGA = "pihak_ketiga", "Pihak ketiga"

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    rapat = models.OneToOneField(Rapat, on_delete=models.PROTECT)
    kebutuhan = models.TextField()
    penyedia = models.JSONField()
    implementasi_from = models.DateField()
    implementasi_until = models.DateField()
    pemelihara = models.CharField(max_length=15, choices=Pihak)
    pemelihara_nama = models.CharField(max_length=150)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(implementasi_until__gte=F("implementasi_from")),
                name="agreed_work_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"Kesepakatan {self.permintaan_id}"
