"""Nota dinas: a memo inside the office."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.isi import Isi
from loket.documents.parts import KONSEP, Kop, Penandatangan, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class NotaDinas:
    template: ClassVar[str] = "nota_dinas.typ"

    kop: Kop
    nomor: str
    kepada: str
    dari: str
    tembusan: tuple[str, ...]
    tanggal: dt.date | None
    sifat: str
    lampiran: str
    hal: str
    isi: tuple[Isi, ...]
    penandatangan: Penandatangan
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return self.hal
