"""How far the making of something in GitLab is, as `integrations/gitlab/making.py` reckons it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class MadeInGitlab(models.Model):
    """Something that is made in GitLab exactly once; the columns are the fields of a making."""

    ref = models.UUIDField(unique=True)
    stage = models.CharField(max_length=10, default="planned")
    tries = models.PositiveIntegerField(default=0)
    authors = ArrayField(models.BigIntegerField(), default=list)
    first_asked_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    missed_at = models.DateTimeField(null=True, blank=True)
    wait_until = models.DateTimeField(null=True, blank=True)
    iid = models.BigIntegerField(null=True, blank=True)
    is_settled = models.BooleanField(default=False)
    problem = models.CharField(max_length=40, blank=True)

    class Meta:
        abstract = True
