"""At most so many tries in a while; beyond that a page that says when. They are counted in `application/throttle.py`."""

from collections.abc import Callable
from functools import wraps
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from typing import Any

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from loket.application.throttle import Limit, TooMany, Try, guess, take
from loket.web import formats

_MINUTE = 60
_IPV6_OF_ONE_CLIENT = 64  # bits of the network that one household or office is given

View = Callable[..., HttpResponse]
Who = Callable[[HttpRequest], str]

__all__ = ["Limit", "TooMany", "Try", "client_of", "guess", "limited", "refusal", "take", "wait_text"]


def client_of(request: HttpRequest) -> str:
    """The address a request comes from; of IPv6 the network, since one client has all of its addresses."""
    address = ip_address(get_adapter().get_client_ip(request))
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _IPV6_OF_ONE_CLIENT), strict=False))
    return str(address)


def limited(limit: Limit, who: Who = client_of) -> Callable[[View], View]:
    """Count every POST to a view."""

    def decorate(view: View) -> View:
        @wraps(view)
        def counted(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST":
                try:
                    take(limit, who(request), request.now)
                except TooMany as too_many:
                    return refusal(request, too_many.wait)
            return view(request, *args, **kwargs)

        return counted

    return decorate


def refusal(request: HttpRequest, wait: int) -> HttpResponse:
    """429 with the time to wait."""
    response = render(request, "errors/429.html", {"retry_text": wait_text(wait)}, status=429)
    response.headers["Retry-After"] = str(wait)
    return response


def wait_text(seconds: int) -> str:
    return f"{seconds} detik" if seconds < _MINUTE else formats.minutes(ceil(seconds / _MINUTE))
