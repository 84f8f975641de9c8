"""Pages of a long list by the key of their edge: never a number, so a page costs the same wherever it is."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)
LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Where a page begins: behind a key (older rows follow), or before it (newer ones)."""

    after: int | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[M]):
    """Rows, newest first; the cursors are empty where there is no further page."""

    rows: Sequence[M]
    next: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How a list is ordered, newest first, and what lies on either side of the row of a key."""

    newest_first: tuple[str, ...]
    oldest_first: tuple[str, ...]
    older: Callable[[int], Q]
    newer: Callable[[int], Q]


BY_KEY = Order(
    newest_first=("-pk",),
    oldest_first=("pk",),
    older=lambda key: Q(pk__lt=key),
    newer=lambda key: Q(pk__gt=key),
)


def cursor_of(row: Model) -> str:
    return cursor_at(row.pk)


def cursor_at(key: int) -> str:
    return urlsafe_b64encode(b"%d" % key).decode().rstrip("=")


def key_of(cursor: str) -> int | None:
    """Read a cursor; None for anything that Loket has not written itself."""
    try:
        text = urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)).decode("ascii")
    except (ValueError, Error):
        return None
    return int(text) if text.isdigit() and len(text) < len(str(LARGEST)) else None


def page_of(found: QuerySet[M], edge: Edge, size: int, order: Order = BY_KEY) -> Page[M]:
    """One page (one query); the first page where nothing lies behind the edge any more."""
    if edge.before is not None:
        rows = list(found.filter(order.newer(edge.before)).order_by(*order.oldest_first)[: size + 1])
        newer, older, rows = len(rows) > size, bool(rows), rows[:size][::-1]
    elif edge.after is not None:
        rows = list(found.filter(order.older(edge.after)).order_by(*order.newest_first)[: size + 1])
        newer, older, rows = bool(rows), len(rows) > size, rows[:size]
    else:
        rows = list(found.order_by(*order.newest_first)[: size + 1])
        newer, older, rows = False, len(rows) > size, rows[:size]
    if not rows and edge != Edge():
        return page_of(found, Edge(), size, order)
    return Page(
        rows=rows,
        next=cursor_of(rows[-1]) if older else "",
        previous=cursor_of(rows[0]) if newer else "",
    )


def rows_behind(
    found: QuerySet[M], after: int | None, size: int, *, by: str = "pk"
) -> tuple[Sequence[M], str]:
    """Rows after a key, the newest first, and the cursor of what follows (one query); nothing behind the last."""
    if after is not None:
        found = found.filter(**{f"{by}__lt": after})
    rows = list(found.order_by(f"-{by}")[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    return rows, cursor_at(getattr(rows[-1], by)) if more else ""


def page_behind(
    found: QuerySet[M], after: int | None, size: int, order: Order = BY_KEY
) -> tuple[Sequence[M], str]:
    """The same in any order that goes by the primary key."""
    if after is not None:
        found = found.filter(order.older(after))
    rows = list(found.order_by(*order.newest_first)[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    return rows, cursor_of(rows[-1]) if more else ""
