"""Surat dinas: a letter of the office, as one that asks for what is missing, refuses or redirects."""

from dataclasses import dataclass
from typing import ClassVar

from loket.documents.isi import Isi
from loket.documents.naskah import Korespondensi


@dataclass(frozen=True, slots=True, kw_only=True)
class SuratDinas(Korespondensi):
    template: ClassVar[str] = "surat_dinas.typ"

    isi: tuple[Isi, ...]
