"""The definition of an SOP: read from TOML data, immutable, and as strict as the file must be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from loket.core.role import Role

END = "selesai"


class SopInvalid(ValueError):
    """The SOP file says something that cannot be; the message names the place."""


class Unit(StrEnum):
    MENIT_KERJA = "menit_kerja"
    HARI_KERJA = "hari_kerja"
    KESEPAKATAN = "kesepakatan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """Waktu baku of a step. `value` in working minutes or days; None where the time is agreed (`unit` kesepakatan)."""

    value: int | None
    unit: Unit
    text: str
    text_asli: str
    by_event: bool = False
    per_sesi: bool = False
    agreed_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """One ordered part of a step: who does it, what must hold, and where each outcome leads."""

    step: str
    key: str
    nama: str
    tindakan: str
    pelaksana: tuple[Role, ...]
    guards: tuple[str, ...]
    outcomes: Mapping[str, str]
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One row of the SOP's table."""

    key: str
    ke: int
    nama: str
    kegiatan: str
    kegiatan_asli: str
    pelaksana: tuple[Role, ...]
    pendukung: tuple[Role, ...]
    mengetahui: tuple[Role, ...]
    kelengkapan: tuple[str, ...]
    standard: Standard
    output: tuple[str, ...]
    keterangan: str
    keterangan_asli: str
    guards_mulai: tuple[str, ...]
    bagian: Mapping[str, Bagian]
    kelengkapan_asli: tuple[str, ...] = ()
    kelengkapan_disimpulkan: bool = False
    output_asli: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    agenda_asli: tuple[str, ...] = ()
    sop_terkait: str = ""

    @property
    def first_bagian(self) -> str:
        return next(iter(self.bagian))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lajur:
    """A performer column of the document's table."""

    key: str
    nama: str
    singkat: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sop:
    """A whole SOP. `steps` keeps the order of the rows; `document` holds the printed parts as they were read."""

    nomor: str
    nama: str
    revisi: int
    status: str
    steps: Mapping[str, Step]
    lajur: tuple[Lajur, ...]
    fase: Mapping[str, tuple[str, ...]]
    document: Mapping[str, Any] = field(hash=False)

    def step(self, key: str) -> Step:
        return self.steps[key]

    def bagian(self, step: str, bagian: str) -> Bagian:
        return self.steps[step].bagian[bagian]

    @property
    def first(self) -> Step:
        return next(iter(self.steps.values()))

    def lajur_of(self, role: Role) -> str:
        return next((lajur.key for lajur in self.lajur if role in lajur.roles), "")
