from django.db import models


class Opd(models.Model):
    """OPD: "Dinas yang ada di Kabupaten Magetan yang akan melakukan permintaan pengadaan aplikasi" (SOP, Daftar Pelaksana)."""

    kode = models.CharField(max_length=30, unique=True)
    nama = models.CharField(max_length=200)
    singkatan = models.CharField(max_length=60)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ("nama",)

    def __str__(self) -> str:
        return self.nama
