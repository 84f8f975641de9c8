"""Daftar hadir: who came to a meeting, with room to sign."""

from dataclasses import dataclass
from typing import ClassVar

from loket.documents.parts import KONSEP, Kop, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class Hadirin:
    """`hadir`: what is printed instead of a signature, or nothing where it is to be signed."""

    nama: str
    instansi: str
    jabatan: str = ""
    nip: str = ""
    hadir: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarHadir:
    """`kosong`: how many empty rows follow for guests."""

    template: ClassVar[str] = "daftar_hadir.typ"

    kop: Kop
    permintaan: str
    acara: str
    hari_tanggal: str
    waktu: str
    tempat: str
    hadirin: tuple[Hadirin, ...]
    kosong: int = 0
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Daftar hadir {self.acara}"
