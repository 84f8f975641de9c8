"""What people tell each other about a permintaan, and what Loket tells them."""

from django.db import models
from django.db.models import Q

from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from loket.models.user import User


class Comment(models.Model):
    """A contribution to the discussion; internal ones are never shown to the OPD."""

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True)
    text = models.TextField()
    is_internal = models.BooleanField(default=False)
    by = models.ForeignKey(User, on_delete=models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.text[:60]


class Pesan(models.Model):
    """A message out, and its state. In this version the only channel is the notice inside Loket.

    `permintaan` is empty where the entry is of the office's own record.
    """

    class Channel(models.TextChoices):
        APLIKASI = "aplikasi", "Pemberitahuan di Loket"

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE, null=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT)
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.APLIKASI)
    judul = models.CharField(max_length=250)
    is_my_turn = models.BooleanField(default=False)
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["entry", "user", "channel"], name="a_person_is_told_once_of_an_entry"
            ),
        )
        indexes = (
            models.Index(fields=["user", "-id"], name="unread_messages", condition=Q(read_at=None)),
            models.Index(fields=["user", "-id"], name="messages_of_a_person"),
        )

    def __str__(self) -> str:
        return self.judul


class Draft(models.Model):
    """What somebody has typed into a form and not sent yet. `place` is "baru" or "NOMOR/step/bagian"."""

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    place = models.CharField(max_length=80)
    fields = models.JSONField()
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["user", "place"], name="a_person_has_one_draft_in_a_place"),
        )

    def __str__(self) -> str:
        return self.place
