"""Notes: a body of nothing but commands is carried out, and leaves no note."""

from loket.integrations.gitlab.standin import commands, hooks, issues, shown
from loket.integrations.gitlab.standin.access import Call
from loket.integrations.gitlab.standin.lists import listed
from loket.integrations.gitlab.standin.messages import refuse, say
from loket.integrations.gitlab.standin.state import Issue, Note
from loket.integrations.loopback import Reply

_ABSENT = refuse(404, "404 Not found")


def index(call: Call) -> Reply:
    issue = call.issue()
    if issue is None:
        return _ABSENT
    only_comments = call.ask.query.get("activity_filter") == "only_comments"
    seen = [note for note in issue.notes if _sees(call, note) and not (only_comments and note.system)]
    return listed(call, [shown.note(note) for note in seen])


def create(call: Call) -> Reply:
    issue, fields = call.issue(), call.ask.json()
    if issue is None:
        return _ABSENT
    body, asked = commands.taken_from(str(fields.get("body") or ""))
    issues.apply(call, issue, asked)
    if asked and not body:
        return say(202, {"commands_changes": asked, "summary": ["Applied."]})
    if not body.strip():
        return refuse(400, '400 Bad request - Note {:note=>["can\'t be blank"]}')
    now = call.standin.stamp()
    note = Note(call.standin.next_id(), body, call.who, bool(fields.get("internal")), now, now)
    issue.notes.append(note)
    hooks.tell_of_note(call, issue, note)
    return say(201, shown.note(note))


def update(call: Call) -> Reply:
    """Only its author edits a note."""
    issue, note = _found(call)
    if issue is None or note is None:
        return _ABSENT
    if note.author.id != call.who.id:
        return refuse(403, "403 Forbidden")
    note.body, asked = commands.taken_from(str(call.ask.json().get("body") or ""))
    note.updated_at = call.standin.stamp()
    issues.apply(call, issue, asked)
    hooks.tell_of_note(call, issue, note, "update")
    return say(200, shown.note(note))


def delete(call: Call) -> Reply:
    """Nobody is told: GitLab has no hook for it."""
    issue, note = _found(call)
    if issue is None or note is None:
        return _ABSENT
    if note.author.id != call.who.id:
        return refuse(403, "403 Forbidden")
    issue.notes.remove(note)
    return Reply(204)


def _found(call: Call) -> tuple[Issue | None, Note | None]:
    issue = call.issue()
    notes = issue.notes if issue else []
    return issue, next((note for note in notes if note.id == call.parts[1] and _sees(call, note)), None)


def _sees(call: Call, note: Note) -> bool:
    return call.may_plan() or not note.internal
