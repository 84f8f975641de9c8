"""Wrong passphrases are counted, and nothing else: a right one ends the count, and what is under way is no try."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from django.core.cache import cache

from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.naskah.certified import WrongSecret
from loket.integrations.esign.tries import PAUSE, locked_until

_ROWS = 12
"""More than the rule looks at, for those that come at the same moment: each is a row of its own in the cache."""
_REMEMBERED = 2 * PAUSE
T = TypeVar("T")


def counted(sign: Callable[[], T], *, user_id: int, now: datetime) -> T:
    """Sign, unless too many wrong passphrases came just before. Raises Invalid, and whatever `sign` raises."""
    keys = [f"passphrase:{user_id}:{number}" for number in range(_ROWS)]
    wrong_at = [datetime.fromtimestamp(at, UTC) for at in cache.get_many(keys).values()]
    if until := locked_until(wrong_at, now):
        minutes = -(-int((until - now).total_seconds()) // 60)
        sentence = f"Passphrase salah tiga kali. Coba lagi {minutes} menit lagi."
        raise Invalid(Problems({"passphrase": [sentence]}))
    try:
        signed = sign()
    except WrongSecret:
        _remember(keys, now)
        raise
    cache.delete_many(keys)
    return signed


def _remember(keys: list[str], now: datetime) -> None:
    """In the first row that is free; two at once do not share one."""
    any(cache.add(key, now.timestamp(), _REMEMBERED.total_seconds()) for key in keys)
