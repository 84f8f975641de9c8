"""What every request passes: headers, who is acting and when, and that reading never writes."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from loket.core.actor import Actor
from loket.core.zone import ZONE

Handler = Callable[[HttpRequest], HttpResponse]

_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
_READING = {"GET", "HEAD", "OPTIONS"}
_WRITING = re.compile(r"\s*(insert|update|delete|truncate|merge|copy)\b", re.IGNORECASE)
_OWN_TABLES = ("django_session", "loket_cache", "loket_token")
"""Tables that may be written while something is read: the session, the cache, and when a token was used last."""


class WroteWhileReading(AssertionError):
    """A GET tried to change the database."""


def security_headers(get_response: Handler) -> Handler:
    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store" if _is_signed_in(request) else "no-cache"
        return response

    return handle


def acting(get_response: Handler) -> Handler:
    """Set `request.now` and, read when first asked for, `request.actor`."""

    def handle(request: HttpRequest) -> HttpResponse:
        request.now = datetime.now(UTC)  # type: ignore[attr-defined]  # the edge is where the clock is read
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]  # see `Request`
        return get_response(request)

    return handle


def get_cannot_write(get_response: Handler) -> Handler:
    def handle(request: HttpRequest) -> HttpResponse:
        if request.method not in _READING:
            return get_response(request)
        with connection.execute_wrapper(_refuse_writes):
            return get_response(request)

    return handle


def _actor(request: HttpRequest) -> Actor:
    if not request.user.is_authenticated:
        return Actor(id=None, name="Publik")
    today = request.now.astimezone(ZONE).date()  # type: ignore[attr-defined]  # set by `acting`
    return request.user.actor(today)


def _is_signed_in(request: HttpRequest) -> bool:
    return hasattr(request, "user") and request.user.is_authenticated


def _refuse_writes(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
    text = sql if isinstance(sql, str) else str(sql)
    if _WRITING.match(text) and not any(table in text for table in _OWN_TABLES):
        raise WroteWhileReading(text[:200])
    return execute(sql, params, many, context)
