"""The requests of the demo as data (`requests.toml`): who asks for what, and how far it has come."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

Place = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """`nomor` without its year; `jabatan` of the signer without the agency."""

    nomor: str
    bentuk: str
    kanal: str
    kepala: str
    jabatan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pic:
    """The contact, who is also the agency's account."""

    akun: str
    nama: str
    telepon: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Said after the bagian `sesudah` was done, or `hari` working days after it was begun."""

    sesudah: str
    oleh: str
    isi: str
    hari: int | None = None
    internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """An act outside the steps: its key, who did it, and its data."""

    apa: str
    oleh: str
    isi: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story:
    """One request; `requests.toml` says what each name means."""

    opd: str
    nama: str
    kebutuhan: str
    alasan: str
    layanan: str
    pengguna: str
    fitur: tuple[str, ...]
    skor: tuple[int, ...]
    tim: tuple[str, str]
    sampai: str
    surat: Letter
    pic: Pic
    dipakai: int
    lalu: int = 0
    baru: int | None = None
    berjalan: int | None = None
    tenggat: int | None = None
    luncur: int = 1
    asli: int | None = None
    jam: int = 9
    tindakan: Turn | None = None
    kekurangan: str = ""
    belok: tuple[str, ...] = ()
    kemajuan: tuple[str, ...] = ()
    kegiatan: tuple[str, ...] = ()
    lama: Mapping[str, int] = field(default_factory=dict)
    diskusi: tuple[Remark, ...] = ()

    @property
    def short(self) -> str:
        """The acronym before the long name."""
        return self.nama.partition(" (")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """A draft: whose, where ("baru" or the acronym of a story and its bagian), and what was typed."""

    akun: str
    tempat: str
    isian: Mapping[str, str]
    langkah: str = ""


@cache
def stories() -> tuple[Story, ...]:
    return tuple(_story(row) for row in _file()["permintaan"])


@cache
def unsent() -> tuple[Unsent, ...]:
    return tuple(Unsent(**row) for row in _file()["draf"])


def _story(row: Mapping[str, Any]) -> Story:
    plain: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    plain["surat"], plain["pic"] = Letter(**row["surat"]), Pic(**row["pic"])
    if "tindakan" in row:
        plain["tindakan"] = Turn(**row["tindakan"])
    plain["diskusi"] = tuple(Remark(**remark) for remark in row.get("diskusi", ()))
    return Story(**plain)


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(files("loket.cli.demo").joinpath("requests.toml").read_text(encoding="utf-8"))
