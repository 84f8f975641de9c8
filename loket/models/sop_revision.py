"""The revisions of the SOP that run: each permintaan keeps the one under which it was accepted."""

from functools import lru_cache

from django.db import models

from loket.core.sop import Sop
from loket.sop.definition import parse


class SopRevision(models.Model):
    """SOP: the TOML as released, its hash, and since when it runs. A released revision is never edited."""

    nomor = models.CharField(max_length=40)
    revisi = models.PositiveSmallIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    released_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["nomor", "revisi"], name="a_revision_is_released_once"),
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
