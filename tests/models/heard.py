"""What comes from GitLab, as rows."""

from uuid import uuid4

from loket.models.gitlab import (
    GitlabComment,
    GitlabConnection,
    GitlabDelivery,
    GitlabMergeRequest,
    GitlabStateChange,
)
from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket
from tests.cast import Road


def hear_from_gitlab(road: Road) -> None:
    """An issue that somebody has written a note under and opened a merge request for, and the hook that told of it."""
    tiket = Tiket.objects.get(permintaan=road.permintaan)
    issue = IssueGitlab.objects.create(tiket=tiket, ref=uuid4(), project_id=2, iid=2)
    GitlabConnection.objects.create()
    GitlabDelivery.objects.create(key="k", event="Confidential Note Hook", received_at=road.now)
    GitlabComment.objects.create(issue=issue, note_id=1, author="Budi", text="Sudah.", at=road.now)
    GitlabMergeRequest.objects.create(
        issue=issue, remote_id=1, reference="!1", title="Formulir", state="opened", changed_at=road.now
    )
    GitlabStateChange.objects.create(issue=issue, event_id=1, is_open=False, is_ours=False, at=road.now)
