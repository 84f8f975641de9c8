"""Lembar disposisi: who passed a letter to whom, with which instruction."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.naskah import Naskah
from loket.documents.parts import Penandatangan


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilihan:
    """A box of the form, ticked or not."""

    teks: str
    dipilih: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One passing on. `dari` signs it in the capacity that its jabatan says, such as "Plh. Kepala Dinas ..."."""

    dari: Penandatangan
    kepada: tuple[str, ...]
    waktu: dt.datetime
    instruksi: tuple[Pilihan, ...] = ()
    catatan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarDisposisi(Naskah):
    """The boxes of `sifat` are Sangat Segera, Segera and Rahasia; the last follows the security class."""

    template: ClassVar[str] = "lembar_disposisi.typ"

    surat_dari: str
    nomor_surat: str
    tanggal_surat: dt.date | None
    diterima: dt.date | None
    nomor_agenda: str
    hal: str
    hop: tuple[Hop, ...]
    sifat: tuple[Pilihan, ...] = (
        Pilihan(teks="Sangat Segera"),
        Pilihan(teks="Segera"),
        Pilihan(teks="Rahasia"),
    )

    @property
    def title(self) -> str:
        return f"Lembar disposisi {self.nomor_agenda}".strip()
