"""Berkas perkara: the index of all that was written on one permintaan, and the record of its steps."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from loket.documents.naskah import Naskah, Perihal


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiBerkas:
    """A document in the binder; `berkas` is its name in the archive beside the index."""

    uraian: str
    tanggal: dt.date | None = None
    nomor: str = ""
    penanda_tangan: str = ""
    halaman: int | None = None
    sha256: str = ""
    berkas: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JejakLangkah:
    """A run of a step: `ke` as "7" or "7 (ulang 2)"; a time is None as long as it has not come."""

    ke: str
    uraian: str
    pelaksana: str = ""
    tersedia: dt.datetime | None = None
    mulai: dt.datetime | None = None
    selesai: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasPerkara(Naskah):
    """`keterangan` are further facts of the permintaan in pairs; `per` is the moment that the index shows."""

    template: ClassVar[str] = "berkas_perkara.typ"

    permintaan: Perihal
    keadaan: str
    per: dt.datetime
    keterangan: tuple[tuple[str, str], ...] = ()
    isi: tuple[IsiBerkas, ...] = ()
    langkah: tuple[JejakLangkah, ...] = ()

    @property
    def title(self) -> str:
        return f"Berkas perkara {self.permintaan.nomor}"
