"""What may be typed: length, and no characters that hide or reorder what a reader sees."""

import re
import unicodedata

_LAYOUT = {"\n", "\r", "\t"}
_JOINERS = {"\u200c", "\u200d"}
"""Format characters that some scripts and emoji cannot be written without."""
_FILLERS = set("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols by their category, and nothing to the eye."""

SHORT = 200
"""Characters of a one-line answer."""
LONG = 5_000
"""Characters of a paragraph answer."""


def problem_with(value: str, *, what: str, limit: int = SHORT, required: bool = True) -> str | None:
    """Say what is wrong with a typed text as an Indonesian sentence, or None."""
    if not value.strip():
        return f"Isi {what}." if required else None
    if len(value) > limit:
        return f"Isian {what} {_number(len(value))} karakter. Ringkas menjadi paling banyak {_number(limit)} karakter."
    if any(_is_hidden(character) for character in value):
        return f"Isian {what} mengandung karakter tersembunyi. Ketik ulang tanpa menyalin dari aplikasi lain."
    if not any(_is_seen(character) for character in value):
        return f"Isi {what} dengan huruf atau angka."
    return None


_NUMBER = re.compile(r"[\w./()\-\s]{3,100}", re.UNICODE)


def problem_with_letter_number(value: str, *, what: str = "nomor surat") -> str | None:
    """Check a nomor surat: letters, digits, dots, slashes and dashes, 3 to 100 characters."""
    problem = problem_with(value, what=what, limit=100)
    if problem is None and not _NUMBER.fullmatch(value):
        problem = f"{what.capitalize()} hanya berisi huruf, angka, titik, garis miring, dan tanda hubung."
    return problem


def _is_hidden(character: str) -> bool:
    if character in _LAYOUT:
        return False
    return unicodedata.category(character).startswith("C") and character not in _JOINERS


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZ" and character not in _FILLERS


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
