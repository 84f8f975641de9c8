"""At most so many tries in a while, counted in the cache that all processes share; beyond that a page that says when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from typing import Any, TypeVar

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac

from loket.web import formats

_MINUTE = 60
_IPV6_OF_ONE_CLIENT = 64  # bits of the network that one household or office is given

View = Callable[..., HttpResponse]
Who = Callable[[HttpRequest], str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limit:
    name: str
    tries: int
    seconds: int


class TooMany(Exception):
    """The tries are used up; `wait` is the number of seconds until there is one again."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"{wait} seconds to wait")
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Try:
    key: str

    def give_back(self) -> None:
        """What turned out to be no guess does not count."""
        cache.delete(self.key)


def take(limit: Limit, who: str, now: datetime) -> Try:
    """Use one try up, or raise TooMany. Each try is a row of its own, so two at once cannot share one."""
    keys = [f"{limit.name}:{_digest(who)}:{number}" for number in range(limit.tries)]
    used = cache.get_many(keys)
    free_again = now.timestamp() + limit.seconds
    for key in keys:
        if key not in used and cache.add(key, free_again, limit.seconds):
            return Try(key)
    raise TooMany(max(1, ceil(min(used.values(), default=free_again) - now.timestamp())))


def guess(limit: Limit, who: str, now: datetime, find: Callable[[], T | None]) -> T | None:
    """Look for something secret; only what finds nothing counts. Raises TooMany before anything is looked for."""
    attempt = take(limit, who, now)
    found = find()
    if found is not None:
        attempt.give_back()
    return found


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


def _digest(who: str) -> str:
    """The cache names nobody: an address is personal data."""
    return salted_hmac("loket.throttle", who, algorithm="sha256").hexdigest()[:32]
