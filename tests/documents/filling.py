"""What a document holds, found and replaced without knowing its kind."""

import dataclasses
from collections.abc import Iterator
from itertools import repeat
from typing import Any

from loket.documents import Pengesahan

_CHOSEN = {"kertas", "tujuan_atau_asal"}
"""One of a few words, which no person types."""
_UNPRINTED = {("NotaDinas", "tempat")}
"""A memo has its date in its head, and no place."""


def leaves(value: Any) -> Iterator[object]:
    """Give every text, number, date and flag in a document, but how it came into force."""
    match value:
        case Pengesahan():
            return
        case tuple():
            for item in value:
                yield from leaves(item)
        case _ if dataclasses.is_dataclass(value):
            for name in _typed(value):
                yield from leaves(getattr(value, name))
        case _:
            yield value


def text_fields(value: Any, name: str = "") -> Iterator[str]:
    """Name the field of each text, in the order in which `filled_in_turn` fills them."""
    match value:
        case str():
            yield name
        case Pengesahan():
            return
        case tuple():
            for item in value:
                yield from text_fields(item, name)
        case _ if dataclasses.is_dataclass(value):
            for field in _typed(value):
                yield from text_fields(getattr(value, field), f"{type(value).__name__}.{field}")


def filled(value: Any, text: str) -> Any:
    """Put `text` in the place of every text that a person may have typed."""
    return filled_in_turn(value, repeat(text))


def filled_in_turn(value: Any, texts: Iterator[str]) -> Any:
    match value:
        case str():
            return next(texts)
        case Pengesahan():
            return value
        case tuple():
            return tuple(filled_in_turn(item, texts) for item in value)
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            changes = {name: filled_in_turn(getattr(value, name), texts) for name in _typed(value)}
            return dataclasses.replace(value, **changes)
    return value


def cleared(value: Any) -> Any:
    """Leave out everything that can be left out, and every text."""
    match value:
        case str() | tuple():
            return type(value)()
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, (type, Pengesahan)):
            optional = {field.name for field in dataclasses.fields(value) if field.default is None}
            changes = {
                name: None if name in optional else cleared(getattr(value, name)) for name in _typed(value)
            }
            return dataclasses.replace(value, **changes)
    return value


def _typed(value: Any) -> list[str]:
    kind = type(value).__name__
    names = (field.name for field in dataclasses.fields(value))
    return [name for name in names if name not in _CHOSEN and (kind, name) not in _UNPRINTED]


def shortened(value: Any) -> Any:
    """Keep the first item of everything that there may be several of."""
    match value:
        case Pengesahan():
            return value
        case tuple():
            return tuple(map(shortened, value[:1]))
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            changes = {
                field.name: shortened(getattr(value, field.name)) for field in dataclasses.fields(value)
            }
            return dataclasses.replace(value, **changes)
    return value
