"""POST /hooks/gitlab: the door for GitLab, which holds no token of ours but a secret of its own."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from loket.api.problems import FORESEEN, NotAllowed, Problem, answer, answer_to
from loket.api.request import Call
from loket.application.gitlab import hooks

ACCEPTED = 202
PATH = "/api/v1/hooks/gitlab"


@csrf_exempt
def gitlab(call: Call) -> HttpResponse:
    try:
        found = _taken(call)
    except FORESEEN as raised:
        found = answer_to(call, raised)
    found.headers["Cache-Control"] = "no-store"
    return found


def _taken(call: Call) -> HttpResponse:
    """What is genuine is always welcome: GitLab stops sending to whoever answers with a problem."""
    if call.method != "POST":
        raise NotAllowed("POST")
    headers = {name.lower(): value for name, value in call.headers.items()}
    if not hooks.may_come(headers, call.now):
        return _refused()
    body = _body(call)
    if not hooks.is_genuine(headers, body):
        return _refused()
    is_new = hooks.take(headers, body, call.now)
    return JsonResponse({"status": "accepted" if is_new else "known"}, status=ACCEPTED)


def _body(call: Call) -> bytes:
    """Read no more than a hook may have; Django's own limit is another, and is for forms."""
    body = call.read(hooks.LARGEST + 1)
    if len(body) > hooks.LARGEST:
        raise RequestDataTooBig
    return body


def _refused() -> HttpResponse:
    """The same for a wrong secret, an old signature, and where no GitLab is known: nobody learns which."""
    return answer(
        Problem(
            status=401,
            code="unauthenticated",
            title="Webhook tidak dikenal",
            detail="Tanda tangan atau token webhook tidak benar, sudah lama, atau GitLab belum dipasang.",
            headers={"WWW-Authenticate": "Webhook"},
        )
    )


_TEXT: Mapping[str, Any] = {"type": "string"}


def _header(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": False, "description": text, "schema": _TEXT}


def described(problem: Mapping[str, Any]) -> dict[str, Any]:
    """What OpenAPI says of it; `problem` is the content of every answer that is one."""
    sentences = {401: "Unauthorized", 405: "Method Not Allowed", 413: "Content Too Large"}
    sentences |= {503: "Service Unavailable: the database is away, or the body broke off; nothing was taken"}
    refusals = {str(status): {"description": text, "content": problem} for status, text in sentences.items()}
    status = {"type": "object", "required": ["status"], "properties": {"status": {"type": "string"}}}
    accepted = {"description": "Accepted", "content": {"application/json": {"schema": status}}}
    return {
        "operationId": "hooks_gitlab",
        "summary": "Webhook GitLab",
        "description": (
            "Dipanggil GitLab, bukan program Anda. Kiriman yang sah selalu dijawab 202, juga yang tidak"
            " menyangkut Loket atau sudah pernah diterima; isinya dibaca ulang dari GitLab."
        ),
        "tags": ["Webhook"],
        "security": [],
        "parameters": [
            _header("webhook-signature", "Bila LOKET_GITLAB_SIGNING_TOKEN dipasang (Standard Webhooks)."),
            _header("webhook-id", "Nomor kiriman, ikut ditandatangani."),
            _header("webhook-timestamp", "Waktu kiriman, paling lama lima menit yang lalu."),
            _header("X-Gitlab-Token", "Bila hanya LOKET_GITLAB_WEBHOOK_TOKEN yang dipasang."),
            _header("Idempotency-Key", "Kiriman dengan kunci yang sama diterima sekali."),
        ],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"type": "object", "properties": {}}}},
        },
        "responses": {"202": accepted, **refusals},
    }
