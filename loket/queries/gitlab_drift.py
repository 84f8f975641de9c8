"""Where GitLab and Loket differ, or did: the newest issue first, each with all that can be said of it."""

from collections.abc import Sequence
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import QuerySet

from loket.models.issue_drift import NEEDS_ANOTHER, Drift, conditions
from loket.models.issue_gitlab import IssueGitlab
from loket.queries.keyset import Edge, Page, page_of

PAGE = 20
_PREFIX = "drift_"


def drifted(now: datetime) -> "QuerySet[IssueGitlab]":
    return IssueGitlab.objects.filter(reduce(or_, conditions(now).values()))


def page_of_drift(edge: Edge, now: datetime, *, size: int = PAGE) -> Page[IssueGitlab]:
    """One page (one query); `drifts_of` reads what each row says."""
    return page_of(drifted_rows(now), edge, size)


def drifted_rows(now: datetime) -> "QuerySet[IssueGitlab]":
    """Each with what `drifts_of` reads, and `needs_another`."""
    found = drifted(now).select_related("tiket__permintaan")
    found = found.defer("tiket__permintaan__kebutuhan", "tiket__permintaan__alasan")
    flags = {f"{_PREFIX}{kind.value}": condition for kind, condition in conditions(now).items()}
    return found.annotate(**flags, needs_another=NEEDS_ANOTHER)


def drifts_of(row: IssueGitlab) -> Sequence[Drift]:
    return [kind for kind in Drift if getattr(row, f"{_PREFIX}{kind.value}")]
