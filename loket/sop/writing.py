"""Write the tables of an SOP as TOML that people can read; reading it again gives the same tables."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

WIDTH = 110
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_LAST_CONTROL, _DELETE = 0x1F, 0x7F


def write(data: Mapping[str, Any]) -> str:
    """Keys stay in their order, except that plain values stand before tables, as TOML wants it.

    Raises TypeError for a value that an SOP file does not hold.
    """
    return "\n".join(_lines(data, ())).lstrip("\n") + "\n"


def _lines(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    for key, value in table.items():
        if not (_is_section(value, path) or _is_rows(value)):
            yield f"{_key(key)} = {_value(value, at=len(_key(key)) + 3)}"
    for key, value in table.items():
        inside = (*path, key)
        if _is_section(value, path):
            yield from ("", f"[{_dotted(inside)}]", *_lines(value, inside))
        elif _is_rows(value):
            for row in value:
                yield from ("", f"[[{_dotted(inside)}]]", *_lines(row, inside))


def _is_section(value: Any, path: tuple[str, ...]) -> bool:
    """Only the document's own tables have a heading; one inside of them stands in its line."""
    return isinstance(value, dict) and not path


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _value(value: Any, *, at: int = 0) -> str:
    """`at` is where in the line it begins; 0 inside of another value, which stays in one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str):
        return _paragraphs(value) if at and "\n" in value else _string(value)
    if isinstance(value, list):
        return _array(value, at)
    if isinstance(value, dict):
        pairs = ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    raise TypeError(f"an SOP file holds no {type(value).__name__}")


def _array(values: list[Any], at: int) -> str:
    written = [_value(one) for one in values]
    line = f"[{', '.join(written)}]"
    if not at or at + len(line) <= WIDTH:
        return line
    return "[\n" + "".join(f"  {one},\n" for one in written) + "]"


def _paragraphs(text: str) -> str:
    return '"""\n' + "\n".join(map(_escaped, text.split("\n"))) + '"""'


def _string(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(character) or _shown(character) for character in text)


def _shown(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04X}" if code <= _LAST_CONTROL or code == _DELETE else character


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _string(key)


def _dotted(path: tuple[str, ...]) -> str:
    return ".".join(map(_key, path))
