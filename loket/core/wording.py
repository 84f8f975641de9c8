"""Two wordings side by side, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; `changed` where the other wording does not have them."""

    text: str
    changed: bool = False


def compared(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both wordings in pieces; joined, the pieces of each are the wording again."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        _add(left, old[a:b], changed=tag != "equal")
        _add(right, new[c:d], changed=tag != "equal")
    return tuple(left), tuple(right)


def _add(pieces: list[Piece], words: Sequence[str], *, changed: bool) -> None:
    if words:
        pieces.append(Piece("".join(words), changed))
