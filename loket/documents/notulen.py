"""Notulen: the minutes of a technical meeting."""

from dataclasses import dataclass
from typing import ClassVar

from loket.documents.isi import Isi
from loket.documents.naskah import Acara, Naskah
from loket.documents.parts import Penandatangan


@dataclass(frozen=True, slots=True, kw_only=True)
class Pembahasan:
    """What was said on one point of the agenda, or "" on all of them."""

    agenda: str
    isi: tuple[Isi, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TindakLanjut:
    """What is to be done by whom, until when."""

    apa: str
    siapa: str
    kapan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notulen(Naskah):
    """`kesepakatan` are pairs, as ("Waktu pengerjaan", "1 Desember 2026 s.d. 26 Februari 2027").

    `peserta` names those who came; `pimpinan` and `notulis` sign, or the first alone who wrote it up too.
    """

    template: ClassVar[str] = "notulen.typ"

    acara: Acara
    pimpinan: Penandatangan
    jumlah_peserta: int
    notulis: Penandatangan | None = None
    peserta: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    pembahasan: tuple[Pembahasan, ...] = ()
    kesimpulan: tuple[str, ...] = ()
    kesepakatan: tuple[tuple[str, str], ...] = ()
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    penutup: str = ""

    @property
    def title(self) -> str:
        return f"Notulen {self.acara.nama}"
