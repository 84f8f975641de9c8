"""Daftar surat masuk: the book of letters in, as a table over many pages."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.naskah import Naskah


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSurat:
    """`agenda` is its number in the book, `diteruskan` to whom the heads have passed it, `permintaan` what it led to."""

    agenda: str
    diterima: dt.date
    asal: str
    nomor: str
    tanggal: dt.date
    hal: str
    sifat: str
    diteruskan: str
    permintaan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarSurat(Naskah):
    """`saringan` says what was searched for, `per` when; `judul` as "Buku Agenda Surat Masuk Tahun 2026"."""

    template: ClassVar[str] = "daftar_surat.typ"

    judul: str
    per: dt.datetime
    baris: tuple[BarisSurat, ...]
    saringan: str = ""

    @property
    def title(self) -> str:
        return self.judul
