"""What every end before the end of the road leaves behind: its reasons, and nothing that is still open."""

from typing import Any

from loket.application.registry import Happened, Work
from loket.models.jeda import Jeda
from loket.models.penutupan import Penutupan
from loket.models.tiket import Tiket


def close(work: Work, kind: str, **said: Any) -> Happened:
    """`said` are columns of `Penutupan`."""
    row = Penutupan.objects.create(permintaan=work.permintaan, by_id=work.by, at=work.now, **said)
    leave_nothing_open(work)
    return Happened(kind=kind, particulars={"penutupan_id": row.pk})


def leave_nothing_open(work: Work) -> None:
    """Close the ticket of an application that was not made, and end the pause."""
    ticket = Tiket.objects.filter(permintaan=work.permintaan, state=Tiket.State.TERBUKA)
    ticket.update(state=Tiket.State.DITUTUP, changed_at=work.now)
    pause = Jeda.objects.filter(permintaan=work.permintaan, resumed_at=None)
    pause.update(resumed_at=work.now, resumed_by=work.by)
