"""Who is acting: a person in the capacities they hold at this moment, or the system itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from loket.core.role import OFFICE_WIDE, TEAM, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """`capacities` maps each role held now to how it is held: "" for the holder, "Plh." or "Plt." for a deputy."""

    id: int | None
    name: str
    capacities: Mapping[Role, str] = field(default_factory=dict)
    opd_id: int | None = None

    def has(self, role: Role) -> bool:
        return role in self.capacities

    def sees_everything(self) -> bool:
        return any(role in OFFICE_WIDE for role in self.capacities)

    def works_in_teams(self) -> bool:
        return any(role in TEAM for role in self.capacities)

    def acting_as(self, roles: Iterable[Role]) -> str:
        """Say as whom this person acts where any of `roles` may act: "kepala_dinas", "Plh. kepala_dinas", or ""."""
        for role in roles:
            if role in self.capacities:
                return f"{self.capacities[role]} {role}".strip()
        return ""


SYSTEM = Actor(id=None, name="Loket")
