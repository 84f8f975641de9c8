"""Positions that end at once, and an account of an OPD that no longer speaks for it."""

from datetime import datetime, timedelta
from typing import Any

from loket.application.data import local_date
from loket.application.office.ledger import record_for_kantor
from loket.core.actor import Actor
from loket.core.role import Role
from loket.models.kantor import Kantor
from loket.models.user import Jabatan


def end_at_once(jabatan: Jabatan, now: datetime) -> dict[str, Any]:
    """Yesterday was its last day; one that began today or begins later is taken back whole. Returns particulars."""
    yesterday = local_date(now) - timedelta(days=1)
    began_before = jabatan.from_date <= yesterday
    particulars = {
        "jabatan_id": jabatan.pk,
        "user_id": jabatan.user_id,
        "role": jabatan.role,
        "until_date": yesterday if began_before else None,
    }
    if began_before:
        jabatan.until_date = yesterday
        jabatan.save(update_fields=["until_date"])
    else:
        jabatan.delete()
    return particulars


def end_opd_access(
    user_id: int, *, actor: Actor, roles: tuple[Role, ...], now: datetime, source: str
) -> None:
    """End what an account holds for its OPD, inside the caller's transaction; the account itself is for an admin."""
    kantor = Kantor.objects.select_for_update().get()
    for jabatan in Jabatan.objects.held_on(local_date(now)).filter(user_id=user_id, role=Role.OPD):
        said = end_at_once(jabatan, now)
        record_for_kantor(kantor, "jabatan.ended", said, actor=actor, now=now, source=source, roles=roles)
