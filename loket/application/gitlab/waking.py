"""Whom a hook, a list or a round wakes: the job that compares one permintaan with GitLab."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import QuerySet

from loket.application import outbox
from loket.integrations.gitlab.hook_reading import About, Told
from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket

BUILDING = "implementasi"
GATHER = timedelta(minutes=1)
"""A pipeline says something every few seconds; so long its news are gathered into one look."""


def wake(told: Told, now: datetime) -> None:
    """Let the issues be looked at that a hook may be about; of one that is none of ours, nothing follows."""
    here = IssueGitlab.objects.filter(gone="")
    if told.about is About.ISSUE:
        wake_all(_permintaan_of(here.filter(project_id=told.project_id, iid=told.iid)), now)
    else:
        built = here.filter(tiket__state=Tiket.State.TERBUKA, tiket__permintaan__at_step=BUILDING)
        wake_all(_permintaan_of(built), now + GATHER)


def wake_all(permintaan_ids: Iterable[int], at: datetime) -> int:
    """Queue a job for each that has none of this kind waiting; returns how many there were."""
    found = list(permintaan_ids)
    for permintaan_id in found:
        outbox.wake(permintaan_id, at)
    return len(found)


def _permintaan_of(rows: "QuerySet[IssueGitlab]") -> Iterable[int]:
    return rows.order_by("pk").values_list("tiket__permintaan_id", flat=True)
