"""Notulen: the minutes of a technical meeting, with what was agreed."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.isi import Isi
from loket.documents.parts import KONSEP, Kop, Penandatangan, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class TindakLanjut:
    apa: str
    siapa: str
    kapan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notulen:
    """`kesimpulan` and `pembahasan` as bodies; `peserta` one a line, with their agency."""

    template: ClassVar[str] = "notulen.typ"

    kop: Kop
    nomor: str
    rapat: str
    hari_tanggal: str
    waktu: str
    tempat: str
    pimpinan: str
    notulis: str
    peserta: tuple[str, ...]
    agenda: tuple[str, ...]
    pembahasan: tuple[Isi, ...]
    kesimpulan: tuple[Isi, ...]
    tindak_lanjut: tuple[TindakLanjut, ...]
    penutup: str
    kota: str
    tanggal: dt.date | None
    penandatangan: tuple[Penandatangan, ...]
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Notulen {self.rapat}"
