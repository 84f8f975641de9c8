"""A revision of an SOP as changes to the one before: what of it may change, and the document that comes out.

The net itself, its guards, outcomes and effects, is code and stays as it is.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from loket.core.sop import Standard, Step, Unit

Changes = Mapping[str, Any]
"""Only what differs: {"langkah": {key: {field: value}}, "naskah": {field: value}}."""

TEXTS = ("pembuka", "definisi", "tujuan", "deskripsi", "peringatan")
LISTS = (
    *("dasar_hukum", "daftar_pelaksana", "kualifikasi", "keterkaitan"),
    *("referensi", "perlengkapan", "pencatatan"),
)
_ORIGINAL = "_asli"
_PLAIN = ("kegiatan", "agenda", "pelaksana", "pendukung", "mengetahui", "kelengkapan", "output", "keterangan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What a revision is released with; without dates it is still a draft."""

    revisi: int
    tanggal_revisi: date | None = None
    tanggal_berlaku: date | None = None
    disahkan: Mapping[str, str] = field(default_factory=dict)


def row_of(step: Step) -> dict[str, Any]:
    """What of a row may be revised, as JSON holds it."""
    return {
        **{name: _plain(getattr(step, name)) for name in _PLAIN},
        "waktu": {"nilai": step.standard.value, "satuan": step.standard.unit.value},
        "bagian": {key: _plain(part.pelaksana) for key, part in step.bagian.items()},
    }


def naskah_of(naskah: Mapping[str, Any]) -> dict[str, Any]:
    """What of the parts around the table may be revised."""
    return {
        **{name: str(naskah.get(name, "")).strip() for name in TEXTS},
        **{name: list(naskah.get(name, ())) for name in LISTS},
    }


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in after.items() if value != before[name]}


def revised(data: Mapping[str, Any], changes: Changes, issue: Issue) -> dict[str, Any]:
    """The tables of the new revision. What the office determines is its own wording, so no `_asli` stays."""
    wording = changes.get("langkah", {})
    document = _without_originals(deepcopy(dict(data)))
    for row in document["step"]:
        _change_row(row, wording.get(row["key"], {}))
    document["naskah"] |= changes.get("naskah", {})
    if issue.disahkan:
        document["disahkan"] = dict(issue.disahkan)
    head = {
        "revisi": issue.revisi,
        "status": "berlaku" if issue.tanggal_berlaku else "draf",
        "tanggal_pembuatan": document.pop("tanggal_pembuatan", None),
        "tanggal_revisi": issue.tanggal_revisi,
        "tanggal_berlaku": issue.tanggal_berlaku,
    }
    first = {name: document.pop(name) for name in ("nomor", "nama")}
    rest = {name: value for name, value in document.items() if name not in head}
    return {**first, **{name: value for name, value in head.items() if value is not None}, **rest}


def ordered(before: Sequence[str], chosen: Sequence[str]) -> list[str]:
    """Whoever stays keeps the place; whoever is new comes last."""
    return [*(one for one in before if one in chosen), *(one for one in chosen if one not in before)]


def time_text(nilai: int, satuan: str, *, per_sesi: bool) -> str:
    unit = "menit" if satuan == Unit.MENIT_KERJA else "hari kerja"
    return f"±{nilai} {unit}{' per sesi' if per_sesi else ''}"


def fixed_unit(standard: Standard) -> Unit | None:
    """The unit that a row keeps: agreed times are agreed, and events are measured in minutes."""
    if standard.unit is Unit.KESEPAKATAN:
        return Unit.KESEPAKATAN
    return Unit.MENIT_KERJA if standard.by_event else None


def _change_row(row: dict[str, Any], changed: Mapping[str, Any]) -> None:
    row |= {name: value for name, value in changed.items() if name in _PLAIN}
    row.pop("kelengkapan_disimpulkan", None)
    if time := changed.get("waktu"):
        text = time_text(**time, per_sesi=row["waktu"].get("per_sesi", False))
        row["waktu"] |= {**time, "teks": text}
    for part in row["bagian"]:
        part["pelaksana"] = changed.get("bagian", {}).get(part["key"], part["pelaksana"])


def _without_originals(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {name: one for name, one in value.items() if not name.endswith(_ORIGINAL)}
        return {name: _without_originals(one) for name, one in kept.items()}
    return [_without_originals(one) for one in value] if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    return [str(one) for one in value] if isinstance(value, tuple) else value
