"""The discussion of a permintaan: what people wrote in Loket and, for the office, under its issue in GitLab."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from typing import Any

from django.db.models import Q, QuerySet

from loket.core.actor import Actor
from loket.core.acts import is_of_office
from loket.models.diskusi import Comment
from loket.models.gitlab import GitlabComment, GitlabPosting
from loket.models.permintaan import Permintaan
from loket.queries.one_permintaan import found_for

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DIGITS = 18
_HERE, _THERE = 0, 1
"""Of two that were written in the same moment, the one in Loket comes behind."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a page begins: behind this one."""

    at: datetime
    source: int
    pk: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One of `comment` and `note`; `posting` where the comment is to go to GitLab."""

    place: Place
    comment: Comment | None = None
    posting: GitlabPosting | None = None
    note: GitlabComment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    permintaan: Permintaan
    rows: Sequence[Said]
    next: str = ""


def talk_of(actor: Actor, nomor: str, after: Place | None, size: int) -> Talk | None:
    """A page, the newest first (two queries, three for the office); None where there is none for this person."""
    permintaan = found_for(actor, nomor)
    if permintaan is None:
        return None
    comments = Comment.objects.filter(permintaan=permintaan).select_related("by", "entry", "gitlabposting")
    if is_of_office(actor):
        notes = GitlabComment.objects.filter(issue__tiket__permintaan=permintaan)
        there = [_there(note) for note in _behind(notes, _THERE, after, size)]
    else:
        comments, there = comments.filter(is_internal=False), []
    here = [_here(comment) for comment in _behind(comments, _HERE, after, size)]
    rows = sorted([*here, *there], key=attrgetter("place"), reverse=True)
    more = len(rows) > size
    return Talk(permintaan=permintaan, rows=rows[:size], next=_cursor(rows[size - 1].place) if more else "")


def place_at(cursor: str) -> Place | None:
    """None for anything that Loket has not written itself."""
    try:
        text = urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)).decode("ascii")
    except (ValueError, Error):
        return None
    parts = text.split(".")
    if len(parts) != 3 or not all(part.isdigit() and len(part) <= _DIGITS for part in parts):  # noqa: PLR2004 - a Place
        return None
    moment, source, pk = map(int, parts)
    try:
        return Place(_EPOCH + moment * _MICROSECOND, source, pk)
    except OverflowError:
        return None


def _cursor(place: Place) -> str:
    text = f"{(place.at - _EPOCH) // _MICROSECOND}.{place.source}.{place.pk}"
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _behind(found: QuerySet[Any], source: int, after: Place | None, size: int) -> Sequence[Any]:
    if after is not None:
        older = Q(at__lt=after.at)
        if source < after.source:
            older |= Q(at=after.at)
        elif source == after.source:
            older |= Q(at=after.at, pk__lt=after.pk)
        found = found.filter(older)
    return list(found.order_by("-at", "-pk")[: size + 1])


def _here(comment: Comment) -> Said:
    place = Place(comment.at, _HERE, comment.pk)
    return Said(place=place, comment=comment, posting=getattr(comment, "gitlabposting", None))


def _there(note: GitlabComment) -> Said:
    return Said(place=Place(note.at, _THERE, note.pk), note=note)
