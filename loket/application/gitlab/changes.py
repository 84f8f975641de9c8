"""What has changed in GitLab since one last asked: hooks get lost, and nobody sends them again."""

from datetime import datetime, timedelta

from loket.application.gitlab.connection_row import connection, read_up_to
from loket.application.gitlab.rounds import check_all
from loket.application.gitlab.waking import wake_all
from loket.integrations.gitlab.client import Gitlab, Issues
from loket.integrations.gitlab.problems import TooMuch
from loket.integrations.gitlab.values import Issue
from loket.models.issue_gitlab import IssueGitlab

OVERLAP = timedelta(hours=1)
"""Read again each time: longer than a read of all pages takes, during which issues go on changing."""
FIRST = timedelta(days=1)
"""How far back one reads where nothing was read before, or too much has changed since; each issue is compared as well."""


def read_changes(gitlab: Gitlab, project: str, now: datetime) -> int:
    """Let each issue be looked at that is not as it was last seen; returns how many.

    The mark moves only when the whole list was read. It is GitLab's own time, for clocks differ.
    Raises GitlabProblem.
    """
    issues = gitlab.issues_of(gitlab.project(project).id)
    since = connection().read_until
    try:
        found = issues.updated_since(since - OVERLAP) if since else _all_compared(issues, now)
    except TooMuch:
        found = _all_compared(issues, now)
    count = wake_all(_unseen(found), now)
    if moments := [one.changed_at for one in found if one.changed_at]:
        read_up_to(max(moments))
    return count


def _all_compared(issues: Issues, now: datetime) -> list[Issue]:
    check_all(now)
    return issues.updated_since(now - FIRST)


def _unseen(issues: list[Issue]) -> list[int]:
    said: dict[object, datetime | None] = {(one.project_id, one.iid): one.changed_at for one in issues}
    rows = IssueGitlab.objects.filter(gone="", iid__in=[one.iid for one in issues])
    seen = rows.order_by("pk").values_list("project_id", "iid", "remote_at", "tiket__permintaan_id")
    return [
        permintaan_id
        for project_id, iid, remote_at, permintaan_id in seen
        if said.get((project_id, iid), remote_at) != remote_at
    ]
