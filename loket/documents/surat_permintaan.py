"""Surat permintaan: the letter by which an OPD asks the office for an application."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.isi import Isi
from loket.documents.parts import BASAH, Kop, Penandatangan, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class SuratPermintaan:
    template: ClassVar[str] = "surat_permintaan.typ"

    kop: Kop
    nomor: str
    hal: str
    tempat: str
    tanggal: dt.date
    kepada: str
    di: str
    isi: tuple[Isi, ...]
    penandatangan: Penandatangan
    sifat: str = "Biasa"
    lampiran: str = "-"
    tembusan: tuple[str, ...] = ()
    sah: Pengesahan = BASAH

    @property
    def title(self) -> str:
        return self.hal
