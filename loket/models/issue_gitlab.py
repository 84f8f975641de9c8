"""The issue of a ticket in GitLab: how far its making is, and what was last seen of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from loket.models.made_in_gitlab import MadeInGitlab
from loket.models.tiket import Tiket


class IssueGitlab(MadeInGitlab):
    """Issue: the ticket as GitLab holds it (SOP rows 4 and 11); `iid` is its number in the project.

    `remote_at` is GitLab's own time of the newest state that was seen; what is older comes too late.
    `corrected` are the fields of Loket that somebody had changed there, and were set right last.
    `last_known` is what those fields were when they were last read or written (see `differences.Known`): more than one
    where nobody knows whether a change has come to GitLab.
    """

    class Gone(models.TextChoices):
        HILANG = "hilang", "Dihapus atau tidak terlihat lagi"
        PINDAH = "pindah", "Dipindahkan ke proyek lain"

    tiket = models.OneToOneField(Tiket, on_delete=models.CASCADE)

    project_id = models.BigIntegerField(null=True, blank=True)
    issue_id = models.BigIntegerField(null=True, blank=True)
    web_url = models.URLField(max_length=500, blank=True)
    is_open = models.BooleanField(default=True)
    dropped = ArrayField(models.CharField(max_length=20), default=list)
    seen_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    gone = models.CharField(max_length=10, choices=Gone, blank=True)
    remote_at = models.DateTimeField(null=True, blank=True)
    corrected = ArrayField(models.CharField(max_length=40), default=list)
    corrected_at = models.DateTimeField(null=True, blank=True)
    last_known = models.JSONField(default=list)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["project_id", "iid"], name="an_issue_belongs_to_one_ticket"),
            models.CheckConstraint(
                condition=Q(iid=None) | Q(project_id__isnull=False), name="an_issue_is_in_a_project"
            ),
        )

    def __str__(self) -> str:
        return f"Issue {self.iid or self.stage}"
