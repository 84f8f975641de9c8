"""Berita acara serah terima tugas: work passes from one member of the team to another."""

from dataclasses import dataclass
from typing import ClassVar

from loket.documents.bast import Serahan
from loket.documents.naskah import DuaPihak, Perihal
from loket.documents.parts import Penandatangan


@dataclass(frozen=True, slots=True, kw_only=True)
class BeritaAcaraSerahTerimaTugas(DuaPihak):
    """`tugas` is the role that passes on, `alasan` why; `keadaan` is how far the work has come."""

    template: ClassVar[str] = "serah_terima_tugas.typ"

    permintaan: Perihal
    tugas: str
    alasan: str
    keadaan: str
    serahan: tuple[Serahan, ...] = ()
    akses: tuple[str, ...] = ()
    mengetahui: Penandatangan | None = None

    @property
    def title(self) -> str:
        return f"Berita acara serah terima tugas {self.permintaan.nomor}"
