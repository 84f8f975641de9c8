"""Issues as the Community Edition keeps them: what somebody may not set is let fall without a word."""

from datetime import date, datetime
from typing import Any

from loket.integrations.gitlab.standin import commands, hooks, labels, shown
from loket.integrations.gitlab.standin.access import Call
from loket.integrations.gitlab.standin.lists import listed
from loket.integrations.gitlab.standin.messages import refuse, say
from loket.integrations.gitlab.standin.state import Issue
from loket.integrations.loopback import Reply

_LONGEST_TITLE, _LONGEST_TEXT = 255, 1_048_576


def index(call: Call) -> Reply:
    query = call.ask.query
    order = query.get("order_by", "created_at")
    found = [issue for issue in call.project.issues.values() if call.sees(issue) and _matches(issue, query)]
    found.sort(
        key=lambda issue: (getattr(issue, order), issue.id), reverse=query.get("sort", "desc") == "desc"
    )
    return listed(call, [shown.issue(call.standin, call.project, issue) for issue in found])


def show(call: Call) -> Reply:
    issue = call.issue()
    if issue is None:
        return refuse(404, "404 Not found")
    return say(200, shown.issue(call.standin, call.project, issue))


def create(call: Call) -> Reply:
    fields = call.ask.json()
    if "title" not in fields:
        return say(400, {"error": "title is missing"})
    if wrong := _wrong(fields):
        return refuse(400, wrong)
    call.project.last_iid += 1
    now = call.standin.stamp()
    issue = Issue(call.standin.next_id(), call.project.last_iid, call.who, "", "", now, now)
    text, asked = commands.taken_from(str(fields.get("description") or ""))
    _set(call, issue, fields | {"description": text})
    _set(call, issue, {name: value for name, value in asked.items() if name not in {"state_event", "title"}})
    call.project.issues[issue.iid] = issue
    hooks.tell_of_issue(call, issue, "open")
    return say(201, shown.issue(call.standin, call.project, issue))


def update(call: Call) -> Reply:
    """One PUT that closes and changes something else tells of it twice."""
    issue, fields = call.issue(), call.ask.json()
    if issue is None:
        return refuse(404, "404 Not found")
    if not call.may_plan() and issue.author.id != call.who.id:
        return refuse(403, "403 Forbidden")
    if wrong := _wrong(fields):
        return refuse(400, wrong)
    if "description" in fields:
        text, asked = commands.taken_from(str(fields["description"] or ""))
        fields = fields | {"description": text} | asked
    before = issue.state
    _set(call, issue, fields)
    if issue.state != before:
        hooks.tell_of_issue(call, issue, "close" if issue.state == "closed" else "reopen")
    if set(fields) - {"state_event"}:
        hooks.tell_of_issue(call, issue, "update")
    return say(200, shown.issue(call.standin, call.project, issue))


def apply(call: Call, issue: Issue, asked: dict[str, Any]) -> None:
    """Do what commands in a note ask for, with the rights of whoever wrote it."""
    _set(call, issue, asked)


def _set(call: Call, issue: Issue, fields: dict[str, Any]) -> None:
    if "title" in fields:
        issue.title = fields["title"].strip()
    if "description" in fields:
        issue.description = fields["description"]
    if "state_event" in fields:
        _set_state(call, issue, "closed" if fields["state_event"] == "close" else "opened")
    if call.may_plan():
        _set_planned(call, issue, fields)
    issue.updated_at = call.standin.stamp()


def _set_state(call: Call, issue: Issue, state: str) -> None:
    if state == issue.state:
        return
    issue.state = state
    issue.state_events.append(
        {
            "id": call.standin.next_id(),
            "user": shown.person(call.who),
            "created_at": call.standin.stamp(),
            "resource_type": "Issue",
            "resource_id": issue.id,
            "state": "closed" if state == "closed" else "reopened",
        }
    )


def states(call: Call) -> Reply:
    issue = call.issue()
    return refuse(404, "404 Not found") if issue is None else listed(call, issue.state_events)


def _set_planned(call: Call, issue: Issue, fields: dict[str, Any]) -> None:
    labels.change(call.standin, call.project, issue, fields)
    if "due_date" in fields:
        issue.due_date = _day(fields["due_date"])
    if "confidential" in fields:
        issue.confidential = bool(fields["confidential"])
    if able := [each for each in fields.get("assignee_ids", ()) if each in call.project.members]:
        issue.assignees = able[:1]
    elif fields.get("assignee_ids") == []:
        issue.assignees = []


def _day(said: object) -> str | None:
    try:
        return date.fromisoformat(str(said)).isoformat()
    except ValueError:
        return None


def _wrong(fields: dict[str, Any]) -> dict[str, list[str]]:
    title, text = fields.get("title", "x"), str(fields.get("description") or "")
    if not isinstance(title, str) or not title.strip():
        return {"title": ["can't be blank"]}
    if len(title) > _LONGEST_TITLE:
        return {"title": [f"is too long (maximum is {_LONGEST_TITLE} characters)"]}
    if len(text) > _LONGEST_TEXT:
        return {"description": [f"is too long (maximum is {_LONGEST_TEXT} characters)"]}
    return {}


def _matches(issue: Issue, query: dict[str, str]) -> bool:
    state = query.get("state", "all")
    after = {name: query[f"{name}_after"] for name in ("created", "updated") if f"{name}_after" in query}
    return (
        state in {"all", issue.state}
        and query.get("author_id", str(issue.author.id)) == str(issue.author.id)
        and query.get("author_username", issue.author.username).lower() == issue.author.username.lower()
        and all(_at(getattr(issue, f"{name}_at")) >= _at(moment) for name, moment in after.items())
        and set(labels.named(query.get("labels"))) <= set(issue.labels)
    )


def _at(moment: str) -> datetime:
    return datetime.fromisoformat(moment)
