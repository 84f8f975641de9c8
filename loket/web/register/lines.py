"""A line of a book, as it is written on the page, in a spreadsheet and on paper."""

from loket.application.data import local_date
from loket.core.capacity import label
from loket.documents import BarisNaskah, BarisSurat
from loket.models.naskah import DINAS, Naskah, TandaTangan
from loket.models.surat import Surat
from loket.queries.register import as_it_is_now, disposisi_of

APPROVED = "Disetujui dalam aplikasi"
RETURNED = "Dikembalikan kepada OPD"


def line_out(naskah: Naskah) -> BarisNaskah:
    first = signer_of(naskah)
    return BarisNaskah(
        urut=naskah.urut or 0,
        tanggal=naskah.tanggal,
        nomor=naskah.nomor,
        jenis=naskah.get_jenis_display(),
        tujuan=naskah.tujuan,
        hal=naskah.hal,
        penanda_tangan=first.nama if first else APPROVED,
        keadaan=naskah.get_state_display(),
    )


def signer_of(naskah: Naskah) -> TandaTangan | None:
    """Who signs for the office; None for what was approved in Loket."""
    return next((party for party in naskah.tandatangan_set.all() if party.pihak == DINAS), None)


def line_in(first: Surat) -> BarisSurat:
    surat, given = as_it_is_now(first), disposisi_of(first)
    return BarisSurat(
        agenda=first.nomor_agenda,
        diterima=local_date(first.received_at),
        asal=first.permintaan.opd.nama,
        nomor=surat.nomor_surat,
        tanggal=surat.tanggal_surat,
        hal=surat.perihal,
        sifat=given[-1].get_sifat_display() if given else "",
        diteruskan=passed_to(first),
        permintaan=first.permintaan.nomor,
    )


def passed_to(first: Surat) -> str:
    """Who has it by the last disposisi, and what became of it where it was sent back."""
    given = disposisi_of(first)
    if not given:
        return ""
    last = given[-1]
    return last.kepada.nama if last.kepada else RETURNED


def passed_by(first: Surat) -> str:
    """As whom it was passed on: "Kepala Dinas"."""
    given = disposisi_of(first)
    return label(given[-1].capacity) if given else ""
