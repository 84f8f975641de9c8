"""Daftar naskah: the register of letters, as a table over many pages."""

import datetime as dt
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from loket.documents.naskah import Naskah
from loket.documents.parts import CAPITALS


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisNaskah:
    """`urut` is the number in the register, `keadaan` as "Berlaku" or "Dibatalkan"."""

    urut: int
    tanggal: dt.date | None
    nomor: str
    jenis: str
    tujuan: str
    hal: str
    penanda_tangan: str
    keadaan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarNaskah(Naskah):
    """`saringan` says what was searched for, `per` when; `judul` as "Buku Agenda Surat Keluar Tahun 2026".

    `tujuan_atau_asal` heads the column of the other side: "Tujuan" for letters out, "Asal" for letters in.
    """

    template: ClassVar[str] = "daftar_naskah.typ"

    judul: str = field(metadata=CAPITALS)
    per: dt.datetime
    baris: tuple[BarisNaskah, ...]
    saringan: str = ""
    tujuan_atau_asal: Literal["Tujuan", "Asal"] = "Tujuan"

    @property
    def title(self) -> str:
        return self.judul
