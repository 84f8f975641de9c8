"""Surat undangan: the invitation to a technical meeting."""

from dataclasses import dataclass
from typing import ClassVar

from loket.documents.isi import Isi
from loket.documents.naskah import Acara, Korespondensi


@dataclass(frozen=True, slots=True, kw_only=True)
class Undangan:
    nama: str
    jabatan: str = ""
    instansi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuratUndangan(Korespondensi):
    """`bahan` is what to bring; the invitees, if any, are listed in an annex."""

    template: ClassVar[str] = "surat_undangan.typ"

    pembuka: tuple[Isi, ...]
    acara: Acara
    penutup: tuple[Isi, ...]
    bahan: str = ""
    undangan: tuple[Undangan, ...] = ()
