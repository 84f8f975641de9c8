"""Berita acara between two parties: acceptance test, handover of an application, addendum, handover of a task."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.parts import KONSEP, Kop, Penandatangan, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class Pihak:
    """A party as it is introduced: PIHAK KESATU of the office, PIHAK KEDUA of the OPD."""

    nama: str
    jabatan: str
    instansi: str
    nip: str = ""
    pangkat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serahan:
    """A row of what is handed over."""

    uraian: str
    jumlah: str
    keterangan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bast:
    """Berita acara serah terima aplikasi. `nomor_kedua` is the number that the OPD gives it, if it does."""

    template: ClassVar[str] = "bast.typ"

    kop: Kop
    nomor: str
    nomor_kedua: str
    nama_aplikasi: str
    versi: str
    tanggal: dt.date | None
    tempat: str
    kesatu: Pihak
    kedua: Pihak
    objek: tuple[tuple[str, str], ...]
    ketentuan: tuple[str, ...]
    rincian: tuple[Serahan, ...]
    dokumen: tuple[str, ...]
    penandatangan: tuple[Penandatangan, ...]
    saksi: tuple[str, ...] = ()
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Berita acara serah terima aplikasi {self.nama_aplikasi}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skenario:
    nama: str
    hasil: str
    catatan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeritaAcaraUat:
    """`kesimpulan`: accepted, accepted with remarks, or refused; `ke` counts the rounds."""

    template: ClassVar[str] = "berita_acara_uat.typ"

    kop: Kop
    nomor: str
    nama_aplikasi: str
    ke: int
    tanggal: dt.date | None
    tempat: str
    kesatu: Pihak
    kedua: Pihak
    objek: tuple[tuple[str, str], ...]
    skenario: tuple[Skenario, ...]
    kesimpulan: str
    catatan: str
    penandatangan: tuple[Penandatangan, ...]
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Berita acara uji penerimaan pengguna {self.nama_aplikasi}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """An agreed date that is put off; the one before stays on record. `tentang`: what was to end then."""

    template: ClassVar[str] = "addendum.typ"

    kop: Kop
    nomor: str
    nama_aplikasi: str
    tentang: str
    tanggal: dt.date | None
    tempat: str
    kesatu: Pihak
    kedua: Pihak
    dasar: tuple[str, ...]
    semula: dt.date
    menjadi: dt.date
    alasan: str
    penandatangan: tuple[Penandatangan, ...]
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Addendum waktu {self.tentang} {self.nama_aplikasi}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BeritaAcaraSerahTerimaTugas:
    """What one member of a team hands over to the next."""

    template: ClassVar[str] = "serah_terima_tugas.typ"

    kop: Kop
    nomor: str
    nama_aplikasi: str
    permintaan: str
    peran: str
    tanggal: dt.date | None
    tempat: str
    kesatu: Pihak
    kedua: Pihak
    alasan: str
    isi: tuple[tuple[str, str], ...]
    penandatangan: tuple[Penandatangan, ...]
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Berita acara serah terima tugas {self.permintaan}"
