"""A document as plain data for the template, every text in it reduced to what the fonts can draw."""

import datetime as dt
import unicodedata
from dataclasses import Field, fields, is_dataclass
from decimal import Decimal

from loket.core.zone import ZONE
from loket.documents.glyphs import drawable
from loket.documents.parts import ALSO_CAPITALS, CAPITALS, GROUPED
from loket.documents.terbilang import clock_time, date_in_words, day_name, long_date

Plain = None | int | str | list["Plain"] | dict[str, "Plain"]

_NIP_GROUPS = (8, 14, 15)  # day of birth, month of appointment, sex, number
_NIP_LENGTH = 18
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
            return _moment(value)
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case tuple():
            return [plain(item) for item in value]
    if not is_dataclass(value):
        raise TypeError(f"A document cannot hold {type(value).__name__}.")
    printed = {"ini": type(value).__name__} | {
        field.name: plain(_printed(value, field)) for field in fields(value)
    }
    capitals = (field.name for field in fields(value) if field.metadata == ALSO_CAPITALS)
    return printed | {f"{name}_kapital": drawn(getattr(value, name).upper()) for name in capitals}


def _moment(value: dt.date) -> dict[str, Plain]:
    if not isinstance(value, dt.datetime):
        return _day(value)
    if value.tzinfo is None:
        raise TypeError("A document cannot hold a time without its zone.")
    return _day(value.astimezone(ZONE)) | {"jam": clock_time(value)}


def _printed(document: object, field: Field[object]) -> object:
    value = getattr(document, field.name)
    if field.metadata == GROUPED:
        return grouped_nip(value)
    return value.upper() if field.metadata == CAPITALS else value


def _day(day: dt.date) -> dict[str, Plain]:
    return {
        "tanggal": long_date(day),
        "angka": f"{day:%d/%m/%Y}",
        "hari": day_name(day),
        "terbilang": date_in_words(dt.date(day.year, day.month, day.day)),
    }


def grouped_nip(nip: str) -> str:
    """Print an NIP in its four groups; what is none stays as it was typed."""
    digits = "".join(nip.split())
    if len(digits) != _NIP_LENGTH or not digits.isdecimal():
        return nip
    first, second, third = _NIP_GROUPS
    return f"{digits[:first]} {digits[first:second]} {digits[second:third]} {digits[third:]}"


def drawn(text: str) -> str:
    """Compose accents, drop what is invisible, and show a box where the fonts have no such character."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    if composed.isascii() and composed.isprintable():
        return composed  # nearly every text: no character needs to be looked at by itself
    return "".join(_drawn(character) for character in composed)


def one_line(text: str) -> str:
    return " ".join(drawn(text).split())


def _drawn(character: str) -> str:
    if character.isspace():
        return "\n" if character in "\n\r\u2028\u2029" else " "
    if ord(character) in drawable() or unicodedata.category(character) in _INVISIBLE:
        return character if character.isprintable() else ""
    return _NO_GLYPH
