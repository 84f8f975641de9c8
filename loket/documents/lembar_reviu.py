"""Lembar reviu: what was said of each version of a document until it was approved."""

from dataclasses import dataclass
from typing import ClassVar

from loket.documents.parts import KONSEP, Kop, Penandatangan, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class Tanggapan:
    """`waktu` in words; `keputusan` as "Disetujui" or "Dikembalikan"."""

    versi: str
    oleh: str
    selaku: str
    waktu: str
    keputusan: str
    catatan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarReviu:
    """`sidik`: the SHA-256 of the version that was approved."""

    template: ClassVar[str] = "lembar_reviu.typ"

    kop: Kop
    permintaan: str
    nama_aplikasi: str
    opd: str
    dokumen: str
    versi: str
    sidik: str
    tanggapan: tuple[Tanggapan, ...]
    penandatangan: tuple[Penandatangan, ...]
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Lembar reviu {self.dokumen} {self.permintaan}"
