"""Berita acara UAT: what the OPD tested, and whether it accepts the application."""

from dataclasses import dataclass
from typing import ClassVar

from loket.documents.naskah import DuaPihak, Perihal


@dataclass(frozen=True, slots=True, kw_only=True)
class Skenario:
    """`hasil` is "Lulus" or "Gagal"."""

    kode: str
    uraian: str
    hasil: str
    catatan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeritaAcaraUat(DuaPihak):
    """`kesimpulan` is "diterima", "diterima dengan catatan" or "ditolak"; `catatan` what is still to be mended.

    `bukti`: the file with the evidence of the office's own tests, known by its `sha256`.
    """

    template: ClassVar[str] = "berita_acara_uat.typ"

    permintaan: Perihal
    versi: str
    skenario: tuple[Skenario, ...]
    bukti: str
    sha256: str
    kesimpulan: str
    catatan: tuple[str, ...] = ()
    putaran: int = 1

    @property
    def title(self) -> str:
        return f"Berita acara uji penerimaan pengguna aplikasi {self.permintaan.aplikasi}"
