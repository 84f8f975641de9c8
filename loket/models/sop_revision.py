"""The revisions of the SOP that run: each permintaan keeps the one under which it was accepted."""

from datetime import date
from functools import lru_cache

from django.db import models
from django.db.models import Q

from loket.core.sop import Sop
from loket.models.user import User
from loket.sop.definition import MAIN, parse


class RevisionSet(models.QuerySet["SopRevision"]):
    def released(self) -> "RevisionSet":
        """All revisions of the main SOP, the newest first."""
        return self.filter(nomor=MAIN).order_by("-revisi")

    def in_force(self, day: date) -> "RevisionSet":
        """The one that a permintaan of that day is accepted under comes first."""
        return self.released().filter(Q(tanggal_berlaku=None) | Q(tanggal_berlaku__lte=day))


class SopRevision(models.Model):
    """SOP: the TOML as released, its hash, and since when it runs. A released revision is never edited.

    The one that came with Loket has no decision and no Tanggal Berlaku; it runs until another takes its place.
    """

    nomor = models.CharField(max_length=40)
    revisi = models.PositiveSmallIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    keputusan = models.CharField(max_length=100, blank=True)
    tanggal_penetapan = models.DateField(null=True, blank=True)
    tanggal_berlaku = models.DateField(null=True, blank=True)
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)

    objects = RevisionSet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["nomor", "revisi"], name="a_revision_is_released_once"),
            models.CheckConstraint(
                condition=Q(keputusan="", tanggal_penetapan=None, tanggal_berlaku=None, released_by=None)
                | Q(
                    keputusan__gt="",
                    tanggal_penetapan__isnull=False,
                    tanggal_berlaku__isnull=False,
                    released_by__isnull=False,
                ),
                name="a_revision_is_released_by_a_decision",
            ),
            models.CheckConstraint(
                condition=Q(tanggal_berlaku=None) | Q(tanggal_berlaku__gte=models.F("tanggal_penetapan")),
                name="a_revision_runs_after_its_decision",
            ),
        )

    def __str__(self) -> str:
        return f"{self.nomor} revisi {self.revisi}"

    def rules(self) -> Sop:
        return _parsed(self.content)


@lru_cache(maxsize=32)
def _parsed(content: str) -> Sop:
    return parse(content)


@lru_cache(maxsize=64)
def rules_of(revision_id: int) -> Sop:
    """The rules of a revision by id; a released revision never changes, so they are read once a process."""
    return SopRevision.objects.get(pk=revision_id).rules()
