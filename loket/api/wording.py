"""What is wrong with the shape of something that was sent, as Indonesian sentences by field."""

from collections.abc import Iterable, Mapping
from typing import Any

from loket.application.data import Problems

WHOLE = "body"
_UNKNOWN = "Nilai ini tidak dapat dipakai."
_SENTENCES = {
    "missing": "Isi kolom ini.",
    "extra_forbidden": "Kolom ini tidak dikenal.",
    "unexpected_keyword_argument": "Kolom ini tidak dikenal.",
    "int": "Isi dengan bilangan bulat.",
    "string_type": "Isi dengan teks.",
    "string_too_long": "Teks ini terlalu panjang.",
    "too_long": "Isi ini terlalu panjang.",
    "bool": "Isi dengan true atau false.",
    "datetime": "Isi dengan waktu dan zonanya, misalnya 2026-03-02T09:00:00+07:00.",
    "timezone": "Isi dengan waktu dan zonanya, misalnya 2026-03-02T09:00:00+07:00.",
    "date": "Isi dengan tanggal, misalnya 2026-03-02.",
    "tuple": "Isi dengan daftar.",
    "mapping": "Isi dengan objek.",
    "dict": "Isi dengan objek.",
    "dataclass": "Isi dengan objek.",
    "model": "Isi dengan objek.",
    "greater_than": "Nilai ini terlalu kecil.",
    "less_than": "Nilai ini terlalu besar.",
    "literal_error": "Pilih salah satu dari: {expected}.",
    "enum": "Pilih salah satu dari: {expected}.",
}
"""By the beginning of pydantic's own names, the longer ones first where two fit."""


def problems_in(errors: Iterable[Mapping[str, Any]], *, skip: int = 0) -> Problems:
    """`skip`: how many parts of a place only say where it was sent."""
    problems = Problems()
    for error in errors:
        place = ".".join(str(part) for part in error["loc"][skip:]) or WHOLE
        problems.add(place, _sentence(error))
    return problems


def _sentence(error: Mapping[str, Any]) -> str:
    fitting = [name for name in _SENTENCES if error["type"].startswith(name)]
    if not fitting:
        return _UNKNOWN
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
    return _SENTENCES[max(fitting, key=len)].format(expected=expected)
