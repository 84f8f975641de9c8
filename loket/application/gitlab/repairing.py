"""What an admin decides about an issue that Loket does not set right by itself; the job does it."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet

from loket.application import outbox
from loket.application.errors import Refused
from loket.core.verdict import Verdict
from loket.models.issue_drift import REOPENED
from loket.models.issue_gitlab import IssueGitlab

_ANEW = {
    "stage": "planned",
    "tries": 0,
    "authors": [],
    "first_asked_at": None,
    "asked_at": None,
    "missed_at": None,
    "wait_until": None,
    "iid": None,
    "is_settled": False,
    "problem": "",
    "project_id": None,
    "issue_id": None,
    "web_url": "",
    "is_open": True,
    "dropped": [],
    "seen_at": None,
    "closed_at": None,
    "gone": "",
    "remote_at": None,
    "corrected": [],
    "corrected_at": None,
    "last_known": [],
}


def make_anew(row: IssueGitlab, now: datetime) -> None:
    """Let another issue be made in place of one that is gone; the old one is forgotten.

    Raises Refused where it is still there, or somebody else was faster: there would be two.
    """
    _change(row, IssueGitlab.objects.exclude(gone=""), _ANEW | {"ref": uuid4()}, now)


def close_again(row: IssueGitlab, now: datetime) -> None:
    """Let an issue be closed that Loket had closed and somebody has opened again. Raises Refused for any other."""
    _change(row, IssueGitlab.objects.filter(REOPENED), {"closed_at": None}, now)


def _change(row: IssueGitlab, which: "QuerySet[IssueGitlab]", to: dict[str, object], now: datetime) -> None:
    with transaction.atomic():
        if not which.filter(pk=row.pk).update(**to):
            raise Refused(Verdict(("Keadaan issue ini sudah berubah. Muat ulang halaman ini.",)))
        outbox.wake(row.tiket.permintaan_id, now)
