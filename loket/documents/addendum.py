"""Addendum: two parties change what they had agreed."""

from dataclasses import dataclass, field
from typing import ClassVar

from loket.documents.naskah import DuaPihak, Perihal
from loket.documents.parts import ALSO_CAPITALS


@dataclass(frozen=True, slots=True, kw_only=True)
class Perubahan:
    """What is changed, how it was and how it becomes; dates as text."""

    pokok: str
    semula: str
    menjadi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum(DuaPihak):
    """`atas` is the agreement that it changes, as "Kesepakatan rapat teknis tanggal 17 November 2026"."""

    template: ClassVar[str] = "addendum.typ"

    permintaan: Perihal
    atas: str = field(metadata=ALSO_CAPITALS)
    perubahan: tuple[Perubahan, ...]
    alasan: str

    @property
    def title(self) -> str:
        return f"Addendum {self.atas}"
