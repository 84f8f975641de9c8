"""What the stand-in of the demo remembers over a restart, so that Loket finds every issue again and makes none twice."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from loket.integrations.gitlab.standin.state import Issue, MergeRequest, Note, Project, StandIn


def save(standin: StandIn, path: Path) -> None:
    """Write it whole, or leave what was there."""
    projects = {number: _project(one) for number, one in standin.projects.items()}
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps({"last_id": standin.last_id, "projects": projects}), encoding="utf-8")
    fresh.replace(path)


def restore(standin: StandIn, path: Path) -> None:
    """Bring back labels, issues and merge requests; people, members and hooks are those of today."""
    if not path.exists():
        return
    said = json.loads(path.read_text(encoding="utf-8"))
    standin.last_id = said["last_id"]
    for number, kept in said["projects"].items():
        project = standin.projects[int(number)]
        project.labels, project.last_iid = kept["labels"], kept["last_iid"]
        project.last_merge_request = kept["last_merge_request"]
        project.issues = {one["iid"]: _issue(standin, one) for one in kept["issues"]}


def _project(one: Project) -> dict[str, Any]:
    issues = [_plain(issue) for issue in one.issues.values()]
    counted = {"last_iid": one.last_iid, "last_merge_request": one.last_merge_request}
    return {"labels": one.labels, "issues": issues, **counted}


def _plain(issue: Issue) -> dict[str, Any]:
    """With people by their number."""
    return asdict(issue) | {
        "author": issue.author.id,
        "notes": [asdict(one) | {"author": one.author.id} for one in issue.notes],
        "merge_requests": [asdict(one) | {"author": one.author.id} for one in issue.merge_requests],
    }


def _issue(standin: StandIn, said: dict[str, Any]) -> Issue:
    def whole(one: dict[str, Any]) -> dict[str, Any]:
        return {**one, "author": standin.people[one["author"]]}

    notes = [Note(**whole(one)) for one in said["notes"]]
    merge_requests = [MergeRequest(**whole(one)) for one in said["merge_requests"]]
    return Issue(**whole(said) | {"notes": notes, "merge_requests": merge_requests})
