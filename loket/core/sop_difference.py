"""Where two revisions of an SOP differ, row by row and field by field, as a reader of the document says it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loket.core.revising import naskah_of
from loket.core.role import Role
from loket.core.sop import Sop, Step

ROW_FIELDS = {
    "kegiatan": "Kegiatan",
    "agenda": "Pokok bahasan",
    "pelaksana": "Pelaksana",
    "pendukung": "Pendukung",
    "mengetahui": "Mengetahui",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu baku",
    "output": "Output",
    "keterangan": "Keterangan",
}
NASKAH_FIELDS = {
    "pembuka": "Ringkasan",
    "definisi": "Definisi",
    "tujuan": "Tujuan utama",
    "deskripsi": "Deskripsi SOP",
    "peringatan": "Peringatan",
    "dasar_hukum": "Dasar hukum",
    "daftar_pelaksana": "Daftar pelaksana",
    "kualifikasi": "Kualifikasi pelaksana",
    "keterkaitan": "Keterkaitan",
    "referensi": "Referensi",
    "perlengkapan": "Perlengkapan persyaratan",
    "pencatatan": "Pencatatan dan pendataan",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """`step` is the row of the newer revision, None for the parts around the table."""

    step: Step | None
    fields: Sequence[FieldChange]


def changes_between(older: Sop, newer: Sop) -> list[RowChange]:
    """Only rows in which something differs. Both have the same steps and bagian."""
    rows = [
        RowChange(step=step, fields=tuple(_in_row(older.step(step.key), step)))
        for step in newer.steps.values()
    ]
    found = [RowChange(step=None, fields=tuple(_around(older, newer))), *rows]
    return [change for change in found if change.fields]


def other_limits(older: Sop, newer: Sop) -> frozenset[str]:
    """The steps whose waktu baku another revision counts otherwise."""
    return frozenset(key for key, step in newer.steps.items() if _time(older.step(key)) != _time(step))


def _in_row(older: Step, newer: Step) -> Iterator[FieldChange]:
    before, after = _said(older), _said(newer)
    for label in after:
        if before[label] != after[label]:
            yield FieldChange(label=label, before=before[label], after=after[label])


def _said(step: Step) -> dict[str, str]:
    """The fields of a row as text, and who works on each of its bagian."""
    values = {"waktu": step.standard.text} | {
        name: getattr(step, name) for name in ROW_FIELDS if name != "waktu"
    }
    said = {label: _text(values[name]) for name, label in ROW_FIELDS.items()}
    for part in step.bagian.values():
        said[f"Dikerjakan oleh, {part.nama}"] = _text(part.pelaksana)
    return said


def _around(older: Sop, newer: Sop) -> Iterator[FieldChange]:
    before, after = (naskah_of(sop.document["naskah"]) for sop in (older, newer))
    for name, label in NASKAH_FIELDS.items():
        old, new = _text(before[name]), _text(after[name])
        if old != new:
            yield FieldChange(label=label, before=old, after=new)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return "\n".join(one.label if isinstance(one, Role) else one for one in value)


def _time(step: Step) -> Mapping[str, Any]:
    return {"value": step.standard.value, "unit": step.standard.unit}
