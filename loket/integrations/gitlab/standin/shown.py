"""How the stand-in's things look in JSON."""

from typing import Any

from loket.integrations.gitlab.standin.state import Issue, MergeRequest, Note, Person, Project, StandIn


def person(one: Person) -> dict[str, Any]:
    return {"id": one.id, "username": one.username, "name": one.name, "state": "active", "avatar_url": None}


def project(standin: StandIn, one: Project, who: Person) -> dict[str, Any]:
    level = one.members.get(who.id)
    access = {"access_level": int(level), "notification_level": 3} if level else None
    return {
        "id": one.id,
        "path_with_namespace": one.path,
        "name": one.path.rpartition("/")[2],
        "archived": one.archived,
        "issues_enabled": one.issues_enabled,
        "web_url": f"{standin.host}/{one.path}",
        "permissions": {"project_access": access, "group_access": None},
    }


def issue(standin: StandIn, where: Project, one: Issue) -> dict[str, Any]:
    people = [person(standin.people[each]) for each in one.assignees]
    return {
        "id": one.id,
        "iid": one.iid,
        "project_id": where.id,
        "title": one.title,
        "description": one.description,
        "state": one.state,
        "created_at": one.created_at,
        "updated_at": one.updated_at,
        "closed_at": one.updated_at if one.state == "closed" else None,
        "labels": sorted(one.labels),
        "assignees": people,
        "assignee": people[0] if people else None,
        "author": person(one.author),
        "type": "ISSUE",
        "issue_type": "issue",
        "due_date": one.due_date,
        "confidential": one.confidential,
        "web_url": f"{standin.host}/{where.path}/-/issues/{one.iid}",
        "moved_to_id": one.moved_to,
    }


def note(one: Note) -> dict[str, Any]:
    return {
        "id": one.id,
        "body": one.body,
        "author": person(one.author),
        "system": one.system,
        "internal": one.internal,
        "confidential": one.internal,
        "noteable_type": "Issue",
        "created_at": one.created_at,
        "updated_at": one.updated_at,
    }


def merge_request(standin: StandIn, where: Project, one: MergeRequest) -> dict[str, Any]:
    """As the list of those that close an issue shows it: without its pipeline."""
    return {
        "id": one.id,
        "iid": one.iid,
        "project_id": where.id,
        "title": one.title,
        "state": one.state,
        "draft": one.draft,
        "author": person(one.author),
        "updated_at": one.updated_at,
        "merged_at": one.updated_at if one.state == "merged" else None,
        "references": {"short": f"!{one.iid}", "relative": f"!{one.iid}", "full": f"{where.path}!{one.iid}"},
        "web_url": f"{standin.host}/{where.path}/-/merge_requests/{one.iid}",
    }


def with_pipeline(standin: StandIn, where: Project, one: MergeRequest) -> dict[str, Any]:
    """As the list of those that name an issue shows it."""
    pipeline = {"id": one.id + 1, "status": one.pipeline, "source": "push"} if one.pipeline else None
    return merge_request(standin, where, one) | {"head_pipeline": pipeline}


def label(name: str, number: int) -> dict[str, Any]:
    return {"id": number, "name": name, "color": "#6699cc", "description": None, "is_project_label": True}
