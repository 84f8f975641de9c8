"""What every end before the end of the road leaves behind: its reasons, and a closed ticket."""

from typing import Any

from loket.application.registry import Happened, Work
from loket.models.penutupan import Penutupan
from loket.models.tiket import Tiket


def close(work: Work, kind: str, **said: Any) -> Happened:
    """`said` are columns of `Penutupan`."""
    row = Penutupan.objects.create(permintaan=work.permintaan, by_id=work.by, at=work.now, **said)
    open_ticket = Tiket.objects.filter(permintaan=work.permintaan, state=Tiket.State.TERBUKA)
    open_ticket.update(state=Tiket.State.DITUTUP, changed_at=work.now)
    return Happened(kind=kind, particulars={"penutupan_id": row.pk})
