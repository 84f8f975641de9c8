"""Lembar disposisi: the half-page form on which a letter travels from head to head, with each of its hops."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.parts import KONSEP, Kop, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One disposisi. `instruksi` are all that can be ticked, each with whether it is; `waktu` in words."""

    dari: str
    nama: str
    nip: str
    pangkat: str
    kepada: tuple[str, ...]
    instruksi: tuple[tuple[str, bool], ...]
    catatan: str
    waktu: str
    dibaca: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarDisposisi:
    """`sifat` are the choices of speed and secrecy, each with whether it holds; `batas` in words."""

    template: ClassVar[str] = "lembar_disposisi.typ"

    kop: Kop
    permintaan: str
    surat_dari: str
    nomor_surat: str
    tanggal_surat: dt.date
    diterima: dt.date
    nomor_agenda: str
    sifat: tuple[tuple[str, bool], ...]
    hal: str
    hops: tuple[Hop, ...]
    batas: str = ""
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return f"Lembar disposisi {self.permintaan}"
