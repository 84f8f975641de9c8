"""Notes: a body of nothing but commands is carried out, and leaves no note."""

from loket.integrations.gitlab.standin import commands, hooks, issues, shown
from loket.integrations.gitlab.standin.access import Call
from loket.integrations.gitlab.standin.lists import listed
from loket.integrations.gitlab.standin.messages import refuse, say
from loket.integrations.gitlab.standin.state import Note
from loket.integrations.loopback import Reply


def index(call: Call) -> Reply:
    issue = call.issue()
    if issue is None:
        return refuse(404, "404 Not found")
    return listed(call, [shown.note(note) for note in issue.notes])


def create(call: Call) -> Reply:
    issue, fields = call.issue(), call.ask.json()
    if issue is None:
        return refuse(404, "404 Not found")
    body, asked = commands.taken_from(str(fields.get("body") or ""))
    issues.apply(call, issue, asked)
    if asked and not body:
        return say(202, {"commands_changes": asked, "summary": ["Applied."]})
    if not body.strip():
        return refuse(400, '400 Bad request - Note {:note=>["can\'t be blank"]}')
    note = Note(call.standin.next_id(), body, call.who, bool(fields.get("internal")), call.standin.stamp())
    issue.notes.append(note)
    hooks.tell_of_note(call, issue, note)
    return say(201, shown.note(note))
