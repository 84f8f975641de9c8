"""People to choose from, with what each of them has on the desk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Q, QuerySet

from loket.core.capacity import label
from loket.core.priority import Level
from loket.core.role import TEAM, Role
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.surat import Disposisi
from loket.models.user import Jabatan, User

WEIGHTS = {level.value: 4 - level.rank for level in Level}
"""How heavily an open permintaan lies on a person, by its priority: four for the most urgent, one for the least."""
UNRANKED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Open permintaan on a desk, how many of them are overdue, and both weighted by priority."""

    count: int = 0
    late: int = 0
    weight: int = 0
    late_weight: int = 0

    def plus(self, count: int, late: int, weight: int) -> "Load":
        return Load(
            count=self.count + count,
            late=self.late + late,
            weight=self.weight + count * weight,
            late_weight=self.late_weight + late * weight,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who may be chosen for a role; `title` says as whom."""

    id: int
    nama: str
    role: Role
    title: str
    is_deputy: bool
    load: Load


def candidates(
    roles: Iterable[Role], now: datetime, day: date, *, with_loads: bool = True
) -> list[Candidate]:
    """Whoever holds one of the roles, by role and the least burdened first (one query, and one or two for loads)."""
    wanted = list(roles)
    loads = _loads(wanted, now) if with_loads else {}
    found: dict[tuple[int, Role], Candidate] = {}
    for jabatan, role, prefix in Jabatan.objects.capacities(wanted, day):
        place = jabatan.user_id, role
        found.setdefault(place, _candidate(jabatan, role, prefix, loads.get(place, Load())))
    return sorted(found.values(), key=lambda one: (wanted.index(one.role), one.load.weight, one.nama))


def _candidate(jabatan: Jabatan, role: Role, prefix: str, load: Load) -> Candidate:
    title = label(f"{prefix} {role}") if prefix else jabatan.title or role.label
    return Candidate(
        id=jabatan.user_id,
        nama=jabatan.user.nama,
        role=role,
        title=title,
        is_deputy=bool(prefix),
        load=load,
    )


def _loads(roles: list[Role], now: datetime) -> Mapping[tuple[int, Role], Load]:
    """By person and role: of a team member the appointments, of a head the letters received."""
    found: dict[tuple[int, Role], Load] = {}
    open_ones = Q(permintaan__in=Permintaan.objects.open())
    if team := [role for role in roles if role in TEAM]:
        places = Penugasan.objects.current().filter(open_ones, role__in=team)
        for row in _counted(places.values("user_id", "role", priority=F("permintaan__priority")), now):
            place = row["user_id"], Role(row["role"])
            found[place] = found.get(place, Load()).plus(row["count"], row["late"], _weight(row["priority"]))
    if heads := [role for role in roles if role not in TEAM]:
        letters = Disposisi.objects.filter(open_ones, kepada__isnull=False).order_by()
        for row in _counted(letters.values("kepada_id", priority=F("permintaan__priority")), now):
            for role in heads:
                place = row["kepada_id"], role
                found[place] = found.get(place, Load()).plus(
                    row["count"], row["late"], _weight(row["priority"])
                )
    return found


def _counted(rows: QuerySet, now: datetime) -> QuerySet:  # type: ignore[type-arg]  # rows of values()
    counted: QuerySet = rows.annotate(  # type: ignore[type-arg]  # rows of values()
        count=Count("permintaan", distinct=True),
        late=Count("permintaan", distinct=True, filter=Q(permintaan__due_at__lt=now)),
    )
    return counted


def _weight(priority: str) -> int:
    return WEIGHTS.get(priority, UNRANKED)


def opd_accounts(opd_id: int, day: date) -> list[User]:
    """Whoever speaks for an OPD in Loket, by name (one query)."""
    held = Jabatan.objects.held_on(day).filter(role=Role.OPD)
    people = User.objects.filter(opd_id=opd_id, is_active=True, pk__in=held.values("user_id"))
    return list(people.order_by("nama"))


def current_team(permintaan: Permintaan) -> frozenset[tuple[int, Role]]:
    members = Penugasan.objects.current().filter(permintaan=permintaan).values_list("user_id", "role")
    return frozenset((user_id, Role(role)) for user_id, role in members)


def names_of_turn(
    permintaan: Permintaan, roles: Iterable[Role], team: Iterable[tuple[int, Role]], day: date
) -> dict[int, str]:
    """Whoever may act on a permintaan now, by id, with the capacity if not their own; its OPD by its own name (one query)."""
    wanted = [role for role in roles if role is not Role.TATA_USAHA]
    if Role.OPD in wanted:
        return {0: permintaan.opd.singkatan}
    places, people = set(team), {}
    for user_id, nama, role, prefix in sorted(
        Jabatan.objects.names(wanted, day), key=lambda served: served[1]
    ):
        if role not in TEAM or (user_id, role) in places:
            people[user_id] = _named(nama, role, prefix)
    return people


def _named(nama: str, role: Role, prefix: str) -> str:
    return f"{nama} ({label(f'{prefix} {role}')})" if prefix else nama
