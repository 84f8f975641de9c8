"""What the hooks about merge requests and pipelines carry."""

from typing import Any

from loket.integrations.gitlab.standin import shown
from loket.integrations.gitlab.standin.access import Call
from loket.integrations.gitlab.standin.hook_bodies import project_of, user_of
from loket.integrations.gitlab.standin.state import MergeRequest


def of_merge_request(call: Call, one: MergeRequest, action: str) -> dict[str, Any]:
    return {
        "object_kind": "merge_request",
        "event_type": "merge_request",
        "user": user_of(call),
        "project": project_of(call),
        "object_attributes": _attributes(call, one) | {"action": action},
        "labels": [],
        "changes": {},
    }


def of_pipeline(call: Call, one: MergeRequest) -> dict[str, Any]:
    return {
        "object_kind": "pipeline",
        "object_attributes": {
            "id": one.id + 1,
            "status": one.pipeline,
            "detailed_status": one.pipeline,
            "source": "merge_request_event",
        },
        "merge_request": _attributes(call, one),
        "user": user_of(call),
        "project": project_of(call),
    }


def _attributes(call: Call, one: MergeRequest) -> dict[str, Any]:
    return {
        "id": one.id,
        "iid": one.iid,
        "title": one.title,
        "state": one.state,
        "draft": one.draft,
        "work_in_progress": one.draft,
        "author_id": one.author.id,
        "source_project_id": call.project.id,
        "target_project_id": call.project.id,
        "updated_at": one.updated_at,
        "url": shown.merge_request(call.standin, call.project, one)["web_url"],
    }
