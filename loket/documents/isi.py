"""What a document's body is made of: paragraphs (plain strings), lists, pairs of label and value, tables."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Daftar:
    """A numbered list."""

    butir: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rincian:
    """Pairs of label and value, as "Nama aplikasi : SIPANTAU"."""

    butir: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with a header row; `lebar` gives the columns' shares of the width, equal when absent."""

    kolom: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    lebar: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.kolom:
            raise ValueError("A table needs at least one column.")
        if any(len(baris) != len(self.kolom) for baris in self.baris):
            raise ValueError(f"Every row of the table needs {len(self.kolom)} cells.")
        if self.lebar and (len(self.lebar) != len(self.kolom) or min(self.lebar) < 1):
            raise ValueError(f"The table needs {len(self.kolom)} widths of 1 or more, or none.")


Isi: TypeAlias = str | Daftar | Rincian | Tabel
