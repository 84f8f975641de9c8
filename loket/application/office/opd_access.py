"""How a position ends, and an account of an OPD that no longer speaks for it."""

from datetime import date, datetime, timedelta
from typing import Any

from loket.application.data import local_date
from loket.application.office.ledger import record_for_kantor
from loket.core.actor import Actor
from loket.core.role import Role
from loket.models.kantor import Kantor
from loket.models.user import Jabatan


def end_on(jabatan: Jabatan, last: date | None) -> dict[str, Any]:
    """`last` is its last day; without one it is taken back whole. Returns particulars."""
    particulars = {
        "jabatan_id": jabatan.pk,
        "user_id": jabatan.user_id,
        "role": jabatan.role,
        "until_date": last,
    }
    if last is None:
        jabatan.delete()
    else:
        jabatan.until_date = last
        jabatan.save(update_fields=["until_date"])
    return particulars


def end_opd_access(
    user_id: int, *, actor: Actor, roles: tuple[Role, ...], now: datetime, source: str
) -> None:
    """End what an account holds for its OPD, inside the caller's transaction; the account itself is for an admin."""
    kantor = Kantor.objects.select_for_update().get()
    today = local_date(now)
    for jabatan in Jabatan.objects.held_on(today).filter(user_id=user_id, role=Role.OPD):
        said = end_on(jabatan, today - timedelta(days=1) if jabatan.from_date < today else None)
        record_for_kantor(kantor, "jabatan.ended", said, actor=actor, now=now, source=source, roles=roles)
