"""Numbers without gaps: taken under a lock, inside the transaction of the act that needs them."""

import secrets

from loket.models.kantor import Counter

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without characters that people mistake for each other when they read a code aloud."""


def next_number(kind: str, year: int) -> int:
    """Take the next number of a kind in a year; a rolled-back act gives it back."""
    Counter.objects.get_or_create(kind=kind, year=year)
    counter = Counter.objects.select_for_update().get(kind=kind, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def permintaan_number(year: int) -> str:
    return f"APL-{year}-{next_number('permintaan', year):04d}"


def tracking_code() -> str:
    """A random public code of 26 letters and digits (128 bits and more), in groups for reading."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(28))
    return "-".join(letters[start : start + 7] for start in range(0, 28, 7))
