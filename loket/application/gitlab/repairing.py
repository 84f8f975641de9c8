"""What a person decides where GitLab and Loket have come apart: make another issue, or close the one there again."""

from datetime import datetime
from uuid import uuid4

from loket.application import outbox
from loket.application.gitlab.kept import columns_of
from loket.integrations.gitlab.making import Making
from loket.models.issue_gitlab import IssueGitlab


def make_anew(row: IssueGitlab, now: datetime) -> None:
    """Forget the issue that is gone, and have another made; by a new name, so that the old one is not found for it."""
    IssueGitlab.objects.filter(pk=row.pk).update(
        **columns_of(Making(ref=uuid4())),
        project_id=None,
        issue_id=None,
        web_url="",
        is_open=True,
        dropped=[],
        seen_at=None,
        closed_at=None,
        gone="",
        remote_at=None,
        corrected=[],
        corrected_at=None,
    )
    row.refresh_from_db()
    outbox.follow_again(row.tiket.permintaan_id, now)


def close_again(row: IssueGitlab) -> None:
    """Let the next comparison close it: what was never closed by Loket is closed once the ticket is."""
    row.closed_at = None
    row.save(update_fields=["closed_at"])
