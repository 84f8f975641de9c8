"""The issue whose closing step 11 waits for, and whether anything is sent to GitLab at all now."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Subquery

from loket.models.gitlab import GitlabConnection
from loket.models.issue_gitlab import IssueGitlab
from loket.models.permintaan import Permintaan


class Waited(NamedTuple):
    """`iid` is None until the issue is made; `paused_at`: since when the administrator holds everything back."""

    iid: int | None
    web_url: str
    paused_at: datetime | None


def issue_waited_for(permintaan: Permintaan) -> Waited | None:
    """One query; None where there is no issue."""
    paused = Subquery(GitlabConnection.objects.values("paused_at")[:1])
    rows = IssueGitlab.objects.filter(tiket__permintaan=permintaan).annotate(held_back=paused)
    found = rows.values_list("iid", "web_url", "held_back").first()
    return Waited(*found) if found else None
