"""Searching by words as people type them, on the trigram index."""

import unicodedata
from typing import TYPE_CHECKING

from django.db.models import CharField, F, Lookup, Value

if TYPE_CHECKING:
    BooleanLookup = Lookup[bool]
else:
    BooleanLookup = Lookup  # generic only for the type checker

MOST_CHARACTERS = 100
MOST_WORDS = 5
LEAST_FOR_INSIDE = 3
"""A trigram needs three characters; shorter words are looked for at the edge of a text."""

_ESCAPES = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


class Ilike(BooleanLookup):
    """ILIKE on the column itself; Django's own icontains compares capitals, which no trigram index serves."""

    lookup_name = "loket_ilike"

    def as_sql(self, compiler, connection):  # type: ignore[no-untyped-def]  # Django leaves these untyped
        left, left_values = self.process_lhs(compiler, connection)
        right, right_values = self.process_rhs(compiler, connection)
        return f"{left} ILIKE {right}", (*left_values, *right_values)


def words_of(typed: str) -> list[str]:
    """The words of a search, without what no text can hold."""
    shown = "".join(" " if unicodedata.category(one).startswith("C") else one for one in typed)
    return shown[:MOST_CHARACTERS].split()[:MOST_WORDS]


def anywhere(field: str, word: str) -> Ilike:
    return _ilike(field, f"%{_escaped(word)}%")


def at_the_start(field: str, word: str) -> Ilike:
    return _ilike(field, f"{_escaped(word)}%")


def at_the_end(field: str, word: str) -> Ilike:
    return _ilike(field, f"%{_escaped(word)}")


def is_short(word: str) -> bool:
    return len(word) < LEAST_FOR_INSIDE


def _escaped(word: str) -> str:
    return word.translate(_ESCAPES)


def _ilike(field: str, pattern: str) -> Ilike:
    return Ilike(F(field), Value(pattern, output_field=CharField()))
