"""Tanda terima: what the office hands out when a letter has come in."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.parts import KONSEP, Kop, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaTerima:
    """`diterima`: day and time in words. `kode_lacak` follows the request without an account."""

    template: ClassVar[str] = "tanda_terima.typ"

    kop: Kop
    permintaan: str
    nomor_agenda: str
    dari: str
    nomor_surat: str
    tanggal_surat: dt.date
    hal: str
    bentuk: str
    kanal: str
    diterima: str
    nama_aplikasi: str
    narahubung: str
    kode_lacak: str
    alamat_lacak: str
    catatan: tuple[str, ...] = ()
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Tanda terima {self.permintaan}"
