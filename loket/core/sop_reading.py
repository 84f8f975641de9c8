"""From the tables of a TOML file to an `Sop`; whatever is missing or unknown is said with its place."""

from collections.abc import Mapping
from typing import Any

from loket.core.sop import Bagian, Lajur, Sop, SopInvalid, Standard, Step, Unit
from loket.core.sop_fields import flag, only, roles, table, take, text, texts

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
    where = "berkas SOP"
    only(data, _TOP, where)
    steps = [_read_step(table(row, where)) for row in take(data, "step", list, where)]
    if len({step.key for step in steps}) != len(steps):
        raise SopInvalid("ada dua langkah dengan key yang sama")
    if [step.ke for step in steps] != list(range(1, len(steps) + 1)):
        raise SopInvalid("nomor `ke` langkah harus berurutan mulai 1")
    return Sop(
        nomor=take(data, "nomor", str, where),
        nama=take(data, "nama", str, where),
        revisi=take(data, "revisi", int, where),
        status=take(data, "status", str, where),
        steps={step.key: step for step in steps},
        lajur=tuple(_read_lajur(table(row, where)) for row in take(data, "lajur", list, where)),
        fase=dict(_read_fase(table(row, where)) for row in take(data, "fase", list, where)),
        document={key: data[key] for key in _DOCUMENT if key in data},
    )


def _read_step(row: Mapping[str, Any]) -> Step:
    where = f"langkah {row.get('key', '?')}"
    only(row, _STEP, where)
    names = {name: take(row, name, str, where) for name in ("key", "nama", "kegiatan")}
    bagian = [_read_bagian(table(part, where), names["key"]) for part in take(row, "bagian", list, where)]
    if len({part.key for part in bagian}) != len(bagian):
        raise SopInvalid(f"{where}: ada dua bagian dengan key yang sama")
    take(row, "output", list, where)
    kelengkapan, output, agenda = (texts(row, name, where) for name in ("kelengkapan", "output", "agenda"))
    return Step(
        **names,
        ke=take(row, "ke", int, where),
        kegiatan_asli=text(row, "kegiatan_asli", where, names["kegiatan"]),
        pelaksana=roles(row, "pelaksana", where),
        pendukung=roles(row, "pendukung", where),
        mengetahui=roles(row, "mengetahui", where),
        kelengkapan=kelengkapan,
        kelengkapan_asli=texts(row, "kelengkapan_asli", where, kelengkapan),
        kelengkapan_disimpulkan=flag(row, "kelengkapan_disimpulkan", where),
        standard=_read_standard(take(row, "waktu", dict, where), where),
        output=output,
        output_asli=texts(row, "output_asli", where, output),
        keterangan=text(row, "keterangan", where),
        keterangan_asli=text(row, "keterangan_asli", where, row.get("keterangan", "")),
        agenda=agenda,
        agenda_asli=texts(row, "agenda_asli", where, agenda),
        sop_terkait=text(row, "sop_terkait", where),
        guards_mulai=texts(row, "guards_mulai", where),
        bagian={part.key: part for part in bagian},
    )


def _read_bagian(row: Mapping[str, Any], step: str) -> Bagian:
    where = f"langkah {step}, bagian {row.get('key', '?')}"
    only(row, _BAGIAN, where)
    outcomes = take(row, "outcomes", dict, where)
    return Bagian(
        step=step,
        key=take(row, "key", str, where),
        nama=take(row, "nama", str, where),
        tindakan=take(row, "tindakan", str, where),
        pelaksana=roles(row, "pelaksana", where),
        guards=texts(row, "guards", where),
        outcomes={outcome: take(outcomes, outcome, str, where) for outcome in outcomes},
        effects=texts(row, "effects", where),
    )


def _read_standard(row: Mapping[str, Any], where: str) -> Standard:
    only(row, _WAKTU, where)
    try:
        unit = Unit(row.get("satuan", ""))
    except ValueError:
        raise SopInvalid(f"{where}: satuan waktu {row.get('satuan')!r} tidak dikenal") from None
    value = take(row, "nilai", int, f"{where}, waktu") if "nilai" in row else None
    if (unit is Unit.KESEPAKATAN) != (value is None) or (value is not None and value < 1):
        raise SopInvalid(f"{where}: waktu {unit} memerlukan nilai yang cocok")
    measured = text(row, "ukur", where)
    if measured not in ("", "acara"):
        raise SopInvalid(f"{where}: ukur {measured!r} tidak dikenal")
    words = take(row, "teks", str, f"{where}, waktu")
    return Standard(
        value=value,
        unit=unit,
        text=words,
        text_asli=text(row, "teks_asli", where, words),
        by_event=measured == "acara",
        per_sesi=flag(row, "per_sesi", where),
        agreed_in=text(row, "sumber", where),
    )


def _read_fase(row: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    where = f"fase {row.get('nama', '?')}"
    only(row, {"nama", "langkah"}, where)
    return take(row, "nama", str, where), texts(row, "langkah", where)


def _read_lajur(row: Mapping[str, Any]) -> Lajur:
    where = f"lajur {row.get('key', '?')}"
    only(row, {"key", "nama", "singkat", "roles"}, where)
    take(row, "roles", list, where)
    return Lajur(
        key=take(row, "key", str, where),
        nama=take(row, "nama", str, where),
        singkat=take(row, "singkat", str, where),
        roles=roles(row, "roles", where),
    )
