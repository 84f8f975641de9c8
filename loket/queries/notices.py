"""What Loket has told a person: unread first, then the rest, each newest first."""

from dataclasses import dataclass

from django.db.models import QuerySet

from loket.core.actor import Actor
from loket.models.diskusi import Pesan
from loket.queries.counts import notices_to
from loket.queries.keyset import cursor_of, key_of

PAGE = 30
_READ = "t"
_UNREAD = "b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """A page of them; `next` is empty at the end."""

    rows: list[Pesan]
    next: str = ""


def page_of_notices(actor: Actor, cursor: str = "", size: int = PAGE) -> Notices:
    """One page (one query, or two where the unread ones do not fill it)."""
    told = notices_to(actor).select_related("permintaan", "entry")
    told = told.defer("permintaan__kebutuhan", "permintaan__alasan", "entry__particulars")
    part, key = (cursor[:1], key_of(cursor[1:])) if is_cursor(cursor) else (_UNREAD, None)
    rows: list[Pesan] = []
    if part == _UNREAD:
        rows = _behind(told.filter(read_at=None), key, size + 1)
        key = None
    if len(rows) <= size:
        rows += _behind(told.filter(read_at__isnull=False), key, size + 1 - len(rows))
    last = rows[size - 1] if len(rows) > size else None
    return Notices(rows=rows[:size], next=_cursor(last) if last else "")


def is_cursor(text: str) -> bool:
    """Whether Loket has written it; with anything else the list begins at its top."""
    return text[:1] in {_READ, _UNREAD} and key_of(text[1:]) is not None


def notice_of(actor: Actor, pk: int) -> Pesan | None:
    return notices_to(actor).select_related("permintaan", "entry").filter(pk=pk).first()


def _behind(found: QuerySet[Pesan], key: int | None, count: int) -> list[Pesan]:
    return list((found if key is None else found.filter(pk__lt=key)).order_by("-pk")[:count])


def _cursor(last: Pesan) -> str:
    return f"{_UNREAD if last.read_at is None else _READ}{cursor_of(last)}"
