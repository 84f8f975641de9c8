"""What somebody sends who means no good, or whose program is broken: values in the place of any value."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

FITTING: tuple[Any, ...] = (
    *(0, 2**53 - 1, "a\u202eb", "x" * 100_000, [], {}, [2**53 - 1]),
    *("0001-01-01", "9999-12-31", "0001-01-01T00:00:00-14:00", "9999-12-31T23:59:59+14:00"),
)
"""What may have the right shape somewhere, so that it comes as far as the procedure and the database."""
MISSHAPEN: tuple[Any, ...] = (
    *(
        None,
        "",
        -1,
        True,
        2**63,
        10**400,
        1.5,
        1e308,
        " ",
        "a\x00b",
        "\U0001f600" * 300,
        "2026-02-30",
        "../../etc/passwd",
    ),
    *("2026-03-02T09:00:00", "'; DROP TABLE loket_permintaan; --", "{{ 7 * 7 }}", "\ufeff", "1e9999"),
    *([[]], [None], {"": None}, {"a": {"b": {"c": []}}}, [0] * 5000, {"__class__": "x"}),
)
WITH_BROKEN_TEXT = (
    b'{"alasan": "\xff\xfe"}',
    b'{"alasan": "\xed\xa0\x80"}',
    b'{"alasan": "\xc0\xaf"}',
    b'{"alasan": "\\ud83d"}',
    b'{"\xff": 1}',
    b'{"alasan": "\xf4\x90\x80\x80"}',
    '{"alasan": "x"}'.encode("utf-16"),
)
"""Bytes that are no UTF-8, and escapes that are no character."""


def broken(body: Any, values: Iterable[Any] = FITTING) -> Iterator[tuple[str, Any]]:
    """Each place of a body with each value in it, and a field that nobody asked for; says where."""
    yield from (("unknown", {**body, name: 1}) for name in ("id", "created_by_id", "__proto__", "x" * 1000))
    for path in _places(body, ()):
        yield from ((".".join(map(str, path)), _with(body, path, value)) for value in values)


def _places(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    inside = list(value.items() if isinstance(value, Mapping) else [])
    if isinstance(value, list):
        inside = list(enumerate(value))
    for name, one in inside[:2] if path else inside:  # the rows of a checklist are alike
        yield from _places(one, (*path, name))


def _with(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    changed = dict(value) if isinstance(value, Mapping) else list(value)
    changed[path[0]] = _with(value[path[0]], path[1:], new)
    return changed
