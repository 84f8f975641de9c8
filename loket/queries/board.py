"""The ticket board: what is open and a person may see, a bounded number of cards of each lane, with the totals.

A lane is a step, a priority or a member of a team, as the board is grouped; a permintaan with several members
stands in the lane of each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
    Window,
)
from django.db.models.fields import CharField
from django.db.models.functions import Cast, RowNumber

from loket.core.actor import Actor
from loket.core.board import Grouping
from loket.core.priority import Level
from loket.core.role import TEAM
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.user import User

MOST = 12
"""Cards of one lane on a page; the list has the rest."""
NOBODY = ""
"""The lane of what has no priority, or no team, yet."""
_UNSHOWN = ("kebutuhan", "alasan", "layanan", "pengguna", "pic_nama", "pic_phone", "pic_email")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is shown; an empty field does not filter. `orang` is the id of a member of a team."""

    kelompok: Grouping = Grouping.LANGKAH
    prioritas: str = ""
    orang: int | None = None
    langkah: str = ""

    @property
    def is_filtered(self) -> bool:
        return bool(self.prioritas or self.orang or self.langkah)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """`rows` are the most urgent of `total`."""

    rows: Sequence[Permintaan] = ()
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """`lanes` by the key of each; `teams` by permintaan; `people` are all members of teams of what is visible."""

    lanes: Mapping[str, Lane]
    teams: Mapping[int, Sequence[Penugasan]]
    people: Mapping[int, str]


def board_of(actor: Actor, wanted: Wanted) -> Board:
    """Three queries, whatever is on the board."""
    visible = Permintaan.objects.listed_for(actor).open()
    rows = list(_ranked(_filtered(visible, wanted), wanted.kelompok))
    lanes: dict[str, list[Any]] = {}
    for row in rows:
        lanes.setdefault(row.lane, []).append(row)
    return Board(
        lanes={key: Lane(rows=found, total=found[0].lane_total) for key, found in lanes.items()},
        teams=_teams(rows),
        people=_people(visible),
    )


def _filtered(visible: QuerySet[Permintaan], wanted: Wanted) -> QuerySet[Permintaan]:
    if wanted.prioritas:
        visible = visible.filter(priority=wanted.prioritas)
    if wanted.langkah:
        visible = visible.filter(at_step=wanted.langkah)
    if wanted.orang:
        places = Penugasan.objects.current().filter(user=wanted.orang, role__in=TEAM)
        visible = visible.filter(pk__in=places.values("permintaan_id"))
    return visible


def _ranked(visible: QuerySet[Permintaan], grouping: Grouping) -> QuerySet[Any]:
    """The most urgent of each lane, in the order in which they are due."""
    found: QuerySet[Any] = _in_lanes(visible, grouping)
    urgency = (F("due_at").asc(nulls_last=True), F("priority_rank").asc(), F("pk").asc())
    ranked = found.annotate(
        place=Window(RowNumber(), partition_by=F("lane"), order_by=urgency),
        lane_total=Window(Count("pk"), partition_by=F("lane")),
    )
    beside = ("opd", "tiket__issuegitlab")
    shown = ranked.filter(place__lte=MOST).order_by("lane", "place")
    urgent: QuerySet[Any] = shown.select_related(*beside).defer(*_UNSHOWN)
    return urgent


def _in_lanes(found: QuerySet[Permintaan], grouping: Grouping) -> QuerySet[Any]:
    if grouping is Grouping.LANGKAH:
        return found.annotate(lane=F("at_step"))
    if grouping is Grouping.PRIORITAS:
        known = When(priority__in=[level.value for level in Level], then=F("priority"))
        return found.annotate(lane=Case(known, default=Value(NOBODY)))
    member = FilteredRelation(
        "penugasan", condition=Q(penugasan__until_date=None, penugasan__role__in=sorted(TEAM))
    )
    named = When(member__isnull=False, then=Cast("member__user_id", CharField()))
    lane = Case(named, default=Value(NOBODY), output_field=CharField())
    return found.annotate(member=member).filter(~Exists(_place_before())).annotate(lane=lane)


def _place_before() -> QuerySet[Penugasan]:
    """Whoever has two roles in a team is in it once."""
    same = {"permintaan": OuterRef("pk"), "user": OuterRef("member__user_id")}
    return Penugasan.objects.current().filter(**same, role__in=TEAM, pk__lt=OuterRef("member__pk"))


def _teams(rows: Sequence[Permintaan]) -> dict[int, list[Penugasan]]:
    places = Penugasan.objects.current().filter(permintaan__in={row.pk for row in rows}, role__in=TEAM)
    found: dict[int, list[Penugasan]] = {}
    for place in places.select_related("user").order_by("-role", "-is_lead", "pk"):
        found.setdefault(place.permintaan_id, []).append(place)
    return found


def _people(visible: QuerySet[Permintaan]) -> dict[int, str]:
    places = Penugasan.objects.current().filter(permintaan__in=visible, role__in=TEAM)
    return dict(
        User.objects.filter(pk__in=places.values("user_id")).order_by("nama").values_list("pk", "nama")
    )
