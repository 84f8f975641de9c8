"""Numbers without gaps: taken under a lock, inside the transaction of the act that needs them."""

import secrets

from django.db import connection

_TAKE = """
    INSERT INTO loket_counter (kind, year, last) VALUES (%s, %s, 1)
    ON CONFLICT (kind, year) DO UPDATE SET last = loket_counter.last + 1
    RETURNING last
"""
"""One statement: it locks the counter's row until the transaction ends, and makes the row in a new year."""

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without characters that people mistake for each other when they read a code aloud."""


def next_number(kind: str, year: int) -> int:
    """Take the next number of a kind in a year; a rolled-back act gives it back."""
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [kind, year])
        return int(cursor.fetchone()[0])


def permintaan_number(year: int) -> str:
    return f"APL-{year}-{next_number('permintaan', year):04d}"


def agenda_number(year: int) -> str:
    """The next place in the book of letters in."""
    return f"{next_number('agenda', year)}/{year}"


def tracking_code() -> str:
    """A random public code of 28 letters and digits (128 bits and more), in groups for reading."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(28))
    return "-".join(letters[start : start + 7] for start in range(0, 28, 7))
