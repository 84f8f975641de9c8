"""Lembar reviu: what was examined in a specification or design, and with what result."""

from dataclasses import dataclass
from typing import ClassVar

from loket.documents.naskah import Naskah, Perihal
from loket.documents.parts import Penandatangan


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirReviu:
    """A point of the checklist: `hasil` as "Sesuai"."""

    kode: str
    uraian: str
    hasil: str
    catatan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarReviu(Naskah):
    """`dokumen` is what was examined, with its version and the SHA-256 of the file; `putaran` counts the rounds."""

    template: ClassVar[str] = "lembar_reviu.typ"

    permintaan: Perihal
    dokumen: str
    versi: str
    putaran: int
    kesimpulan: str
    peninjau: tuple[Penandatangan, ...]
    sha256: str = ""
    butir: tuple[ButirReviu, ...] = ()
    catatan: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return f"Lembar reviu {self.dokumen} {self.permintaan.nomor}"
