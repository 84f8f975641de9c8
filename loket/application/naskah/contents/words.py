"""What several kinds of naskah say alike: the letter they answer, the people they name."""

from collections.abc import Iterable
from datetime import datetime

from loket.application.data import local_date
from loket.application.naskah.content import Subject
from loket.application.naskah.letterhead import titles_on
from loket.core.agency_head import head_of_agency
from loket.core.calendar_plan import spelt
from loket.core.capacity import own_position
from loket.core.zone import ZONE
from loket.documents import Penandatangan, Pihak
from loket.models.permintaan import Permintaan
from loket.models.surat import Disposisi, Surat
from loket.models.user import User


def moment(at: datetime) -> str:
    """24 November 2026 pukul 09.00 WIB."""
    return f"{spelt(local_date(at))} pukul {at.astimezone(ZONE):%H.%M} WIB"


def numbered(lines: Iterable[str]) -> str:
    """One below the other, as a field with several lines holds them."""
    return "\n".join(lines)


def letter_of(permintaan: Permintaan) -> Surat:
    return permintaan.surat_set.select_related("version__upload").get(is_current=True)


def about_letter(permintaan: Permintaan) -> str:
    """Within a sentence: surat Dinas ... Nomor ... tanggal ... hal ..."""
    surat = letter_of(permintaan)
    return (
        f"surat {permintaan.opd.nama} Nomor {surat.nomor_surat}"
        f" tanggal {spelt(surat.tanggal_surat)} hal {surat.perihal}"
    )


def head_of_opd(permintaan: Permintaan) -> str:
    return head_of_agency(permintaan.opd.nama)


def as_whom(one: Disposisi) -> str:
    """The full title of whoever gave it, with Plh. or Plt.; a superior gives it for a vacant position as themselves."""
    prefix, role = own_position(one.capacity)
    return f"{prefix} {titles_on(local_date(one.at))[role]}".strip()


def columns(line: str, count: int) -> tuple[str, ...]:
    """What stands between semicolons; what is not there is empty."""
    parts = [part.strip() for part in line.split(";", count - 1)]
    return (*parts, *[""] * (count - len(parts)))


def title_of(user: User) -> str:
    """The position that a person holds, as it is called; of several the first."""
    held = user.jabatan_set.order_by("kind", "-from_date").first()
    return (held.title or str(held)) if held else ""


def person(
    user: User, *, jabatan: str = "", peran: str = "", approved: datetime | None = None
) -> Penandatangan:
    """Somebody who has approved in Loket, with when."""
    return Penandatangan(
        jabatan=(jabatan or title_of(user),),
        nama=user.nama,
        pangkat=user.pangkat,
        nip=user.nip,
        peran=peran,
        disetujui=moment(approved) if approved else "",
    )


def of_office(subject: Subject, who: Penandatangan) -> Pihak:
    return Pihak(orang=who, instansi=subject.kantor.instansi, alamat=subject.kantor.alamat)


def of_opd(subject: Subject, who: Penandatangan) -> Pihak:
    return Pihak(orang=who, instansi=subject.permintaan.opd.nama)
