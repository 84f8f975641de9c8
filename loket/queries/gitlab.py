"""What GitLab holds about a permintaan besides its issue, for the office alone (three queries)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loket.models.gitlab import GitlabComment, GitlabMergeRequest, GitlabPosting
from loket.models.permintaan import Permintaan


@dataclass(frozen=True, slots=True, kw_only=True)
class InGitlab:
    """`notes`: the newest first, `has_more` of them there. `postings` by the id of the comment that they send."""

    notes: Sequence[GitlabComment] = ()
    has_more: bool = False
    postings: Mapping[int, GitlabPosting] = field(default_factory=dict)
    merge_requests: Sequence[GitlabMergeRequest] = ()


def in_gitlab(permintaan: Permintaan, *, most: int) -> InGitlab:
    notes = GitlabComment.objects.filter(issue__tiket__permintaan=permintaan).order_by("-at", "-note_id")
    found = list(notes[: most + 1])
    postings = GitlabPosting.objects.filter(comment__permintaan=permintaan)
    return InGitlab(
        notes=found[:most],
        has_more=len(found) > most,
        postings={posting.comment_id: posting for posting in postings},
        merge_requests=merge_requests_of(permintaan),
    )


def merge_requests_of(permintaan: Permintaan) -> list[GitlabMergeRequest]:
    """The oldest first."""
    rows = GitlabMergeRequest.objects.filter(issue__tiket__permintaan=permintaan)
    return list(rows.order_by("remote_id"))
