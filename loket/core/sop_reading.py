"""From the tables of a TOML file to an `Sop`; whatever is missing or unknown is said with its place."""

from collections.abc import Mapping
from typing import Any

from loket.core.role import Role
from loket.core.sop import Bagian, Lajur, Sop, SopInvalid, Standard, Step, Unit

_DOCUMENT = (
    "nama_asli",
    "tanggal_pembuatan",
    "tanggal_revisi",
    "tanggal_berlaku",
    "instansi",
    "disahkan",
    "naskah",
)
_TOP = {"nomor", "nama", "revisi", "status", "lajur", "fase", "step", *_DOCUMENT}
_STEP = {
    *("key", "ke", "nama", "kegiatan", "kegiatan_asli", "agenda", "agenda_asli", "pelaksana", "pendukung"),
    *(
        "mengetahui",
        "kelengkapan",
        "kelengkapan_asli",
        "kelengkapan_disimpulkan",
        "waktu",
        "output",
        "output_asli",
    ),
    *("keterangan", "keterangan_asli", "sop_terkait", "guards_mulai", "bagian"),
}
_BAGIAN = {"key", "nama", "tindakan", "pelaksana", "guards", "outcomes", "effects"}
_WAKTU = {"nilai", "satuan", "teks", "teks_asli", "sumber", "ukur", "per_sesi"}


def read_sop(data: Mapping[str, Any]) -> Sop:
    """Build the definition. Raises SopInvalid naming the step or key that is wrong."""
    _only(data, _TOP, "berkas SOP")
    steps = [_read_step(row) for row in _take(data, "step", list, "berkas SOP")]
    if len({step.key for step in steps}) != len(steps):
        raise SopInvalid("ada dua langkah dengan key yang sama")
    if [step.ke for step in steps] != list(range(1, len(steps) + 1)):
        raise SopInvalid("nomor `ke` langkah harus berurutan mulai 1")
    return Sop(
        nomor=_take(data, "nomor", str, "berkas SOP"),
        nama=_take(data, "nama", str, "berkas SOP"),
        revisi=_take(data, "revisi", int, "berkas SOP"),
        status=_take(data, "status", str, "berkas SOP"),
        steps={step.key: step for step in steps},
        lajur=tuple(_read_lajur(row) for row in _take(data, "lajur", list, "berkas SOP")),
        fase={row["nama"]: tuple(row["langkah"]) for row in _take(data, "fase", list, "berkas SOP")},
        document={key: data[key] for key in _DOCUMENT if key in data},
    )


def _read_step(row: Mapping[str, Any]) -> Step:
    where = f"langkah {row.get('key', '?')}"
    _only(row, _STEP, where)
    bagian = [_read_bagian(part, row["key"]) for part in _take(row, "bagian", list, where)]
    if len({part.key for part in bagian}) != len(bagian):
        raise SopInvalid(f"{where}: ada dua bagian dengan key yang sama")
    texts = {name: _take(row, name, str, where) for name in ("key", "nama", "kegiatan")}
    return Step(
        **texts,
        ke=_take(row, "ke", int, where),
        kegiatan_asli=row.get("kegiatan_asli", row["kegiatan"]),
        pelaksana=_roles(row, "pelaksana", where),
        pendukung=_roles(row, "pendukung", where),
        mengetahui=_roles(row, "mengetahui", where),
        kelengkapan=tuple(row.get("kelengkapan", ())),
        kelengkapan_asli=tuple(row.get("kelengkapan_asli", row.get("kelengkapan", ()))),
        kelengkapan_disimpulkan=row.get("kelengkapan_disimpulkan", False),
        standard=_read_standard(_take(row, "waktu", dict, where), where),
        output=tuple(_take(row, "output", list, where)),
        output_asli=tuple(row.get("output_asli", row["output"])),
        keterangan=row.get("keterangan", ""),
        keterangan_asli=row.get("keterangan_asli", row.get("keterangan", "")),
        agenda=tuple(row.get("agenda", ())),
        agenda_asli=tuple(row.get("agenda_asli", row.get("agenda", ()))),
        sop_terkait=row.get("sop_terkait", ""),
        guards_mulai=tuple(row.get("guards_mulai", ())),
        bagian={part.key: part for part in bagian},
    )


def _read_bagian(row: Mapping[str, Any], step: str) -> Bagian:
    where = f"langkah {step}, bagian {row.get('key', '?')}"
    _only(row, _BAGIAN, where)
    return Bagian(
        step=step,
        key=_take(row, "key", str, where),
        nama=_take(row, "nama", str, where),
        tindakan=_take(row, "tindakan", str, where),
        pelaksana=_roles(row, "pelaksana", where),
        guards=tuple(row.get("guards", ())),
        outcomes=dict(_take(row, "outcomes", dict, where)),
        effects=tuple(row.get("effects", ())),
    )


def _read_standard(row: Mapping[str, Any], where: str) -> Standard:
    _only(row, _WAKTU, where)
    try:
        unit = Unit(row["satuan"])
    except (KeyError, ValueError):
        raise SopInvalid(f"{where}: satuan waktu {row.get('satuan')!r} tidak dikenal") from None
    value = row.get("nilai")
    if (unit is Unit.KESEPAKATAN) != (value is None) or (value is not None and value < 1):
        raise SopInvalid(f"{where}: waktu {unit} memerlukan nilai yang cocok")
    return Standard(
        value=value,
        unit=unit,
        text=_take(row, "teks", str, where),
        text_asli=row.get("teks_asli", row["teks"]),
        by_event=row.get("ukur") == "acara",
        per_sesi=row.get("per_sesi", False),
        agreed_in=row.get("sumber", ""),
    )


def _read_lajur(row: Mapping[str, Any]) -> Lajur:
    where = f"lajur {row.get('key', '?')}"
    return Lajur(
        key=_take(row, "key", str, where),
        nama=_take(row, "nama", str, where),
        singkat=_take(row, "singkat", str, where),
        roles=_roles(row, "roles", where),
    )


def _roles(row: Mapping[str, Any], key: str, where: str) -> tuple[Role, ...]:
    try:
        return tuple(Role(name) for name in row.get(key, ()))
    except ValueError as unknown:
        raise SopInvalid(f"{where}: {key} memuat peran yang tidak dikenal ({unknown})") from unknown


def _take(row: Mapping[str, Any], key: str, kind: type, where: str) -> Any:
    value = row.get(key)
    if not isinstance(value, kind) or value in ("", [], {}):
        raise SopInvalid(f"{where}: {key} harus diisi dengan {kind.__name__}")
    return value


def _only(row: Mapping[str, Any], allowed: set[str], where: str) -> None:
    if unknown := sorted(set(row) - allowed):
        raise SopInvalid(f"{where}: kunci tidak dikenal {', '.join(unknown)}")
