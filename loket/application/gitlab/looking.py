"""What GitLab says of an issue is kept: as it is now, who closed or opened it, and what of Loket's was changed there."""

from datetime import datetime, timedelta

from loket.application.gitlab.telling import tell_state_changes
from loket.integrations.gitlab.asking import Change, dropped
from loket.integrations.gitlab.client import Gitlab, Issues
from loket.integrations.gitlab.differences import changed_there, known_after, known_of
from loket.integrations.gitlab.taxonomy import Taxonomy
from loket.integrations.gitlab.values import Issue, StateChange
from loket.models.gitlab import GitlabStateChange
from loket.models.issue_gitlab import IssueGitlab

BELIEVED = timedelta(hours=1)
"""So long an answer that is older than what was seen comes from a copy that lags; later from a backup that was put back."""
MOST_KNOWN = 8
"""Changes without an answer that are remembered; each is a request that GitLab may still carry out."""


def comes_late(row: IssueGitlab, issue: Issue, now: datetime) -> bool:
    """Whether this is an issue as it was before what was seen of it last."""
    if row.remote_at is None or row.seen_at is None or issue.changed_at is None:
        return False
    return issue.changed_at < row.remote_at and now - row.seen_at < BELIEVED


def before_change(row: IssueGitlab, issue: Issue, known: Taxonomy, change: Change, now: datetime) -> None:
    """Keep what is about to be said, and which of it only sets right what somebody has changed there."""
    expected = known_after(issue, known, change)
    if found := changed_there(issue, known, change, row.last_known):
        row.corrected, row.corrected_at = list(found), now
    row.last_known = [*[one for one in row.last_known if one != expected], expected][-MOST_KNOWN:]
    row.save(update_fields=["corrected", "corrected_at", "last_known"])


def after_change(row: IssueGitlab, issue: Issue, known: Taxonomy, change: Change, now: datetime) -> None:
    """Keep the issue as it is now. `change` is what was asked of it, if anything."""
    row.project_id, row.issue_id, row.web_url = issue.project_id, issue.id, issue.web_url[:500]
    row.is_open, row.dropped, row.problem = issue.is_open, list(dropped(change, issue)), ""
    row.seen_at, row.remote_at = now, issue.changed_at
    row.last_known = [known_of(issue, known)]
    row.save(
        update_fields=[
            *("project_id", "issue_id", "web_url", "is_open", "dropped", "problem"),
            *("seen_at", "remote_at", "last_known"),
        ]
    )


def look_beside(row: IssueGitlab, gitlab: Gitlab, issues: Issues, issue: Issue, now: datetime) -> None:
    """Read what hangs on an issue and changed with it, before it is kept as seen, so that a failure reads it again.

    Comments and merge requests belong here: whoever reads them is called from this place.
    """
    if row.remote_at != issue.changed_at or row.is_open != issue.is_open:
        _read_state_changes(row, gitlab, issues.state_changes(issue.iid), now)


def _read_state_changes(row: IssueGitlab, gitlab: Gitlab, changes: list[StateChange], now: datetime) -> None:
    told = GitlabStateChange.objects.filter(issue=row, event_id__in=[one.id for one in changes])
    known = set(told.values_list("event_id", flat=True))
    if new := [one for one in changes if one.id not in known]:
        tell_state_changes(row, new, gitlab.me().id, now)
