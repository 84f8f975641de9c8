"""Why a permintaan waits, in words."""

from loket.core.advance import INCOMPLETE
from loket.core.pause import Party, Reason
from loket.models.permintaan import Permintaan


def waiting_text(permintaan: Permintaan) -> tuple[str, str]:
    """How it stands, and for what: "Dijeda", "menunggu OPD"."""
    if permintaan.waiting_reason == INCOMPLETE:
        return "Menunggu kelengkapan", "dari OPD"
    if permintaan.waiting_reason == Reason.DITANGGUHKAN:
        return "Ditangguhkan", Party(permintaan.waiting_on).suspends
    return "Dijeda", Reason(permintaan.waiting_reason).label


def waiting_sentence(permintaan: Permintaan) -> str:
    how, what = waiting_text(permintaan)
    return f"{how} {what}" if what.startswith(("dari", "oleh")) else f"{how}, {what}"
