"""The positions of a person, those held now first (one query)."""

from dataclasses import dataclass
from datetime import date

from loket.models.user import Jabatan


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    held: list[Jabatan]
    others: list[Jabatan]


def positions_of(user_id: int, day: date) -> Positions:
    rows = list(Jabatan.objects.filter(user=user_id).order_by("-from_date", "-pk"))
    held = [row for row in rows if row.from_date <= day and (row.until_date is None or row.until_date >= day)]
    return Positions(held=held, others=[row for row in rows if row not in held])
