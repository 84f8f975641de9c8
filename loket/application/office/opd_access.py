"""An account of an OPD that no longer speaks for it."""

from datetime import datetime, timedelta

from loket.application.data import local_date
from loket.application.office.ending import end_on
from loket.application.office.ledger import record_for_kantor
from loket.core.actor import Actor
from loket.core.role import Role
from loket.models.kantor import Kantor
from loket.models.user import Jabatan


def end_opd_access(
    user_id: int, *, actor: Actor, roles: tuple[Role, ...], now: datetime, source: str
) -> None:
    """End what an account holds for its OPD, inside the caller's transaction; the account itself is for an admin."""
    kantor = Kantor.objects.select_for_update().get()
    today = local_date(now)
    for jabatan in Jabatan.objects.held_on(today).filter(user_id=user_id, role=Role.OPD):
        said = end_on(jabatan, today - timedelta(days=1) if jabatan.from_date < today else None)
        record_for_kantor(kantor, "jabatan.ended", said, actor=actor, now=now, source=source, roles=roles)
