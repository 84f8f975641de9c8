"""Step 9: how far the application is, where it is, and whether the OPD accepts it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from django.db.models import Q

from loket.models.dokumen import DokumenVersi
from loket.models.permintaan import Permintaan
from loket.models.user import User


class ProgressNote(models.Model):
    """A note of progress by a programmer; `percent` of the whole, 0 to 100."""

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    percent = models.PositiveSmallIntegerField()
    catatan = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at",)
        constraints = (models.CheckConstraint(condition=Q(percent__lte=100), name="progress_is_at_most_all"),)

    def __str__(self) -> str:
        return f"{self.percent} %"


class Aplikasi(models.Model):
    """Aplikasi (SOP row 9, output): where its code and its running copy are."""

    permintaan = models.OneToOneField(Permintaan, on_delete=models.CASCADE)
    repository = models.URLField(max_length=300)
    address = models.URLField(max_length=300)

    def __str__(self) -> str:
        return self.address


@dataclass(frozen=True, slots=True, kw_only=True)
class Skenario:
    """Skenario uji: what the OPD tries, and how it went; `hasil` is empty until it is marked."""

    kode: str
    uraian: str
    hasil: str = ""
    catatan: str = ""

    @property
    def hasil_label(self) -> str:
        return Uat.Lulus(self.hasil).label if self.hasil else ""


def scenario_code(number: int) -> str:
    """S-01 is the first."""
    return f"S-{number:02}"


class Uat(models.Model):
    """A round of acceptance testing: what was handed over for test, and what the OPD found and decided.

    `skenario`: in their order, each with `uraian`, and `hasil` and `catatan` that are empty until the decision.
    They are written and read only with their round, so they are no rows of their own.
    """

    class Hasil(models.TextChoices):
        DITERIMA = "diterima", "Diterima"
        DITERIMA_DENGAN_CATATAN = "diterima_dengan_catatan", "Diterima dengan catatan"
        DITOLAK = "ditolak", "Ditolak"

    class Lulus(models.TextChoices):
        LULUS = "lulus", "Lulus"
        GAGAL = "gagal", "Gagal"

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    round = models.PositiveSmallIntegerField()
    versi = models.CharField(max_length=30)
    skenario = models.JSONField()
    evidence = models.ForeignKey(DokumenVersi, on_delete=models.PROTECT)
    ready_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="uat_ready")
    ready_at = models.DateTimeField()
    hasil = models.CharField(max_length=25, choices=Hasil, blank=True)
    catatan = models.TextField(blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="uat_decided")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("round",)
        constraints = (
            models.UniqueConstraint(fields=["permintaan", "round"], name="a_uat_round_is_held_once"),
            models.CheckConstraint(
                condition=~Q(versi="") & ~Q(skenario=[]), name="a_test_names_its_version_and_scenarios"
            ),
            models.CheckConstraint(
                condition=Q(hasil="") | ~Q(skenario__contains=[{"hasil": ""}]),
                name="a_decided_test_has_every_result",
            ),
            models.CheckConstraint(
                condition=~Q(hasil="diterima") | ~Q(skenario__contains=[{"hasil": "gagal"}]),
                name="what_is_accepted_failed_nowhere",
            ),
        )

    def __str__(self) -> str:
        return f"UAT ke-{self.round}"

    def scenarios(self) -> Iterator[Skenario]:
        for number, one in enumerate(self.skenario, 1):
            yield Skenario(kode=scenario_code(number), **one)
