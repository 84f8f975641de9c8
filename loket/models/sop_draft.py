"""A revision of the SOP in the making."""

from django.db import models

from loket.models.sop_revision import SopRevision
from loket.models.user import User


class SopDraft(models.Model):
    """Rancangan revisi: changes to the newest revision, until they are released or discarded.

    It is no `SopRevision` with a status: that one has its hash, never changes, and a permintaan can run under it.
    `version` grows with every save, so that of two people who edit at once the second one is told.
    """

    nomor = models.CharField(max_length=40)
    based_on = models.ForeignKey(SopRevision, on_delete=models.PROTECT)
    changes = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["nomor"], name="an_sop_has_one_draft"),)

    def __str__(self) -> str:
        return f"Rancangan {self.nomor} revisi {self.revisi}"

    @property
    def revisi(self) -> int:
        """The number that it will have."""
        return self.based_on.revisi + 1
