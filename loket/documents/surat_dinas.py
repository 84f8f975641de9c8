"""Surat dinas in the shape of correspondence (Permendagri 1/2023), and the invitation, which is one."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.isi import Isi
from loket.documents.parts import KONSEP, Kop, Penandatangan, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class Lampiran:
    """An annex; each of its pages repeats the number, the date and the subject of the letter."""

    judul: str
    isi: tuple[Isi, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuratDinas:
    """`kepada` a line each; `di` where they are. `lampiran` as printed, "-" or "1 (satu) berkas"."""

    template: ClassVar[str] = "surat_dinas.typ"

    kop: Kop
    nomor: str
    sifat: str
    lampiran: str
    hal: str
    tempat: str
    tanggal: dt.date | None
    kepada: tuple[str, ...]
    di: str
    isi: tuple[Isi, ...]
    penandatangan: Penandatangan
    tembusan: tuple[str, ...] = ()
    annex: Lampiran | None = None
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return self.hal


@dataclass(frozen=True, slots=True, kw_only=True)
class Acara:
    """The block of an invitation; all in words, `pukul` as 09.00 s.d. 11.00 WIB."""

    hari_tanggal: str
    pukul: str
    tempat: str
    acara: str
    tautan: str = ""
    bahan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuratUndangan:
    """`undangan`: those invited, on an annex; none, no annex."""

    template: ClassVar[str] = "surat_undangan.typ"

    kop: Kop
    nomor: str
    sifat: str
    lampiran: str
    hal: str
    tempat: str
    tanggal: dt.date | None
    kepada: tuple[str, ...]
    di: str
    pembuka: str
    acara: Acara
    penutup: str
    penandatangan: Penandatangan
    undangan: tuple[str, ...] = ()
    tembusan: tuple[str, ...] = ()
    sah: Pengesahan = KONSEP

    @property
    def title(self) -> str:
        return self.hal
