"""The letters: the request of the OPD and the disposisi of the heads."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from loket.models.dokumen import DokumenVersi
from loket.models.permintaan import Permintaan
from loket.models.user import User


class Surat(models.Model):
    """Surat permintaan pengadaan aplikasi (SOP, perlengkapan persyaratan); a corrected letter is a new row.

    `nomor_agenda` is its place in the book of letters in, kept when the same letter is completed.
    """

    class Bentuk(models.TextChoices):
        FISIK = "fisik", "Surat fisik"
        ELEKTRONIK_TTE = "elektronik_tte", "Surat elektronik dengan TTE"
        SOFTFILE_SEMENTARA = "softfile_sementara", "Soft file sementara, surat fisik menyusul"
        ARAHAN_LISAN = "arahan_lisan", "Arahan lisan pimpinan, surat menyusul"

    class Kanal(models.TextChoices):
        LOKET = "loket", "Diunggah di Loket"
        WHATSAPP = "whatsapp", "WhatsApp"
        EMAIL = "email", "Email"
        LANGSUNG = "langsung", "Diantar langsung"

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    nomor_agenda = models.CharField(max_length=20)
    nomor_surat = models.CharField(max_length=100)
    tanggal_surat = models.DateField()
    perihal = models.CharField(max_length=200)
    penanda_tangan = models.CharField(max_length=150)
    bentuk = models.CharField(max_length=20, choices=Bentuk)
    kanal = models.CharField(max_length=10, choices=Kanal)
    version = models.ForeignKey(DokumenVersi, on_delete=models.PROTECT)
    received_at = models.DateTimeField()
    asli_received_at = models.DateTimeField(null=True, blank=True)
    asli_received_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)
    asli_catatan = models.CharField(max_length=200, blank=True)
    is_current = models.BooleanField(default=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["permintaan"],
                condition=models.Q(is_current=True),
                name="a_permintaan_has_one_current_surat",
            ),
        )
        indexes = (
            models.Index(fields=["received_at"], name="surat_by_receipt"),
            GinIndex(
                fields=["nomor_surat", "perihal"], opclasses=["gin_trgm_ops"] * 2, name="surat_by_words"
            ),
        )

    def __str__(self) -> str:
        return self.nomor_surat


class Disposisi(models.Model):
    """Disposisi (SOP row 2, output): who passes the letter to whom, with what instruction."""

    class Sifat(models.TextChoices):
        BIASA = "biasa", "Biasa"
        SEGERA = "segera", "Segera"
        SANGAT_SEGERA = "sangat_segera", "Sangat segera"
        RAHASIA = "rahasia", "Rahasia"

    INSTRUCTIONS = {
        "tindak_lanjuti": "Tindak lanjuti",
        "koordinasikan": "Koordinasikan",
        "beri_pendapat": "Beri pendapat",
        "laporkan_hasil": "Laporkan hasil",
        "selesaikan_sesuai_sop": "Selesaikan sesuai SOP",
        "pelajari": "Pelajari dan telaah",
    }

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    bagian = models.CharField(max_length=30)
    nomor_agenda = models.CharField(max_length=20)
    dari = models.ForeignKey(User, on_delete=models.PROTECT, related_name="disposisi_given")
    capacity = models.CharField(max_length=40)
    kepada = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="disposisi_received")
    outcome = models.CharField(max_length=20)
    sifat = models.CharField(max_length=15, choices=Sifat)
    instruksi = ArrayField(models.CharField(max_length=30), default=list)
    catatan = models.TextField(blank=True)
    kekurangan = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        return f"Agenda {self.nomor_agenda}"

    @property
    def instruksi_labels(self) -> list[str]:
        return [self.INSTRUCTIONS[key] for key in self.instruksi]
