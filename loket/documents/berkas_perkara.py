"""Berkas perkara: the index of everything that one permintaan has left, in order, with the hash of each file."""

from dataclasses import dataclass
from typing import ClassVar

from loket.documents.parts import KONSEP, Kop, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class Berkas:
    """`berkas` is its name in the archive beside the index; `sidik` its SHA-256."""

    tanggal: str
    uraian: str
    nomor: str
    penandatangan: str
    halaman: int
    berkas: str
    sidik: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catatan:
    """An entry of the record."""

    waktu: str
    oleh: str
    peristiwa: str
    sidik: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasPerkara:
    template: ClassVar[str] = "berkas_perkara.typ"

    kop: Kop
    permintaan: str
    nama_aplikasi: str
    identitas: tuple[tuple[str, str], ...]
    berkas: tuple[Berkas, ...]
    catatan: tuple[Catatan, ...]
    disusun: str
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Berkas perkara {self.permintaan}"
