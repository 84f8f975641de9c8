"""The record: one append-only entry for each act, chained by hash, and the nightly seals over all chains."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from loket.core.record import Line
from loket.core.zone import midnight
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import SopRevision
from loket.models.user import Jabatan, User

FOR_OTHERS = Q(capacity__contains=" ")
"""What is done in a position of one's own has a capacity of one word (see `core/capacity.py`)."""


class EntryQuerySet(models.QuerySet["Entry"]):
    def done_in(self, term: Jabatan) -> "EntryQuerySet":
        """What its holder did in a position, on its days; also as its superior for a vacant one below."""
        below = Q(capacity__startswith=f"{term.capacity} ")
        found = self.filter(Q(capacity=term.capacity) | below, actor=term.user_id)
        found = found.filter(happened_at__gte=midnight(term.from_date))
        if term.until_date is None:
            return found
        return found.filter(happened_at__lt=midnight(term.until_date + timedelta(days=1)))


class Entry(models.Model):
    """What happened, by whom, in which capacity. `permintaan` is empty for the office's own acts.

    Particulars hold ids and salted digests, never personal values. The database refuses UPDATE, DELETE
    and TRUNCATE (migration `append_only`).
    """

    permintaan = models.ForeignKey(Permintaan, on_delete=models.PROTECT, null=True)
    subject = models.CharField(max_length=20)
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    step = models.CharField(max_length=30, blank=True)
    bagian = models.CharField(max_length=30, blank=True)
    outcome = models.CharField(max_length=40, blank=True)
    actor = models.ForeignKey(User, on_delete=models.PROTECT, null=True)
    capacity = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=10)
    happened_at = models.DateTimeField()
    sop_revision = models.ForeignKey(SopRevision, on_delete=models.PROTECT, null=True)
    sop = models.CharField(max_length=60, blank=True)
    schema = models.PositiveSmallIntegerField()
    particulars = models.JSONField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ("seq",)
        constraints = (
            models.UniqueConstraint(fields=["subject", "seq"], name="a_seq_is_used_once_in_a_chain"),
        )
        indexes = (
            models.Index(fields=["permintaan", "-seq"], name="entries_of_a_permintaan"),
            models.Index(fields=["actor", "-id"], name="deeds_for_others", condition=FOR_OTHERS),
        )

    def __str__(self) -> str:
        return f"{self.subject} {self.seq}: {self.kind}"

    def line(self) -> Line:
        return Line(**{name: getattr(self, name) for name in Line.__slots__})


class Seal(models.Model):
    """A closing of the book: the digest of every head that moved since the seal before it, chained."""

    sealed_at = models.DateTimeField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.sealed_at:%d/%m/%Y}: {self.digest}"


class SealedHead(models.Model):
    """The head of one chain under a seal: that entry must exist for ever, so a removed tail is found."""

    seal = models.ForeignKey(Seal, on_delete=models.PROTECT)
    subject = models.CharField(max_length=20)
    seq = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["seal", "subject"], name="a_seal_holds_a_head_once"),)

    def __str__(self) -> str:
        return f"{self.subject} {self.seq}"
