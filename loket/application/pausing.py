"""The rows of a pause; what it does to the clocks is told by the particulars of its entry."""

from datetime import date
from typing import Any

from loket.application.registry import Work
from loket.core.pause import Reason
from loket.models.jeda import Jeda


def stand_still(work: Work, reason: Reason, catatan: str, *, perkiraan: date | None = None) -> dict[str, Any]:
    """Note why a permintaan waits; returns the particulars."""
    jeda = Jeda.objects.create(
        permintaan=work.permintaan,
        alasan=reason,
        catatan=catatan,
        perkiraan=perkiraan,
        paused_at=work.now,
        paused_by_id=work.by,
    )
    return {"jeda_id": jeda.pk, "alasan": reason}


def go_on(work: Work, hasil: str) -> dict[str, Any]:
    """Note that it waits no longer, and what has come; returns the particulars."""
    jeda = Jeda.objects.get(permintaan=work.permintaan, resumed_at=None)
    jeda.resumed_at, jeda.resumed_by_id, jeda.hasil = work.now, work.by, hasil
    jeda.save(update_fields=["resumed_at", "resumed_by", "hasil"])
    return {"jeda_id": jeda.pk}
