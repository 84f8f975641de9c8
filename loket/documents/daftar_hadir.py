"""Daftar hadir: who came, or a form on which those who come sign."""

from dataclasses import dataclass, field
from typing import ClassVar

from loket.documents.naskah import Acara, Naskah
from loket.documents.parts import GROUPED, Penandatangan


@dataclass(frozen=True, slots=True, kw_only=True)
class Hadirin:
    """`keterangan` fills the place of the signature ("Hadir"); "" leaves it for one."""

    nama: str
    jabatan: str = ""
    instansi: str = ""
    nip: str = field(default="", metadata=GROUPED)
    keterangan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarHadir(Naskah):
    template: ClassVar[str] = "daftar_hadir.typ"

    acara: Acara
    peserta: tuple[Hadirin, ...]
    penandatangan: Penandatangan | None = None

    @property
    def title(self) -> str:
        return f"Daftar hadir {self.acara.nama}"
