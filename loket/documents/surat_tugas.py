"""Surat tugas: who works on a permintaan, in which role, on what ground."""

from dataclasses import dataclass, field
from typing import ClassVar

from loket.documents.naskah import Naskah
from loket.documents.parts import GROUPED, Penandatangan


@dataclass(frozen=True, slots=True, kw_only=True)
class Petugas:
    """`peran` is that in the team ("Sistem analis"), `jobdesk` what the person does in it."""

    nama: str
    jabatan: str
    pangkat: str = ""
    nip: str = field(default="", metadata=GROUPED)
    peran: str = ""
    jobdesk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuratTugas(Naskah):
    """`waktu` says how long it holds, as a sentence."""

    template: ClassVar[str] = "surat_tugas.typ"

    dasar: tuple[str, ...]
    kepada: tuple[Petugas, ...]
    untuk: tuple[str, ...]
    penandatangan: Penandatangan
    waktu: str = "Surat tugas ini berlaku sejak tanggal ditetapkan sampai dengan selesainya pekerjaan."
    tembusan: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return f"Surat tugas {self.nomor}".strip()
