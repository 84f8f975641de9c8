"""The number of a letter: the office's own pattern, filled in (Permendagri 1/2023 leaves the pattern to the region)."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

DEFAULT = "{klasifikasi}/{nomor}/{unit}/{bulan_romawi}/{tahun}"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TOKEN = re.compile(r"{([^{}]*)}")
_PLAIN = re.compile(r"[\w./()\- ]*", re.UNICODE)
_NEEDED = ("klasifikasi", "nomor", "tahun")
_LIMIT = 80
LONGEST = 120
"""Characters of a number, whatever its pattern is filled in with."""
CODE_LENGTH = UNIT_LENGTH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a number is made of; `urut` counts from 1 within a kind and a year."""

    urut: int
    klasifikasi: str
    keamanan: str
    unit: str
    day: date


_PARTS: Mapping[str, Callable[[Parts], str]] = {
    "derajat": lambda parts: parts.keamanan,
    "klasifikasi": lambda parts: parts.klasifikasi,
    "nomor": lambda parts: f"{parts.urut:03d}",
    "unit": lambda parts: parts.unit,
    "bulan_romawi": lambda parts: _ROMAN[parts.day.month - 1],
    "tahun": lambda parts: str(parts.day.year),
}


_FULL = Parts(
    urut=2**31 - 1,
    klasifikasi="0" * CODE_LENGTH,
    keamanan="SR",
    unit="0" * UNIT_LENGTH,
    day=date(9999, 8, 31),
)
"""The longest that each part can be: August is VIII."""


def letter_number(pattern: str, parts: Parts) -> str:
    """Fill in a pattern that `problem_with_pattern` has nothing against."""
    return _TOKEN.sub(lambda found: _PARTS[found[1]](parts), pattern)


def problem_with_pattern(pattern: str) -> str | None:
    """What is wrong with a pattern as a sentence, or None."""
    if problem := _problem_with_parts(_TOKEN.findall(pattern)):
        return problem
    if len(pattern) > _LIMIT:
        return f"Pola paling panjang {_LIMIT} karakter."
    if not _PLAIN.fullmatch(_TOKEN.sub("", pattern)):
        return "Selain bagian dalam kurung kurawal, pola hanya berisi huruf, angka, titik, garis miring, dan tanda hubung."
    if len(letter_number(pattern, _FULL)) > LONGEST:
        return f"Nomor dengan pola ini dapat melebihi {LONGEST} karakter. Ringkas polanya."
    return None


def _problem_with_parts(tokens: Sequence[str]) -> str | None:
    known = ", ".join(f"{{{name}}}" for name in _PARTS)
    if unknown := [name for name in tokens if name not in _PARTS]:
        return f"Bagian {{{unknown[0]}}} tidak dikenal. Gunakan {known}."
    if missing := [name for name in _NEEDED if name not in tokens]:
        return f"Pola harus memuat {{{missing[0]}}} agar setiap nomor hanya ada satu."
    if twice := [name for name in _PARTS if tokens.count(name) > 1]:
        return f"Tulis {{{twice[0]}}} satu kali saja."
    return None
