"""As whom somebody acts: a position of their own, one as its Plh. or Plt., or a vacant one below their own.

The record keeps it as "kepala_dinas", "Plh. kepala_dinas" or "kepala_dinas atasan kepala_bidang".
"""

from collections.abc import Collection, Iterable, Mapping

from loket.core.actor import Actor
from loket.core.calendar_plan import spelt
from loket.core.role import HEADS, Role
from loket.core.verdict import Verdict

_ABOVE = " atasan"
_ROLES = frozenset(Role)


def is_own(capacity: str) -> bool:
    """Whether it is a position of one's own; what Loket does by itself is done for nobody else."""
    return " " not in capacity


def role_of(capacity: str) -> Role:
    return Role(capacity.rpartition(" ")[2])


def roles_in(capacity: str) -> tuple[Role, ...]:
    """The position that is worked in, after the one by which a superior does so."""
    return tuple(Role(word) for word in capacity.split() if word in _ROLES)


def own_position(capacity: str) -> tuple[str, Role]:
    """Plh. or Plt. or "", and the position by which it is done: of a superior the one above the vacant one."""
    superior, above, _ = capacity.partition(f"{_ABOVE} ")
    prefix, _, role = (superior if above else capacity).rpartition(" ")
    return prefix, Role(role)


def label(capacity: str) -> str:
    """Kepala Dinas; Plh. Kepala Dinas; Kepala Dinas selaku atasan Kepala Bidang TIK."""
    superior, above, _ = capacity.rpartition(f"{_ABOVE} ")
    name = name_of(capacity)
    return f"{label(superior)} selaku {name}" if above else name


def name_of(capacity: str) -> str:
    """What follows "sebagai" or "selaku": Plh. Kepala Dinas; atasan Kepala Bidang TIK."""
    prefix, _, role = capacity.rpartition(" ")
    return f"{prefix.rpartition(' ')[2]} {Role(role).label}".strip()


def with_stand_ins(held: Mapping[Role, str], filled: Collection[Role]) -> dict[Role, str]:
    """What is held, and the vacant positions below it: their work is the superior's (DOMAIN 12).

    `filled` are the positions that somebody holds or acts for now.
    """
    every = dict(held)
    superior = ""
    for role in HEADS:
        if role in held:
            superior = f"{held[role]} {role}".strip()
        elif role in filled:
            superior = ""
        elif superior:
            every[role] = f"{superior}{_ABOVE}"
    return every


def ended(actor: Actor, roles: Iterable[Role]) -> Verdict:
    """Refuse whoever was a Plh. or Plt. until a day that is past, and say which."""
    over = [
        f"Masa Anda sebagai {label(capacity)} berakhir pada {spelt(last)}."
        for capacity, last in actor.last_days.items()
        if role_of(capacity) in roles and not actor.has(role_of(capacity))
    ]
    return Verdict(tuple(over))
