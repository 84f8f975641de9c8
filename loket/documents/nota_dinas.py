"""Nota dinas: a letter inside the office."""

from dataclasses import dataclass
from typing import ClassVar

from loket.documents.isi import Isi
from loket.documents.naskah import Naskah
from loket.documents.parts import Penandatangan


@dataclass(frozen=True, slots=True, kw_only=True)
class NotaDinas(Naskah):
    """`kepada` and `dari` are positions."""

    template: ClassVar[str] = "nota_dinas.typ"

    kepada: str
    dari: str
    hal: str
    isi: tuple[Isi, ...]
    penandatangan: Penandatangan
    sifat: str = "Biasa"
    klasifikasi: str = ""
    lampiran: str = "-"
    tembusan: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.hal
