"""The letter by which an OPD is invited: one of Loket's own must be signed, and name the meeting that it invites to."""

from datetime import datetime

from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.core.zone import ZONE
from loket.models.naskah import Naskah
from loket.models.permintaan import Permintaan

JENIS = "surat_undangan"


def require_signed(permintaan: Permintaan, nomor: str, start: datetime) -> None:
    """Raises Invalid. A number that Loket has not given is that of a letter written elsewhere, such as in SRIKANDI."""
    naskah = Naskah.objects.filter(nomor=nomor.strip()).first()
    if naskah is None:
        return
    problems = Problems()
    fits = (naskah.permintaan_id, naskah.jenis) == (permintaan.pk, JENIS)
    problems.unless(fits, "nomor_surat", "Nomor ini bukan nomor surat undangan permintaan ini.")
    signed = naskah.state == Naskah.State.BERLAKU
    sentence = f"Surat undangan ini {naskah.get_state_display().lower()}. Tanda tangani lebih dahulu."
    problems.unless(signed or not fits, "nomor_surat", sentence)
    local = start.astimezone(ZONE)
    said = (naskah.isian.get("hari"), naskah.isian.get("mulai", "")[:5])
    same = said == (local.date().isoformat(), f"{local:%H:%M}")
    problems.unless(
        same or not fits,
        "start",
        "Tanggal dan jam rapat harus sama dengan yang tertulis pada surat undangan.",
    )
    if problems:
        raise Invalid(problems)
