"""At most so many tries in a while, counted in the cache that all processes share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import TypeVar

from django.core.cache import cache
from django.utils.crypto import salted_hmac

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


def _digest(who: str) -> str:
    """The cache names nobody: an address is personal data."""
    return salted_hmac("loket.throttle", who, algorithm="sha256").hexdigest()[:32]
