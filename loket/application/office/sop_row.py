"""What a person enters for one row of a draft."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from loket.application.data import Problems
from loket.core.performers import problems_of
from loket.core.revising import fixed_unit, ordered, row_of
from loket.core.role import Role
from loket.core.sop import Step, Unit

PLACES = ("pelaksana", "pendukung", "mengetahui")
WORDING, ITEM, MOST_ITEMS = 500, 300, 40
MOST = {Unit.MENIT_KERJA: 2400, Unit.HARI_KERJA: 250}
_UNITS = {Unit.MENIT_KERJA: "menit kerja", Unit.HARI_KERJA: "hari kerja"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowData:
    """`peran` says for each role of the document which of PLACES it has, "" for none; `bagian` who does each part."""

    kegiatan: str
    agenda: Sequence[str] = ()
    peran: Mapping[str, str]
    bagian: Mapping[str, Sequence[str]]
    kelengkapan: Sequence[str]
    nilai: int | None = None
    satuan: str = ""
    output: Sequence[str]
    keterangan: str

    def check(self, step: Step, roles: Collection[Role]) -> Problems:
        """`step` is the row as it is in force, `roles` those that the document has a column for."""
        problems = Problems()
        problems.text("kegiatan", self.kegiatan, "kegiatan", limit=WORDING)
        problems.text("keterangan", self.keterangan, "keterangan", limit=WORDING, required=False)
        items(problems, "kelengkapan", self.kelengkapan, "kelengkapan", required=False)
        items(problems, "output", self.output, "output")
        items(problems, "agenda", self.agenda, "pokok bahasan", required=bool(step.agenda))
        self._check_time(problems, step)
        self._check_performers(problems, step, roles)
        return problems

    def _check_time(self, problems: Problems, step: Step) -> None:
        fixed = fixed_unit(step.standard)
        if fixed is Unit.KESEPAKATAN:
            return
        problems.choice("satuan", self.satuan, MOST, "satuan waktu baku")
        if fixed is not None and self.satuan != fixed:
            problems.add("satuan", "Waktu langkah ini diukur dari acaranya, jadi satuannya menit kerja.")
        if "satuan" in problems:
            return
        unit = Unit(self.satuan)
        fits = self.nilai is not None and 1 <= self.nilai <= MOST[unit]
        problems.unless(fits, "nilai", f"Isi waktu baku dari 1 sampai {MOST[unit]} {_UNITS[unit]}.")

    def _check_performers(self, problems: Problems, step: Step, roles: Collection[Role]) -> None:
        known = {*roles, Role.TATA_USAHA}
        named = {*self.peran, *(role for chosen in self.bagian.values() for role in chosen)}
        if not named <= known or not set(self.peran.values()) <= {"", *PLACES}:
            problems.add("peran", "Pilih pelaksana dari pilihan yang tersedia.")
            return
        for part, sentence in problems_of(self._as_step(step)):
            problems.add(f"bagian_{part}" if part in self.bagian else "peran", sentence)

    def row(self, step: Step) -> dict[str, Any]:
        """What a draft keeps, in the form of `core.revising`; `check` has passed."""
        before = row_of(step)
        time = before["waktu"]
        if step.standard.unit is not Unit.KESEPAKATAN:
            time = {"nilai": self.nilai, "satuan": self.satuan}
        return {
            "kegiatan": one_line(self.kegiatan),
            "agenda": listed(self.agenda) if step.agenda else [],
            **{place: self._at(place, before[place]) for place in PLACES},
            "kelengkapan": listed(self.kelengkapan),
            "waktu": time,
            "output": listed(self.output),
            "keterangan": one_line(self.keterangan),
            "bagian": {
                key: ordered(kept, self.bagian.get(key, kept)) for key, kept in before["bagian"].items()
            },
        }

    def _at(self, place: str, before: Sequence[str]) -> list[str]:
        return ordered(before, [role for role in Role if self.peran.get(role) == place])

    def _as_step(self, step: Step) -> Step:
        row = self.row(step)
        parts = {
            key: replace(part, pelaksana=tuple(map(Role, row["bagian"][key])))
            for key, part in step.bagian.items()
        }
        performing, supporting, knowing = (tuple(map(Role, row[place])) for place in PLACES)
        return replace(step, bagian=parts, pelaksana=performing, pendukung=supporting, mengetahui=knowing)


def items(problems: Problems, field: str, values: Sequence[str], what: str, *, required: bool = True) -> None:
    """A list that is typed one item a line."""
    if required and not listed(values):
        problems.add(field, f"Isi {what}.")
    if len(values) > MOST_ITEMS:
        problems.add(field, f"Tulis paling banyak {MOST_ITEMS} baris {what}.")
    for value in values[:MOST_ITEMS]:
        problems.text(field, value, f"baris {what}", limit=ITEM, required=False)


def one_line(text: str) -> str:
    return " ".join(text.split())


def listed(values: Sequence[str]) -> list[str]:
    return [line for value in values if (line := one_line(value))]
