"""Labels: made on the fly where an issue names one that is not there, and split at every comma."""

from collections.abc import Iterable
from typing import Any

from loket.integrations.gitlab.standin import shown
from loket.integrations.gitlab.standin.access import Call
from loket.integrations.gitlab.standin.lists import listed
from loket.integrations.gitlab.standin.messages import refuse, say
from loket.integrations.gitlab.standin.state import Issue, Project, StandIn
from loket.integrations.loopback import Reply


def index(call: Call) -> Reply:
    return listed(call, [shown.label(name, number) for name, number in sorted(call.project.labels.items())])


def create(call: Call) -> Reply:
    fields = call.ask.json()
    if missing := [name for name in ("name", "color") if not fields.get(name)]:
        return say(400, {"error": f"{missing[0]} is missing"})
    if fields["name"] in call.project.labels:
        return refuse(409, "Label already exists")
    call.project.labels[fields["name"]] = call.standin.next_id()
    return say(201, shown.label(fields["name"], call.project.labels[fields["name"]]))


def named(said: object) -> list[str]:
    """Read labels as GitLab does: a list or a text, and a comma always separates two."""
    parts = said if isinstance(said, list) else [said or ""]
    return [name.strip() for part in parts for name in str(part).split(",") if name.strip()]


def change(standin: StandIn, project: Project, issue: Issue, fields: dict[str, Any]) -> None:
    """Set, add and take away; `key::value` is exclusive only in the Premium edition."""
    wanted = set(named(fields["labels"])) if "labels" in fields else set(issue.labels)
    wanted |= set(named(fields.get("add_labels")))
    wanted -= set(named(fields.get("remove_labels")))
    for name in sorted(wanted - set(project.labels)):
        project.labels[name] = standin.next_id()
    _note_down(standin, issue, "add", wanted - set(issue.labels))
    _note_down(standin, issue, "remove", set(issue.labels) - wanted)
    issue.labels = sorted(wanted)


def events(call: Call) -> Reply:
    issue = call.issue()
    return refuse(404, "404 Not found") if issue is None else listed(call, issue.label_events)


def _note_down(standin: StandIn, issue: Issue, action: str, names: Iterable[str]) -> None:
    for name in sorted(names):
        issue.label_events.append(
            {
                "id": standin.next_id(),
                "action": action,
                "label": {"name": name},
                "created_at": standin.stamp(),
                "resource_type": "Issue",
                "resource_id": issue.id,
            }
        )
