"""The stand-in as a server on the loopback, in threads of this process."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from loket.integrations.gitlab.standin import faults, issues, labels, merge_requests, notes, shown
from loket.integrations.gitlab.standin.access import Call, admitted, known
from loket.integrations.gitlab.standin.faults import INSTEAD, Fault, spoilt
from loket.integrations.gitlab.standin.messages import Ask, refuse, say
from loket.integrations.gitlab.standin.state import StandIn, Token
from loket.integrations.loopback import HOST, Answer, Incoming, Reply, serving

_PROJECT = r"/api/v4/projects/[^/]+"
ROUTES: tuple[tuple[str, str, str, Callable[[Call], Reply]], ...] = (
    ("GET", _PROJECT, "project", lambda call: say(200, shown.project(call.standin, call.project, call.who))),
    ("GET", rf"{_PROJECT}/issues", "list", issues.index),
    ("POST", rf"{_PROJECT}/issues", "create", issues.create),
    ("GET", rf"{_PROJECT}/issues/\d+", "get", issues.show),
    ("PUT", rf"{_PROJECT}/issues/\d+", "update", issues.update),
    ("GET", rf"{_PROJECT}/issues/\d+/notes", "notes", notes.index),
    ("POST", rf"{_PROJECT}/issues/\d+/notes", "note", notes.create),
    ("PUT", rf"{_PROJECT}/issues/\d+/notes/\d+", "edit_note", notes.update),
    ("DELETE", rf"{_PROJECT}/issues/\d+/notes/\d+", "delete_note", notes.delete),
    ("GET", rf"{_PROJECT}/issues/\d+/related_merge_requests", "related", merge_requests.naming),
    ("GET", rf"{_PROJECT}/issues/\d+/closed_by", "closing", merge_requests.closing),
    ("GET", rf"{_PROJECT}/issues/\d+/resource_label_events", "label_events", labels.events),
    ("GET", rf"{_PROJECT}/issues/\d+/resource_state_events", "state_events", issues.states),
    ("GET", rf"{_PROJECT}/labels", "labels", labels.index),
    ("POST", rf"{_PROJECT}/labels", "label", labels.create),
)
OWN: dict[str, Callable[[Token], object]] = {
    "user": lambda token: shown.person(token.owner),
    "personal_access_tokens/self": lambda token: {
        "id": 1,
        "active": True,
        "revoked": False,
        "scopes": list(token.scopes),
        "user_id": token.owner.id,
        "expires_at": token.expires_on.isoformat() if token.expires_on else None,
    },
    "version": lambda _: {"version": "19.5.0", "revision": "0"},
}


@contextmanager
def running(standin: StandIn, port: int = 0) -> Iterator[str]:
    """Serve while the block runs; gives the address, as LOKET_GITLAB_URL takes it."""

    def serve(incoming: Incoming) -> Answer:
        reply, fault = answer(standin, Ask(incoming.method, incoming.target, incoming.headers, incoming.body))
        return Answer(
            reply, waits=fault in faults.WAITING, is_lost=fault in faults.SILENT, is_half=fault is Fault.HALF
        )

    with serving(serve, standin.closing, port) as number:
        yield f"http://{HOST}:{number}"


def answer(standin: StandIn, ask: Ask) -> tuple[Reply, Fault | None]:
    """Answer one call, and say which fault the connection itself has yet to suffer."""
    with standin.lock:
        name = _name(ask)
        fault = standin.faults.pop(len(standin.calls), None) or standin.faults.pop(name, None)
        standin.calls.append(name)
        if standin.contract:
            standin.violations += standin.contract.complaints(ask)
        if fault is Fault.LATE:
            standin.late.append(lambda: _done(standin, ask))
        if fault and fault in INSTEAD:
            return INSTEAD[fault], fault
        return spoilt(fault, _done(standin, ask)), fault


def _name(ask: Ask) -> str:
    own = ask.path.removeprefix("/api/v4/")
    return next((name for method, path, name, _ in ROUTES if _is(ask, method, path)), own)


def _is(ask: Ask, method: str, pattern: str) -> bool:
    return ask.method == method and re.fullmatch(pattern, ask.path) is not None


def _done(standin: StandIn, ask: Ask) -> Reply:
    token = known(standin, ask)
    if isinstance(token, Reply):
        return token
    if own := OWN.get(ask.path.removeprefix("/api/v4/")):
        return say(200, own(token))
    for method, pattern, _, act in ROUTES:
        if _is(ask, method, pattern):
            call = admitted(standin, ask, token)
            return call if isinstance(call, Reply) else act(call)
    return refuse(404, "404 Not Found")
