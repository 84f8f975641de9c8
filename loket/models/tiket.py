"""Step 4: the priority sheet and the ticket."""

from django.db import models
from django.db.models import Q

from loket.models.permintaan import Permintaan
from loket.models.user import User


class Prioritas(models.Model):
    """Prioritas pelayanan (SOP row 4, output): the scores, the level they give and the level decided."""

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    scores = models.JSONField()
    total = models.DecimalField(max_digits=5, decimal_places=2)
    computed = models.CharField(max_length=10)
    decided = models.CharField(max_length=10)
    deadline = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(computed=models.F("decided")) | ~Q(reason=""), name="another_level_has_a_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.decided} ({self.total})"


class Tiket(models.Model):
    """The ticket of "e-ticketing GitLab" (SOP rows 4 and 11); Loket's own where there is no GitLab."""

    class State(models.TextChoices):
        TERBUKA = "terbuka", "Terbuka"
        SELESAI = "selesai", "Selesai dibuat"
        DITUTUP = "ditutup", "Ditutup tanpa aplikasi"

    permintaan = models.OneToOneField(Permintaan, on_delete=models.CASCADE)
    state = models.CharField(max_length=10, choices=State, default=State.TERBUKA)
    catatan = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Tiket {self.permintaan.nomor}: {self.get_state_display()}"
