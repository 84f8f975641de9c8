"""Acting periods: the positions of the office with their deputies, and what was done in one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from loket.core.actor import Actor
from loket.core.moving import STARTED
from loket.core.role import HEADS, Role
from loket.core.zone import ZONE, midnight
from loket.models.entry import FOR_OTHERS, Entry
from loket.models.permintaan import Permintaan
from loket.models.user import Jabatan
from loket.queries.keyset import Edge, Page, page_of

MOST = 20
"""Periods of the past that a page shows."""
DEEDS = 25
DEPUTIES = ~Q(kind=Jabatan.Kind.TETAP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A position today. Where nobody is in it, `superior` does its work."""

    role: Role
    holder: Jabatan | None
    deputy: Jabatan | None
    superior: Jabatan | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """The positions that one person holds, and the periods of their deputies; `deeds` counts what was done in each."""

    seats: Sequence[Seat]
    current: Sequence[Jabatan]
    past: Sequence[Jabatan]
    deeds: Mapping[int, int]


def seats_on(day: date) -> Seats:
    """Three queries, or two."""
    rows = Jabatan.objects.filter(role__in=HEADS).select_related("user").order_by("from_date", "pk")
    there = list(rows.not_over_on(day))
    current = [row for row in there if row.prefix]
    past = list(rows.filter(DEPUTIES, until_date__lt=day).order_by("-until_date", "-pk")[:MOST])
    return Seats(
        seats=_seats([row for row in there if row.is_held_on(day)]),
        current=current,
        past=past,
        deeds=_counted([*current, *past]),
    )


def _seats(held: Sequence[Jabatan]) -> tuple[Seat, ...]:
    active = [row for row in held if row.user.is_active]
    filled = {Role(row.role) for row in active}
    above = {role: row for row in active for role in row.serves(filled) if role != row.role}
    return tuple(
        Seat(
            role=role,
            holder=next((row for row in held if row.role == role and not row.prefix), None),
            deputy=next((row for row in held if row.role == role and row.prefix), None),
            superior=above.get(role),
        )
        for role in HEADS
    )


def _counted(periods: Sequence[Jabatan]) -> dict[int, int]:
    """How much was done in each period, and nothing of what it was (one query)."""
    if not periods:
        return {}
    people, first = {row.user_id for row in periods}, min(row.from_date for row in periods)
    done = Entry.objects.filter(FOR_OTHERS, actor__in=people, happened_at__gte=midnight(first))
    days = done.exclude(kind=STARTED).order_by().annotate(day=TruncDate("happened_at", tzinfo=ZONE))
    counts = list(days.values_list("actor_id", "capacity", "day").annotate(count=Count("pk")))
    return {
        row.pk: sum(count for actor, capacity, day, count in counts if _is_of(row, actor, capacity, day))
        for row in periods
    }


def _is_of(period: Jabatan, actor: int | None, capacity: str, day: date) -> bool:
    in_it = f"{capacity} ".startswith(f"{period.capacity} ")
    return actor == period.user_id and in_it and period.is_held_on(day)


def periods_of(user_id: int, day: date) -> "QuerySet[Jabatan]":
    """Acting periods that concern a person: their own, and of a position they hold or held meanwhile."""
    own = Jabatan.objects.filter(user=user_id, kind=Jabatan.Kind.TETAP, role=OuterRef("role"))
    meanwhile = own.not_over_on(OuterRef("from_date")).filter(from_date__lte=OuterRef("until_date"))
    concerned = Q(user=user_id) | Q(Exists(meanwhile)) | Q(Exists(own.held_on(day)))
    found = Jabatan.objects.filter(DEPUTIES, concerned, from_date__lte=day)
    return found.select_related("user").order_by("-from_date", "-pk")


def deeds_in(period: Jabatan, actor: Actor, edge: Edge) -> Page[Entry]:
    """A page of `deeds_of` (one query)."""
    return page_of(deeds_of(period, actor), edge, DEEDS)


def deeds_of(period: Jabatan, actor: Actor) -> "QuerySet[Entry]":
    """What was done in a period, of the office and of what the reader may see."""
    visible = Q(permintaan=None) | Q(permintaan__in=Permintaan.objects.visible_to(actor))
    found = Entry.objects.done_in(period).filter(FOR_OTHERS, visible).exclude(kind=STARTED)
    return found.select_related("permintaan", "actor")


def is_used(position: Jabatan) -> bool:
    return Entry.objects.done_in(position).exists()
