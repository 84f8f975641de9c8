"""Daftar naskah: the register of letters as a table, for print."""

from dataclasses import dataclass
from typing import ClassVar

from loket.documents.parts import KONSEP, Kop, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarNaskah:
    """`kolom` with the share of the width of each; landscape, the header repeated on every page."""

    template: ClassVar[str] = "daftar_naskah.typ"

    kop: Kop
    judul: str
    keterangan: str
    kolom: tuple[tuple[str, int], ...]
    baris: tuple[tuple[str, ...], ...]
    dicetak: str
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return self.judul
