"""Laporan pendampingan: what was done for the OPD after the launch."""

import datetime as dt
from dataclasses import dataclass, field
from typing import ClassVar

from loket.documents.isi import Isi
from loket.documents.naskah import Naskah
from loket.documents.parts import CAPITALS, Penandatangan


@dataclass(frozen=True, slots=True, kw_only=True)
class Kegiatan:
    tanggal: dt.date
    uraian: str
    hasil: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanPendampingan(Naskah):
    """Chapters A to E of DOMAIN 2.2: `tentang` completes the title, an empty part prints that there is none."""

    template: ClassVar[str] = "laporan_pendampingan.typ"

    tentang: str = field(metadata=CAPITALS)
    penandatangan: Penandatangan
    umum: str = ""
    maksud_dan_tujuan: str = ""
    ruang_lingkup: str = ""
    dasar: tuple[str, ...] = ()
    kegiatan: tuple[Kegiatan, ...] = ()
    hasil: tuple[Isi, ...] = ()
    simpulan: str = ""
    saran: str = ""
    penutup: str = ""
    menyetujui: tuple[Penandatangan, ...] = ()
    lampiran: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return f"Laporan tentang {self.tentang}"
