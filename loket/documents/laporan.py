"""Laporan: an office document in numbered sections, such as a specification, test evidence, minutes or a report."""

import datetime as dt
from dataclasses import dataclass, field
from typing import ClassVar

from loket.documents.isi import Isi
from loket.documents.parts import BASAH, CAPITALS, Kop, Penandatangan, Pengesahan


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """One numbered section; sections inside it are numbered under it."""

    judul: str
    isi: tuple[Isi, ...] = ()
    bagian: tuple["Bagian", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laporan:
    """`jenis` is the kind of document as printed above the title, such as "Berita Acara UAT"."""

    template: ClassVar[str] = "laporan.typ"

    jenis: str = field(metadata=CAPITALS)
    judul: str
    bagian: tuple[Bagian, ...]
    subjudul: str = ""
    kop: Kop | None = None
    keterangan: tuple[tuple[str, str], ...] = ()
    tempat: str = ""
    tanggal: dt.date | None = None
    penandatangan: tuple[Penandatangan, ...] = ()
    sah: Pengesahan = BASAH

    @property
    def title(self) -> str:
        return self.judul
