"""The related SOPs that the main one names: checklists of the steps 7 to 9, shipped as TOML beside it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from loket.core.role import Role
from loket.sop.definition import shipped, text_of

CLOSED_BY = {
    "AN-11": "reviu",
    "AN-12": "setujui",
    "DS-10": "reviu",
    "DS-11": "setujui",
    "IM-12": "uat",
    "IM-17": "uat",
}
"""Items that a later bagian of the same step decides: nobody can tick beforehand what is yet to be decided.

The released files do not say it; revision 1 of them should.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Butir:
    """One item of a checklist; `hari_kerja` is its share of the step's time, None where that is agreed.

    `bagian` is the one whose decision closes it, "" where whoever does the work does.
    """

    kode: str
    kegiatan: str
    pelaksana: tuple[Role, ...]
    pihak_lain: tuple[str, ...]
    hari_kerja: float | None
    keluaran: tuple[str, ...]
    wajib: bool
    bagian: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedSop:
    nomor: str
    nama: str
    revisi: int
    status: str
    induk: str
    langkah: str
    butir: tuple[Butir, ...]

    @property
    def asked(self) -> tuple[Butir, ...]:
        """The items that whoever does the work answers for when it is handed in."""
        return tuple(butir for butir in self.butir if not butir.bagian)

    @property
    def hari_kerja(self) -> float | None:
        """The working days of all items together, None where no item has any."""
        days = [butir.hari_kerja for butir in self.butir if butir.hari_kerja is not None]
        return sum(days) if days else None


def related_numbers() -> tuple[str, ...]:
    return tuple(step.sop_terkait for step in shipped().steps.values() if step.sop_terkait)


def checklist_of(langkah: str) -> RelatedSop | None:
    """The checklist that a step holds, None for most of them."""
    step = shipped().steps.get(langkah)
    return related(step.sop_terkait) if step and step.sop_terkait else None


@cache
def related(nomor: str) -> RelatedSop:
    """Raises LookupError for a number that the main SOP does not name."""
    if nomor not in related_numbers():
        raise LookupError(nomor)
    data = tomllib.loads(text_of(nomor))
    texts = {name: data[name] for name in ("nomor", "nama", "status", "induk", "langkah")}
    return RelatedSop(**texts, revisi=data["revisi"], butir=tuple(_butir(row) for row in data["butir"]))


def _butir(row: Mapping[str, Any]) -> Butir:
    return Butir(
        kode=row["kode"],
        kegiatan=row["kegiatan"],
        pelaksana=tuple(Role(name) for name in row["pelaksana"]),
        pihak_lain=tuple(row.get("pihak_lain", ())),
        hari_kerja=row.get("hari_kerja"),
        keluaran=tuple(row["keluaran"]),
        wajib=row["wajib"],
        bagian=CLOSED_BY.get(row["kode"], ""),
    )
