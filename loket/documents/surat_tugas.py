"""Surat tugas: who is appointed to a permintaan, on what ground, for what."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.parts import KONSEP, Kop, Penandatangan, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class Petugas:
    nama: str
    jabatan: str
    peran: str
    jobdesk: str
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuratTugas:
    template: ClassVar[str] = "surat_tugas.typ"

    kop: Kop
    nomor: str
    dasar: tuple[str, ...]
    kepada: tuple[Petugas, ...]
    untuk: tuple[str, ...]
    waktu: str
    tempat: str
    tanggal: dt.date | None
    penandatangan: Penandatangan
    tembusan: tuple[str, ...] = ()
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Surat tugas {self.nomor}".strip()
