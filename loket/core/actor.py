"""Who is acting: a person in the capacities they hold at this moment, or the system itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from loket.core.role import OFFICE_WIDE, TEAM, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """`capacities` maps each role held now to how it is held: "" for the holder, else see `capacity`.

    `last_days` holds the last day of what they are, or were, as Plh. or Plt., by capacity.
    """

    id: int | None
    name: str
    capacities: Mapping[Role, str] = field(default_factory=dict)
    opd_id: int | None = None
    last_days: Mapping[str, date] = field(default_factory=dict)

    def has(self, role: Role) -> bool:
        return role in self.capacities

    def sees_everything(self) -> bool:
        return any(role in OFFICE_WIDE for role in self.capacities)

    def works_in_teams(self) -> bool:
        return any(role in TEAM for role in self.capacities)

    def acting_as(self, roles: Iterable[Role]) -> str:
        """Say as whom this person acts where any of `roles` may act: "kepala_dinas", "Plh. kepala_dinas", or "".

        Whoever may act as themselves acts for nobody else.
        """
        held = [role for role in roles if role in self.capacities]
        first = min(held, key=lambda role: self.capacities[role] != "", default=None)
        return self.capacity(first) if first else ""

    def capacity(self, role: Role) -> str:
        return f"{self.capacities[role]} {role}".strip()

    def for_others(self) -> tuple[str, ...]:
        """The capacities in which this person works for somebody else, or for nobody."""
        return tuple(self.capacity(role) for role, prefix in self.capacities.items() if prefix)

    def as_themselves(self) -> "Actor":
        return self.only(*(role for role, prefix in self.capacities.items() if not prefix))

    def only(self, *roles: Role) -> "Actor":
        return replace(self, capacities={role: self.capacities[role] for role in roles})


SYSTEM = Actor(id=None, name="Loket")
