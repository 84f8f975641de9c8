"""Addresses that leave the page: for a letter, a message, another machine."""

from django.conf import settings

from loket.web.request import Request


def own_address(request: Request, path: str) -> str:
    """A full address: under the one that the office was given, else the one by which it was reached."""
    base: str | None = settings.ENVIRONMENT.base_url
    return f"{base}{path}" if base else request.build_absolute_uri(path)
