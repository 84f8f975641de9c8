"""A document as plain data for the template, every text in it reduced to what the fonts can draw."""

import datetime as dt
import unicodedata
from dataclasses import Field, fields, is_dataclass

from loket.documents.glyphs import drawable
from loket.documents.parts import CAPITALS

Plain = None | int | str | list["Plain"] | dict[str, "Plain"]

_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_NO_GLYPH = "□"
_INVISIBLE = {"Cc", "Cf", "Cs"}  # control characters, bidi overrides and their like, half surrogates


def plain(value: object) -> Plain:
    """Turn dataclasses, tuples, dates and texts into what JSON holds; a dataclass names its kind."""
    match value:
        case None | int():
            return value
        case str():
            return drawn(value)
        case dt.date():
            return long_date(value)
        case tuple():
            return [plain(item) for item in value]
    if not is_dataclass(value):
        raise TypeError(f"A document cannot hold {type(value).__name__}.")
    return {"ini": type(value).__name__} | {
        field.name: plain(_printed(value, field)) for field in fields(value)
    }


def _printed(document: object, field: Field[object]) -> object:
    value = getattr(document, field.name)
    return value.upper() if field.metadata == CAPITALS else value


def drawn(text: str) -> str:
    """Compose accents, drop what is invisible, and show a box where the fonts have no such character."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(_drawn(character) for character in composed)


def one_line(text: str) -> str:
    return " ".join(drawn(text).split())


def long_date(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _drawn(character: str) -> str:
    if character.isspace():
        return "\n" if character in "\n\r\u2028\u2029" else " "
    if ord(character) in drawable() or unicodedata.category(character) in _INVISIBLE:
        return character if character.isprintable() else ""
    return _NO_GLYPH
