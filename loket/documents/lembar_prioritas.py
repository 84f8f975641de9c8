"""Lembar prioritas: the dokumen prioritas pelayanan of SOP row 4, with every score that led to it."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from loket.documents.naskah import Naskah, Perihal
from loket.documents.parts import Penandatangan


@dataclass(frozen=True, slots=True, kw_only=True)
class Kriteria:
    """`nilai` is 1 to 4 and `arti` what it means for this criterion; `tertimbang` = bobot x nilai / 4."""

    nama: str
    bobot: int
    nilai: int
    tertimbang: Decimal
    arti: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarPrioritas(Naskah):
    """`hasil` is the level that was reckoned, `keputusan` the one decided; `alasan` why they differ."""

    template: ClassVar[str] = "lembar_prioritas.typ"

    permintaan: Perihal
    kriteria: tuple[Kriteria, ...]
    total: Decimal
    hasil: str
    keputusan: str
    penandatangan: Penandatangan
    alasan: str = ""
    tenggat: dt.date | None = None

    @property
    def title(self) -> str:
        return f"Lembar prioritas pelayanan {self.permintaan.nomor}"
