"""A merge request as GitLab tells of it, with the state of its newest pipeline."""

from dataclasses import dataclass
from datetime import datetime

from loket.integrations.gitlab.values import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeRequest:
    """`id` counts in all of GitLab. `state` and `pipeline` are GitLab's own words; a `pipeline` of "" is none.

    `reference` names its project too, for the code of an application lies in a project of its own.
    """

    id: int
    reference: str
    title: str
    state: str
    is_draft: bool
    pipeline: str
    web_url: str
    updated_at: datetime | None


def merge_request(said: object) -> MergeRequest:
    """Read one. Only the list of those that name an issue tells of the pipeline."""
    found = Said(said)
    references, pipeline = found.inner_or_none("references"), found.inner_or_none("head_pipeline")
    full = references.text("full", required=False) if references else ""
    return MergeRequest(
        id=found.number("id"),
        reference=full or f"!{found.number('iid')}",
        title=found.text("title"),
        state=found.text("state"),
        is_draft=found.flag("draft"),
        pipeline=pipeline.text("status", required=False) if pipeline else "",
        web_url=found.address("web_url"),
        updated_at=found.moment_or_none("updated_at"),
    )
