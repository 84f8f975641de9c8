"""What a hook carries; of what has changed it says too little, as GitLab does."""

from typing import Any

from loket.integrations.gitlab.standin import shown
from loket.integrations.gitlab.standin.access import Call
from loket.integrations.gitlab.standin.state import Issue, Note


def of_issue(call: Call, issue: Issue, action: str) -> dict[str, Any]:
    body = {
        "object_kind": "issue",
        "event_type": "confidential_issue" if issue.confidential else "issue",
        "user": user_of(call),
        "project": project_of(call),
        "object_attributes": _attributes(call, issue) | {"action": action},
        "labels": _labels(call, issue),
        "changes": {},
    }
    if issue.assignees:
        body["assignees"] = [shown.person(call.standin.people[each]) for each in issue.assignees]
    return body


def of_note(call: Call, issue: Issue, note: Note, action: str) -> dict[str, Any]:
    confidential = issue.confidential or note.internal
    attributes = {
        "id": note.id,
        "note": note.body,
        "noteable_type": "Issue",
        "noteable_id": issue.id,
        "author_id": note.author.id,
        "project_id": call.project.id,
        "internal": note.internal,
        "system": note.system,
        "created_at": note.created_at,
        "updated_at": note.updated_at,
        "url": f"{call.standin.host}/{call.project.path}/-/issues/{issue.iid}#note_{note.id}",
        "action": action,
    }
    return {
        "object_kind": "note",
        "event_type": "confidential_note" if confidential else "note",
        "user": user_of(call),
        "project_id": call.project.id,
        "project": project_of(call),
        "object_attributes": attributes,
        "issue": _attributes(call, issue),
    }


def user_of(call: Call) -> dict[str, Any]:
    return shown.person(call.who) | {"email": "[REDACTED]"}


def project_of(call: Call) -> dict[str, Any]:
    path = call.project.path
    return {"id": call.project.id, "path_with_namespace": path, "web_url": f"{call.standin.host}/{path}"}


def _labels(call: Call, issue: Issue) -> list[dict[str, Any]]:
    return [{"id": call.project.labels[name], "title": name, "type": "ProjectLabel"} for name in issue.labels]


def _attributes(call: Call, issue: Issue) -> dict[str, Any]:
    return {
        "id": issue.id,
        "iid": issue.iid,
        "project_id": call.project.id,
        "author_id": issue.author.id,
        "title": issue.title,
        "description": issue.description,
        "state": issue.state,
        "state_id": 1 if issue.state == "opened" else 2,
        "confidential": issue.confidential,
        "due_date": issue.due_date,
        "assignee_ids": list(issue.assignees),
        "assignee_id": issue.assignees[0] if issue.assignees else None,
        "labels": _labels(call, issue),
        "created_at": issue.created_at,
        "updated_at": issue.updated_at,
        "moved_to_id": issue.moved_to,
        "type": "Issue",
        "url": f"{call.standin.host}/{call.project.path}/-/issues/{issue.iid}",
    }
