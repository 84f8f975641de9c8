"""Pages of a long list by the key of their edge: never a number, so a page costs the same wherever it is."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

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


def cursor_of(row: Model) -> str:
    return urlsafe_b64encode(b"%d" % row.pk).decode().rstrip("=")


def key_of(cursor: str) -> int | None:
    """Read a cursor; None for anything that Loket has not written itself."""
    try:
        text = urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)).decode("ascii")
    except (ValueError, Error):
        return None
    return int(text) if text.isdigit() and len(text) < len(str(LARGEST)) else None


def page_of(found: QuerySet[M], edge: Edge, size: int) -> Page[M]:
    """One page by descending key (one query); the first page where nothing lies behind the edge any more."""
    if edge.before is not None:
        rows = list(found.filter(pk__gt=edge.before).order_by("pk")[: size + 1])
        newer, older, rows = len(rows) > size, bool(rows), rows[:size][::-1]
    elif edge.after is not None:
        rows = list(found.filter(pk__lt=edge.after).order_by("-pk")[: size + 1])
        newer, older, rows = bool(rows), len(rows) > size, rows[:size]
    else:
        rows = list(found.order_by("-pk")[: size + 1])
        newer, older, rows = False, len(rows) > size, rows[:size]
    if not rows and edge != Edge():
        return page_of(found, Edge(), size)
    return Page(
        rows=rows,
        next=cursor_of(rows[-1]) if older else "",
        previous=cursor_of(rows[0]) if newer else "",
    )
