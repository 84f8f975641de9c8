"""Pages for what went wrong; none of them needs the database."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.loader import render_to_string
from django.urls import is_valid_path

RETRY_AFTER_SECONDS = 10


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, or the way to the page where only a slash at the end is too much, as people type it."""
    path = request.path.rstrip("/")
    if request.method in {"GET", "HEAD"} and path != request.path and is_valid_path(path):
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
    return _page("404", 404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page("403", 403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page("400", 400)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 with Retry-After when it was the database that could not be reached."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = _page("503", 503)
        response.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
        return response
    return _page("500", 500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page("csrf", 403)


def too_many(request: HttpRequest) -> HttpResponse:
    return _page("429", 429)


def _page(name: str, status: int) -> HttpResponse:
    return HttpResponse(render_to_string(f"errors/{name}.html"), status=status)
