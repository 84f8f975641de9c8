"""Hooks: told once and never again, in any order; they wait here until they are sent, dropped or sent twice."""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import digest
from typing import Any
from uuid import uuid4

import httpx

from loket.integrations.gitlab.standin import code_bodies, hook_bodies
from loket.integrations.gitlab.standin.access import Call
from loket.integrations.gitlab.standin.state import Hook, Issue, MergeRequest, Note, Project, StandIn

SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Delivery:
    url: str
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    def send(self) -> int:
        """Give the status of the answer; 0 where nobody answers, and GitLab does not ask again."""
        try:
            with httpx.Client(trust_env=False, timeout=SECONDS) as client:
                return client.post(self.url, content=self.body, headers=self.headers).status_code
        except httpx.HTTPError:
            return 0


def deliver(standin: StandIn) -> list[int]:
    """Send all that waits, in its order."""
    with standin.lock:
        waiting, standin.outgoing = standin.outgoing, []
    return [delivery.send() for delivery in waiting]


def tell_of_issue(call: Call, issue: Issue, action: str) -> None:
    event = "Confidential Issue Hook" if issue.confidential else "Issue Hook"
    _queue(call.standin, call.project, event, hook_bodies.of_issue(call, issue, action))


def tell_of_note(call: Call, issue: Issue, note: Note, action: str = "create") -> None:
    event = "Confidential Note Hook" if issue.confidential or note.internal else "Note Hook"
    _queue(call.standin, call.project, event, hook_bodies.of_note(call, issue, note, action))


def tell_of_merge_request(call: Call, one: MergeRequest, action: str) -> None:
    _queue(call.standin, call.project, "Merge Request Hook", code_bodies.of_merge_request(call, one, action))


def tell_of_pipeline(call: Call, one: MergeRequest) -> None:
    _queue(call.standin, call.project, "Pipeline Hook", code_bodies.of_pipeline(call, one))


def _queue(standin: StandIn, project: Project, event: str, body: dict[str, Any]) -> None:
    content = json.dumps(body).encode()
    at = int(standin.clock().timestamp())
    for hook in project.hooks:
        if hook.hears_confidential or not event.startswith("Confidential"):
            standin.outgoing.append(Delivery(hook.url, headers(hook, event, content, at=at), content))


def headers(hook: Hook, event: str, content: bytes, *, at: int) -> dict[str, str]:
    key = str(uuid4())
    said = {
        "Content-Type": "application/json",
        "User-Agent": "GitLab/19.5.0",
        "Idempotency-Key": key,
        "X-Gitlab-Event": event,
        "X-Gitlab-Webhook-UUID": str(uuid4()),
        "X-Gitlab-Instance": "http://gitlab.invalid",
        "X-Gitlab-Event-UUID": str(uuid4()),
    }
    if hook.token:
        said["X-Gitlab-Token"] = hook.token
    if hook.signing_token:
        said |= {
            "webhook-id": key,
            "webhook-timestamp": str(at),
            "webhook-signature": signature(hook.signing_token, key, at, content),
        }
    return said


def signature(signing_token: str, key: str, at: int, content: bytes) -> str:
    """Sign as Standard Webhooks does: the number, the time and the raw body, each counts."""
    secret = b64decode(signing_token.removeprefix("whsec_"))
    return "v1," + b64encode(digest(secret, f"{key}.{at}.".encode() + content, sha256)).decode()
