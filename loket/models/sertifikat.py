"""The key by which a person signs for the office."""

from django.db import models
from django.db.models import Q

from loket.models.user import User


class Sertifikat(models.Model):
    """A person's internal certificate: its key is locked with a passphrase that Loket never keeps."""

    user = models.ForeignKey(User, on_delete=models.PROTECT)
    serial = models.CharField(max_length=64, unique=True)
    pkcs12 = models.BinaryField()
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-valid_from",)
        constraints = (
            models.UniqueConstraint(
                fields=["user"], condition=Q(revoked_at=None), name="a_person_has_one_valid_sertifikat"
            ),
        )

    def __str__(self) -> str:
        return f"Sertifikat {self.serial}"
