"""What GitLab holds of a permintaan, in the words of GitLab where it has its own."""

from typing import Any

from loket.application.gitlab.posting import issue_of
from loket.application.gitlab.wording import state_of, trouble_of
from loket.models.gitlab import GitlabMergeRequest
from loket.queries.machine import Sight

_OF_ISSUE = ("iid", "web_url", "is_open", "dropped", "corrected", "corrected_at", "seen_at", "closed_at")
_OF_MERGE_REQUEST = ("reference", "title", "state", "is_draft", "pipeline", "web_url", "changed_at")


def gitlab_row(sight: Sight) -> dict[str, Any] | None:
    """None where there is no issue, and for everybody but the office."""
    issue = issue_of(sight.permintaan) if sight.is_for_office else None
    if issue is None:
        return None
    sign = sight.finished_there
    return {
        **{name: getattr(issue, name) for name in _OF_ISSUE},
        "keadaan": state_of(issue),
        "masalah": trouble_of(issue),
        "ditandai_selesai": {"oleh": sign.author, "at": sign.at} if sign else None,
        "merge_requests": [_merge_request(one) for one in sight.merge_requests],
    }


def _merge_request(one: GitlabMergeRequest) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _OF_MERGE_REQUEST}
