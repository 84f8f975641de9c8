"""An example for any body: what its fields are called says what could stand there."""

from typing import Any

from loket.api.documented import REF

_USUAL: dict[str, Any] = {
    "outcome": "dikembalikan",
    "alasan": "Kebutuhan sudah terpenuhi.",
    "catatan": "Sudah dibahas bersama OPD.",
    "nama_aplikasi": "Antrean Daring",
    "kebutuhan": "Nomor antrean dapat diambil dari rumah.",
    "layanan": "Administrasi kependudukan",
    "pengguna": "Masyarakat dan 25 petugas",
    "pic_nama": "Nur Hidayati",
    "pic_phone": "0812-3456-7890",
    "pic_email": "nur@magetan.example",
    "nomor_surat": "B/500.12/118/403.112/2026",
    "perihal": "Permintaan pengadaan aplikasi",
    "penanda_tangan": "Kepala Dinas Kependudukan",
    "bentuk": "fisik",
    "kanal": "langsung",
    "versi": "1.0",
    "text": "Data pendukung sudah kami siapkan.",
    "scores": {"urgensi": 3},
    "jobdesk": {"12/programmer": "Membangun modul antrean."},
    "periksa": {"AN-01": {"status": "selesai", "keterangan": "Notulen sudah dipelajari."}},
    "proof": {},
    "batas": {"analisis": 8},
    "hasil": {"S01": {"status": "lulus", "keterangan": ""}},
}
_BY_FORMAT = {"date": "2026-03-02", "date-time": "2026-03-02T09:00:00+07:00", "binary": ""}
_BY_TYPE: dict[str, Any] = {"integer": 1, "number": 1, "boolean": True, "string": "Contoh", "null": None}


def example_of(schema: dict[str, Any], schemas: dict[str, Any], name: str = "") -> Any:
    """A value of the schema; of an object every field that it asks for, and those that have a usual value.

    No example shows a secret.
    """
    if "$ref" in schema:
        return example_of(schemas[schema["$ref"].removeprefix(REF)], schemas, name)
    if "properties" in schema:
        return _object(schema, schemas)
    for known in ("anyOf", "oneOf"):
        if known in schema:
            return example_of(schema[known][0], schemas, name)
    if schema.get("type") == "array":
        return [example_of(schema["items"], schemas)]
    return _plain(schema, name)


def _object(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    wanted = {*schema.get("required", ()), *_USUAL}
    shown = {name: part for name, part in schema["properties"].items() if not part.get("writeOnly")}
    return {
        name: example_of(part, schemas, name)
        for name, part in shown.items()
        if name in wanted or "anyOf" in part
    }


def _plain(schema: dict[str, Any], name: str) -> Any:
    if "const" in schema:
        return schema["const"]
    if schema.get("examples"):
        return schema["examples"][0]
    if name in _USUAL and _fits(_USUAL[name], schema):
        return _USUAL[name]
    if schema.get("enum"):
        return schema["enum"][0]
    return _BY_FORMAT.get(schema.get("format", "")) or _BY_TYPE.get(schema.get("type", ""), {})


def _fits(value: Any, schema: dict[str, Any]) -> bool:
    return schema.get("type") == ("string" if isinstance(value, str) else "object")
