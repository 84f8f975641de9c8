"""Lembar prioritas: the scoring sheet of the SOP's "dokumen prioritas pelayanan"."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.parts import KONSEP, Kop, Penandatangan, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class Kriteria:
    """`nilai` 1 to 4, `bobot` in per cent, `tertimbang` = bobot x nilai / 4, written with a comma."""

    nama: str
    bobot: int
    nilai: int
    tertimbang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarPrioritas:
    template: ClassVar[str] = "lembar_prioritas.typ"

    kop: Kop
    permintaan: str
    nama_aplikasi: str
    opd: str
    kriteria: tuple[Kriteria, ...]
    total: str
    hasil: str
    keputusan: str
    alasan: str
    tenggat: str
    tempat: str
    tanggal: dt.date
    penandatangan: Penandatangan
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Lembar prioritas pelayanan {self.permintaan}"
