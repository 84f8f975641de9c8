"""Merge requests about an issue, and what they say of the progress; whether that is right, a programmer decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loket.application.data import present
from loket.integrations.gitlab.client import Issues
from loket.integrations.gitlab.merge_request import MergeRequest
from loket.integrations.gitlab.plain import line
from loket.models.gitlab import GitlabMergeRequest
from loket.models.issue_gitlab import IssueGitlab

MOST = 50
"""Of an issue with more of them the newest are kept."""
MERGED, CLOSED = "merged", "closed"
NAMED = 5
"""How many open ones a proposal names."""
_COLUMNS = ("reference", "title", "state", "is_draft", "pipeline", "web_url", "changed_at")


@dataclass(frozen=True, slots=True)
class Proposal:
    """`percent`: of those that were not given up, how many are merged."""

    percent: int
    catatan: str


def bring_merge_requests(row: IssueGitlab, issues: Issues, now: datetime) -> None:
    """Let what is kept be what GitLab holds."""
    kept = [_kept(row, one, now) for one in issues.merge_requests(present(row.iid))[-MOST:]]
    with transaction.atomic():
        here = GitlabMergeRequest.objects.filter(issue=row)
        here.exclude(remote_id__in=[one.remote_id for one in kept]).delete()
        GitlabMergeRequest.objects.bulk_create(
            kept, update_conflicts=True, unique_fields=["issue", "remote_id"], update_fields=_COLUMNS
        )


def proposal_of(found: Sequence[GitlabMergeRequest]) -> Proposal | None:
    """What a programmer may report; nothing where nothing is on its way. It is never reported by itself."""
    counted = [one for one in found if one.state != CLOSED]
    if not counted:
        return None
    still_open = [one for one in counted if one.state != MERGED]
    merged = len(counted) - len(still_open)
    said = f"{merged} dari {len(counted)} merge request sudah digabung."
    if still_open:
        names = "; ".join(f"{one.title} ({one.reference})" for one in still_open[:NAMED])
        more = f"; dan {len(still_open) - NAMED} lainnya" if len(still_open) > NAMED else ""
        said = f"{said} Masih dikerjakan: {names}{more}."
    return Proposal(100 * merged // len(counted), said)


def _kept(row: IssueGitlab, one: MergeRequest, now: datetime) -> GitlabMergeRequest:
    return GitlabMergeRequest(
        issue=row,
        remote_id=one.id,
        reference=line(one.reference, longest=250),
        title=line(one.title, longest=255),
        state=line(one.state, longest=20),
        is_draft=one.is_draft,
        pipeline=line(one.pipeline, longest=30),
        web_url=one.web_url if len(one.web_url) <= 500 else "",  # noqa: PLR2004 - the column's length
        changed_at=one.updated_at or now,
    )
