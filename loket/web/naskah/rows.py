"""A naskah as a row, with its state in words."""

from typing import Literal

from django.urls import reverse

from loket.core.zone import ZONE
from loket.models.naskah import Naskah
from loket.web import formats
from loket.web.components.badges import Badge
from loket.web.components.records import DocumentRow

State = Naskah.State
_LOOKS: dict[str, tuple[Literal["", "nila", "gawat", "aman", "tunggu"], str]] = {
    State.KONSEP: ("", "file-pen"),
    State.MENUNGGU: ("tunggu", "hourglass"),
    State.BERLAKU: ("aman", "circle-check"),
    State.DIBATALKAN: ("gawat", "circle-x"),
    State.DIGANTIKAN: ("", "repeat"),
}


def naskah_url(pk: int) -> str:
    return reverse("satu_naskah", args=[pk])


def state_badge(naskah: Naskah) -> Badge:
    kind, icon = _LOOKS[naskah.state]
    return Badge(text=naskah.get_state_display(), kind=kind, icon=icon)


def naskah_row(naskah: Naskah) -> DocumentRow:
    """Its title opens it; the file is downloaded from there."""
    local = (naskah.issued_at or naskah.drafted_at).astimezone(ZONE)
    day = f"{local.day} {formats.SHORT_MONTHS[local.month - 1]}"
    words = (naskah.nomor, day, naskah.get_state_display().lower())
    return DocumentRow(
        title=naskah.get_jenis_display(),
        url=naskah_url(naskah.pk),
        detail=", ".join(word for word in words if word),
        download_url=reverse("naskah_pdf", args=[naskah.pk]) if naskah.issued_at else "",
    )


def waiting_row(naskah: Naskah) -> DocumentRow:
    """What somebody is to sign, with whose request it is about."""
    words = (naskah.nomor, naskah.permintaan.nama_aplikasi, naskah.permintaan.opd.singkatan)
    return DocumentRow(
        title=naskah.get_jenis_display(),
        url=naskah_url(naskah.pk),
        detail=", ".join(word for word in words if word),
    )
