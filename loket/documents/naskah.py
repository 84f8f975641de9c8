"""What kinds of naskah dinas have in common: the two shapes of DOMAIN 2, and the parties of a berita acara."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Protocol

from loket.documents.parts import Kop, Penandatangan, Pengesahan


class Dokumen(Protocol):
    """A dataclass that can be set: its template, and the title by which a reader's program names the file."""

    template: ClassVar[str]

    @property
    def title(self) -> str: ...

    @property
    def sah(self) -> Pengesahan: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Naskah:
    """`nomor` "" is a number not yet taken, `tanggal` None a day not yet known: both are printed as a blank."""

    kop: Kop
    sah: Pengesahan
    nomor: str = ""
    tempat: str = ""
    tanggal: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Korespondensi(Naskah):
    """Bentuk korespondensi: `klasifikasi` is who may read it, `sifat` how fast it goes; each is printed if given."""

    hal: str
    kepada: tuple[str, ...]
    di: str
    penandatangan: Penandatangan
    sifat: str = "Biasa"
    klasifikasi: str = ""
    lampiran: str = "-"
    tembusan: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.hal


@dataclass(frozen=True, slots=True, kw_only=True)
class Pihak:
    """A party: who signs for it (PIHAK KESATU and PIHAK KEDUA are set by the template), and for which agency."""

    orang: Penandatangan
    instansi: str
    alamat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DuaPihak(Naskah):
    """A document in the name of two parties; the second may number it too."""

    pihak_kesatu: Pihak
    pihak_kedua: Pihak
    nomor_kedua: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acara:
    """When and where something is held; `selesai` None is printed "s.d. selesai"."""

    nama: str
    mulai: dt.datetime
    selesai: dt.datetime | None = None
    tempat: str = ""
    tautan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Perihal:
    """Which permintaan a document is about."""

    nomor: str
    aplikasi: str
    opd: str
