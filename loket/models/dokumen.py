"""Files and the documents they are versions of."""

from django.db import models

from loket.core.actor import Actor
from loket.core.facts import UploadFacts
from loket.models.permintaan import Permintaan
from loket.models.user import User


class Upload(models.Model):
    """A file as it was received: content by hash, type decided by content. Belongs to its uploader until it is used."""

    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    mime = models.CharField(max_length=100)
    label = models.CharField(max_length=10)
    name = models.CharField(max_length=150)
    pages = models.PositiveSmallIntegerField(default=0)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT)
    uploaded_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["sha256"], name="uploads_by_content"),)

    def __str__(self) -> str:
        return self.name

    def facts(self, *, attached: bool) -> UploadFacts:
        return UploadFacts(uploaded_by=self.uploaded_by_id, label=self.label, attached=attached)


class Dokumen(models.Model):
    """A document of a permintaan (SOP: "Mendokumentasikan semua proses yang dilakukan")."""

    class Jenis(models.TextChoices):
        SURAT = "surat", "Surat permintaan"
        SPESIFIKASI = "spesifikasi", "Dokumen spesifikasi kebutuhan aplikasi"
        DESAIN = "desain", "Dokumen desain aplikasi"
        NOTULEN = "notulen", "Notulen technical meeting"
        BUKTI_UJI = "bukti_uji", "Bukti pengujian"
        BAST = "bast", "Berita acara serah terima"
        LAPORAN = "laporan", "Laporan pendampingan"
        SURAT_ASLI = "surat_asli", "Surat asli"
        LAMPIRAN = "lampiran", "Lampiran"

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    jenis = models.CharField(max_length=20, choices=Jenis)
    step = models.CharField(max_length=30)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["permintaan", "jenis"], name="a_permintaan_has_one_dokumen_of_a_kind"
            ),
        )

    def __str__(self) -> str:
        return self.get_jenis_display()


class DokumenVersiQuerySet(models.QuerySet["DokumenVersi"]):
    def visible_to(self, actor: Actor) -> "DokumenVersiQuerySet":
        return self.filter(dokumen__permintaan__in=Permintaan.objects.visible_to(actor))


class DokumenVersi(models.Model):
    """One version of a document. `versi` is what its author calls it, `number` counts from 1."""

    dokumen = models.ForeignKey(Dokumen, on_delete=models.CASCADE)
    number = models.PositiveSmallIntegerField()
    versi = models.CharField(max_length=20, blank=True)
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT)
    catatan = models.TextField(blank=True)
    submitted_by = models.ForeignKey(User, on_delete=models.PROTECT)
    submitted_at = models.DateTimeField()

    objects = DokumenVersiQuerySet.as_manager()

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["dokumen", "number"], name="a_version_number_is_used_once"),
        )

    def __str__(self) -> str:
        return f"{self.dokumen} versi {self.number}"


class Review(models.Model):
    """What a reviewer or the OPD said of a version (steps 7 and 8): approved, or returned with remarks."""

    version = models.ForeignKey(DokumenVersi, on_delete=models.CASCADE)
    bagian = models.CharField(max_length=30)
    is_approved = models.BooleanField()
    catatan = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        return f"{self.version}: {'disetujui' if self.is_approved else 'dikembalikan'}"
