"""What was changed of a permintaan beside its road: a person of the team, a fact, or the scope."""

from django.db import models
from django.db.models import F, Q

from loket.models.addendum import Addendum
from loket.models.dokumen import DokumenVersi
from loket.models.permintaan import Permintaan
from loket.models.user import User


class SerahTerimaTugas(models.Model):
    """Berita acara serah terima tugas: what one member of the team hands over to the next (DOMAIN: exceptional flows)."""

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    role = models.CharField(max_length=20)
    dari = models.ForeignKey(User, on_delete=models.PROTECT, related_name="tugas_given")
    kepada = models.ForeignKey(User, on_delete=models.PROTECT, related_name="tugas_taken")
    alasan = models.TextField()
    surat_tugas = models.CharField(max_length=100)
    dokumen = models.TextField()
    akses = models.TextField()
    keadaan = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(dari=F("kepada")), name="a_task_is_handed_to_another"),
        )

    def __str__(self) -> str:
        return f"{self.dari} kepada {self.kepada}"


class PerubahanData(models.Model):
    """A fact that was changed: as it was before and after, why, and by what letter or message."""

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    isian = models.CharField(max_length=30)
    semula = models.TextField(blank=True)
    menjadi = models.TextField(blank=True)
    alasan = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(semula=F("menjadi")), name="a_changed_fact_differs"),
        )

    def __str__(self) -> str:
        return f"{self.isian}: {self.semula} menjadi {self.menjadi}"


class PerubahanLingkup(models.Model):
    """Formulir perubahan ruang lingkup (change request).

    `usaha` in per cent of the agreed work, `hari` in working days; `diputus` is the role that decides.
    """

    class Keputusan(models.TextChoices):
        DISETUJUI = "disetujui", "Disetujui"
        DITOLAK = "ditolak", "Ditolak"

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    uraian = models.TextField()
    alasan = models.TextField()
    usaha = models.PositiveSmallIntegerField()
    hari = models.PositiveSmallIntegerField()
    perlu_anggaran = models.BooleanField()
    risiko = models.TextField()
    keamanan = models.TextField()
    diputus = models.CharField(max_length=20)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="perubahan_proposed")
    at = models.DateTimeField()
    keputusan = models.CharField(max_length=10, choices=Keputusan, blank=True)
    catatan = models.TextField(blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    addendum = models.OneToOneField(Addendum, on_delete=models.PROTECT, null=True, blank=True)
    version = models.OneToOneField(DokumenVersi, on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["permintaan"],
                condition=Q(keputusan="") | Q(keputusan="disetujui", version=None),
                name="a_permintaan_has_one_change_in_hand",
            ),
            models.CheckConstraint(
                condition=Q(keputusan="", decided_at=None) | (~Q(keputusan="") & Q(decided_at__isnull=False)),
                name="a_decided_change_says_when",
            ),
        )

    def __str__(self) -> str:
        return self.uraian[:60]
