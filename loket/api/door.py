"""The one door of the API: whose token, how often, and whether the same was sent before; then the call itself."""

import hmac
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase

from loket.api.problems import FORESEEN, NotAllowed, Unauthenticated, answer_to
from loket.api.reading import JSON
from loket.api.request import Call
from loket.application.data import Problems, local_date
from loket.application.errors import Invalid, Refused
from loket.application.office.tokens import token_shown
from loket.application.once import Sending, answer_before, keep
from loket.application.throttle import Limit, take
from loket.core.verdict import Verdict
from loket.models.token import KeptAnswer, Token

CALLS = Limit("api", tries=50, seconds=5)
"""Ten calls a second of one token, fifty at once."""
MULTIPART = "multipart/form-data"
_KEY = re.compile(r"[\x21-\x7e]{1,200}")
_FINAL = {404, 409, 422}
"""A refusal that is an answer to what was sent, rather than to how or when it came."""

View = Callable[..., HttpResponseBase]


def door(view: View) -> View:
    @wraps(view)
    def entered(call: Call, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            answer = _entered(call, lambda: view(call, *args, **kwargs))
        except FORESEEN as raised:
            answer = answer_to(call, raised)
        answer.headers.setdefault("Cache-Control", "no-store")
        answer.headers.setdefault("Vary", "Authorization")
        return answer

    entered.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie opens this door
    return entered


def _entered(call: Call, view: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    call.token = _token(call)
    call.actor = call.token.user.actor(local_date(call.now))
    call.sending = None
    take(CALLS, str(call.token.pk), call.now)
    if call.method == "POST":
        return _sent(call, view)
    return _answered(view)


def _token(call: Call) -> Token:
    token = token_shown(_secret(call), call.now)
    if token is None:
        raise Unauthenticated
    return token


def _secret(call: Call) -> str:
    """What was shown as a token; "" opens nothing."""
    scheme, _, secret = call.headers.get("Authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""


def _answered(view: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    answer = view()
    if isinstance(answer, HttpResponseNotAllowed):
        raise NotAllowed(answer.headers["Allow"])
    return answer


def _sent(call: Call, view: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    if call.token.scope != Token.Scope.TULIS:
        raise Refused(Verdict(("Token ini hanya untuk membaca.",)))
    call.sending = _sending(call)
    if call.sending is None:
        return _answered(view)
    before = answer_before(call.sending, call.now)
    return _again(before) if before else _once(call, call.sending, view)


def _once(call: Call, sending: Sending, view: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """What succeeds has kept its answer itself. Whoever was slower with the same gets the answer of the faster."""
    try:
        answer = _answered(view)
        if isinstance(answer, HttpResponse) and answer.status_code in _FINAL:
            with transaction.atomic():
                keep(sending, answer.status_code, answer.content.decode(), call.now)
    except IntegrityError:
        first = answer_before(sending, call.now)
        if first is None:
            raise
        return _again(first)
    return answer


def _again(kept: KeptAnswer) -> HttpResponse:
    media = "application/problem+json" if kept.status in _FINAL else JSON
    again = {"Idempotency-Replayed": "true"}
    return HttpResponse(kept.body, status=kept.status, content_type=media, headers=again)


def _sending(call: Call) -> Sending | None:
    key = call.headers.get("Idempotency-Key")
    if key is None:
        return None
    if not _KEY.fullmatch(key):
        sentence = "Isi kunci dengan 1 sampai 200 karakter ASCII tanpa spasi."
        raise Invalid(Problems({"Idempotency-Key": [sentence]}))
    return Sending(token_id=call.token.pk, key=key, digest=_digest(call, _secret(call)))


def _digest(call: Call, secret: str) -> str:
    """Of all that was sent; of a file its content, since the boundary between parts is another each time.

    It may have held a passphrase, which nobody must be able to guess from what is kept. So the key of the digest is the secret of the token, which is kept nowhere.
    """
    digest = hmac.new(secret.encode(), f"{call.path}\n{call.content_type}\n".encode(), "sha256")
    if call.content_type != MULTIPART:
        digest.update(call.body)
        return digest.hexdigest()
    files: list[tuple[str, Any]] = sorted(call.FILES.items())
    for name, file in files:
        digest.update(f"{name}\n{file.name}\n{file.size}\n".encode())
        for chunk in file.chunks():
            digest.update(chunk)
        file.seek(0)
    return digest.hexdigest()
