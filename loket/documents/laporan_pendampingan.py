"""Laporan pendampingan (SOP row 12, output)."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.isi import Isi
from loket.documents.parts import KONSEP, Kop, Penandatangan, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanPendampingan:
    """`isi` by section: pendahuluan, kegiatan, hasil, simpulan dan saran, penutup."""

    template: ClassVar[str] = "laporan_pendampingan.typ"

    kop: Kop
    nomor: str
    tentang: str
    bagian: tuple[tuple[str, tuple[Isi, ...]], ...]
    tempat: str
    tanggal: dt.date | None
    penandatangan: tuple[Penandatangan, ...]
    lampiran: tuple[str, ...] = ()
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Laporan tentang {self.tentang}"
