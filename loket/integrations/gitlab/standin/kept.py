"""What the stand-in of the demo remembers over a restart, so that Loket finds every issue again and makes none twice."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from loket.integrations.gitlab.standin.state import Issue, Note, Project, StandIn


def save(standin: StandIn, path: Path) -> None:
    """Write it whole, or leave what was there."""
    projects = {number: _project(one) for number, one in standin.projects.items()}
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps({"last_id": standin.last_id, "projects": projects}), encoding="utf-8")
    fresh.replace(path)


def restore(standin: StandIn, path: Path) -> None:
    """Bring back labels and issues; people, members and hooks are those of today."""
    if not path.exists():
        return
    said = json.loads(path.read_text(encoding="utf-8"))
    standin.last_id = said["last_id"]
    for number, kept in said["projects"].items():
        project = standin.projects[int(number)]
        project.labels, project.last_iid = kept["labels"], kept["last_iid"]
        project.issues = {one["iid"]: _issue(standin, one) for one in kept["issues"]}


def _project(one: Project) -> dict[str, Any]:
    issues = [_plain(issue) for issue in one.issues.values()]
    return {"labels": one.labels, "last_iid": one.last_iid, "issues": issues}


def _plain(issue: Issue) -> dict[str, Any]:
    notes = [asdict(note) | {"author": note.author.id} for note in issue.notes]
    return asdict(issue) | {"author": issue.author.id, "notes": notes}


def _issue(standin: StandIn, said: dict[str, Any]) -> Issue:
    people = standin.people
    notes = [Note(**{**note, "author": people[note["author"]]}) for note in said["notes"]]
    return Issue(**{**said, "author": people[said["author"]], "notes": notes})
