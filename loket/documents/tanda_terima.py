"""Tanda terima: what the office confirms to have received, and when."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.naskah import Naskah, Perihal
from loket.documents.parts import Penandatangan


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaTerima(Naskah):
    """`bentuk` is how the letter came ("Berkas fisik"); `catatan` what is still missing or comes next.

    `penerima` is the officer who took it in; None where the OPD sent it through Loket itself.
    """

    template: ClassVar[str] = "tanda_terima.typ"

    permintaan: Perihal
    surat_dari: str
    nomor_surat: str
    tanggal_surat: dt.date | None
    hal: str
    diterima: dt.datetime
    pengirim: str
    penerima: Penandatangan | None = None
    nomor_agenda: str = ""
    bentuk: str = ""
    berkas: tuple[str, ...] = ()
    catatan: str = ""

    @property
    def title(self) -> str:
        return f"Tanda terima {self.permintaan.nomor}"
