"""Why a permintaan, or a change of it, waits, in words."""

from loket.core.advance import INCOMPLETE
from loket.core.pause import Party, Reason
from loket.core.role import Role
from loket.core.scope import APPROVED
from loket.models.permintaan import Permintaan


def scope_text(permintaan: Permintaan) -> str:
    """What the change of scope in hand waits for."""
    if permintaan.scope == APPROVED:
        return "Perubahan ruang lingkup belum masuk dokumen"
    return f"Perubahan ruang lingkup menunggu {Role(permintaan.scope).label}"


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
