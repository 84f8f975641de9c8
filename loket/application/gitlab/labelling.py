"""Loket's labels are in GitLab before an issue asks for them, each with its colour and what it means."""

from contextlib import suppress
from datetime import datetime
from time import monotonic

from loket.application.data import local_date
from loket.integrations.gitlab.client import Gitlab
from loket.integrations.gitlab.label_looks import looks_of
from loket.integrations.gitlab.problems import Conflict
from loket.integrations.gitlab.taxonomy import Taxonomy
from loket.models.opd import Opd
from loket.models.sop_revision import SopRevision

LONGEST = 60.0
"""Seconds: the worker does nothing else meanwhile, and the next round goes on with what is missing."""


def make_labels(gitlab: Gitlab, project: str, now: datetime) -> None:
    """Make those that are not there. What is there stays as it is, whoever made it. Raises GitlabProblem."""
    until = monotonic() + LONGEST
    issues = gitlab.issues_of(gitlab.project(project).id)
    there = {label.name for label in issues.labels()}
    missing = (look for look in looks_of(_known(now)) if look.name not in there)
    for look in missing:
        if monotonic() < until:
            with suppress(Conflict):
                issues.create_label(look.name, color=look.color, description=look.description)


def _known(now: datetime) -> Taxonomy:
    """Those of the revision in force; a permintaan of another one lets GitLab make its own where they differ."""
    revision = SopRevision.objects.in_force(local_date(now))[0]
    codes = Opd.objects.filter(is_active=True).values_list("kode", flat=True)
    return Taxonomy(steps=tuple(revision.rules().steps), opd=tuple(codes))
