"""BAST: the minutes by which the office hands an application over to the OPD that asked for it."""

import datetime as dt
from dataclasses import dataclass, field
from typing import ClassVar

from loket.documents.naskah import DuaPihak
from loket.documents.parts import ALSO_CAPITALS, Penandatangan


@dataclass(frozen=True, slots=True, kw_only=True)
class Serahan:
    """A row of what is handed over."""

    uraian: str
    jumlah: str = ""
    keterangan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saksi:
    nama: str
    jabatan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bast(DuaPihak):
    """`pemelihara` maintains it, `pendampingan_sampai` ends the mentoring, `tanda_rilis` is the tag of the code.

    The six provisions of DOMAIN 13.6 are made of these; `ketentuan_lain` follow as further ones. `lampiran`
    lists the files that belong to it.
    """

    template: ClassVar[str] = "bast.typ"

    aplikasi: str = field(metadata=ALSO_CAPITALS)
    versi: str
    pemelihara: str
    pendampingan_sampai: dt.date
    tanda_rilis: str
    rincian: tuple[Serahan, ...]
    alamat_aplikasi: str = ""
    ketentuan_lain: tuple[str, ...] = ()
    lampiran: tuple[str, ...] = ()
    saksi: tuple[Saksi, ...] = ()
    mengetahui: Penandatangan | None = None

    @property
    def title(self) -> str:
        return f"Berita acara serah terima aplikasi {self.aplikasi}"
