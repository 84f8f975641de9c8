"""Access for machines: the tokens of a person, and the first answer to each thing that was sent with a key."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from loket.models.user import User


class TokenQuerySet(models.QuerySet["Token"]):
    def valid_at(self, now: datetime) -> "TokenQuerySet":
        """Neither revoked nor expired, of somebody whose account is active."""
        return self.filter(revoked_at=None, expires_at__gt=now, user__is_active=True)


class Token(models.Model):
    """What a program shows in the place of a person's password. Only its digest is kept; `prefix` recognises it."""

    class Scope(models.TextChoices):
        BACA = "baca", "Hanya membaca"
        TULIS = "tulis", "Membaca dan mengirim"

    user = models.ForeignKey(User, on_delete=models.PROTECT)
    nama = models.CharField(max_length=60)
    prefix = models.CharField(max_length=20)
    digest = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=5, choices=Scope)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("created_at")), name="a_token_expires_after_it_is_made"
            ),
        )

    def __str__(self) -> str:
        return f"{self.nama} ({self.prefix}...)"


class KeptAnswer(models.Model):
    """The answer to what a token sent first under an Idempotency-Key; `digest` is of what was sent."""

    token = models.ForeignKey(Token, on_delete=models.CASCADE)
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.TextField()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["token", "key"], name="a_key_has_one_answer"),)
        indexes = (models.Index(fields=["kept_at"], name="answers_by_age"),)

    def __str__(self) -> str:
        return f"{self.key}: {self.status}"
