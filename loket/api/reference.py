"""openapi.json as a page to read: each call with what it takes, what it answers, and an example."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from loket.api.documented import REF

CODES = (
    ("unauthenticated", "401", "Token tidak ada, dicabut, kedaluwarsa, atau akunnya tidak aktif."),
    ("not_found", "404", "Tidak ada, atau bukan untuk Anda."),
    ("method_not_allowed", "405", "Alamat ini tidak menerima metode itu; lihat Allow."),
    (
        "overtaken",
        "409",
        "Permintaan sudah berubah sejak dibaca. Baca lagi, lalu kirim dengan seen yang baru.",
    ),
    ("too_large", "413", "Isi atau berkas terlalu besar."),
    ("unsupported_type", "415", "Content-Type bukan yang diminta."),
    ("invalid", "422", "Isian belum benar; errors menyebut tiap kolom dan kalimatnya."),
    ("refused", "422", "Prosedur belum mengizinkan; reasons memuat semua alasannya."),
    ("too_many", "429", "Terlalu sering; lihat Retry-After."),
    ("unavailable", "503", "Sedang tidak tersedia, atau kiriman terputus; kirim lagi sesudah Retry-After."),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A field or parameter: its name, its type in a few words, and what it means."""

    name: str
    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """One body that a call takes."""

    name: str
    fields: tuple[Named, ...]
    example: str

    @property
    def summary(self) -> str:
        return f"Isi: {self.name}"


@dataclass(frozen=True, slots=True)
class Described:
    """A call."""

    id: str
    method: str
    path: str
    summary: str
    text: str
    parameters: tuple[Named, ...]
    bodies: tuple[Taken, ...]
    answers: str


def groups_of(document: Mapping[str, Any]) -> list[tuple[str, list[Described]]]:
    """The calls by subject, in the order in which they were written."""
    found: dict[str, list[Described]] = {}
    for path, calls in document["paths"].items():
        for method, call in calls.items():
            described = _described(path, method, call, document["components"]["schemas"])
            found.setdefault(call["tags"][0], []).append(described)
    return list(found.items())


def _described(path: str, method: str, call: Mapping[str, Any], schemas: Mapping[str, Any]) -> Described:
    return Described(
        id=call["operationId"],
        method=method.upper(),
        path=path,
        summary=call["summary"],
        text=call.get("description", ""),
        parameters=tuple(
            Named(one["name"], _kind(one["schema"]), one.get("description", "")) for one in call["parameters"]
        ),
        bodies=tuple(_bodies(call.get("requestBody", {"content": {}}), schemas)),
        answers=", ".join(call["responses"]),
    )


def _bodies(body: Mapping[str, Any], schemas: Mapping[str, Any]) -> Iterator[Taken]:
    for media, content in body["content"].items():
        schema = content["schema"]
        for one in schema.get("oneOf", [schema]):
            name = one.get("$ref", media).removeprefix(REF)
            example = content.get("examples", {}).get(name, {}).get("value")
            written = json.dumps(example, ensure_ascii=False, indent=2) if example else ""
            yield Taken(name, tuple(_fields(schemas.get(name, one))), written)


def _fields(schema: Mapping[str, Any]) -> Iterator[Named]:
    required = schema.get("required", ())
    for name, part in schema["properties"].items():
        kind = _kind(part) if name in required else f"{_kind(part)}, boleh kosong"
        yield Named(name, kind, part.get("description", ""))


def _kind(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(REF)
    if "const" in schema:
        return f'"{schema["const"]}"'
    if "anyOf" in schema:
        return " atau ".join(_kind(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"daftar {_kind(schema['items'])}"
    return str(schema.get("format") or schema.get("type", ""))
