"""What GitLab's own OpenAPI description allows: a request that it does not know is a mistake of ours."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from loket.integrations.gitlab.standin.documented import DOCUMENTED
from loket.integrations.gitlab.standin.messages import Ask

_PREFIX = "/api/v4"


@dataclass(frozen=True, slots=True)
class Contract:
    paths: Mapping[str, Any]

    @classmethod
    def load(cls, path: Path) -> "Contract":
        """Read it; what it leaves out and the documentation tells is added."""
        return cls({**DOCUMENTED, **json.loads(path.read_text(encoding="utf-8"))["paths"]})

    def complaints(self, ask: Ask) -> list[str]:
        """All that the description has against a request."""
        where = f"{ask.method} {ask.path}"
        for pattern, operations in self.paths.items():
            named = "[^/]+".join(re.escape(part) for part in re.split(r"\{\w+\}", pattern))
            if re.fullmatch(named, ask.path) and ask.method.lower() in operations:
                operation = operations[ask.method.lower()]
                found = [*_path(pattern, ask, operation), *_query(ask, operation), *_body(ask, operation)]
                return [f"{where}: {complaint}" for complaint in found]
        return [f"{where}: is not described"]


def _path(pattern: str, ask: Ask, operation: dict[str, Any]) -> Iterator[str]:
    described = _described(operation, "path")
    for part, said in zip(pattern.split("/"), ask.path.split("/"), strict=True):
        if part.startswith("{") and not _fits_text(unquote(said), described.get(part[1:-1], {})):
            yield f"{part[1:-1]} is {said!r}"


def _query(ask: Ask, operation: dict[str, Any]) -> Iterator[str]:
    described = _described(operation, "query")
    for name, value in ask.query.items():
        schema = described.get(name.removesuffix("[]"))
        if schema is None:
            yield f"{name} is not described"
        elif not _fits_text(value, schema):
            yield f"{name} is {value!r}"


def _body(ask: Ask, operation: dict[str, Any]) -> Iterator[str]:
    if "requestBody" not in operation:
        if ask.body:
            yield "has a body"
        return
    schema = next(iter(operation["requestBody"]["content"].values()))["schema"]
    body = ask.json()
    properties = schema["properties"]
    yield from (f"{name} is not described" for name in body if name not in properties)
    yield from (f"{name} is missing" for name in schema.get("required", ()) if name not in body)
    for name, value in body.items():
        if name in properties and not _fits(value, properties[name]):
            yield f"{name} is {value!r}"
    one_of = schema.get("x-at-least-one-of")
    if one_of and not set(one_of) & set(body):
        yield "changes nothing"
    for group in schema.get("x-mutually-exclusive", ()):
        if len(set(group) & set(body)) > 1:
            yield f"has more than one of {group}"


def _described(operation: dict[str, Any], place: str) -> dict[str, Any]:
    return {each["name"]: each["schema"] for each in operation["parameters"] if each["in"] == place}


def _fits_text(said: str, schema: dict[str, Any]) -> bool:
    """What comes in an address is text; it fits where it can be read as what is described."""
    readings: list[Any] = [said]
    if re.fullmatch(r"-?\d+", said):
        readings.append(int(said))
    if said in {"true", "false"}:
        readings.append(said == "true")
    return any(_fits(each, schema) or _fits([each], schema) for each in readings)


def _fits(value: Any, schema: dict[str, Any]) -> bool:
    if "oneOf" in schema:
        return any(_fits(value, each) for each in schema["oneOf"])
    if "enum" in schema and value not in schema["enum"]:
        return False
    kind = schema.get("type")
    if kind == "array":
        return isinstance(value, list) and all(_fits(each, schema["items"]) for each in value)
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "string":
        return isinstance(value, str) and _fits_format(value, schema.get("format"))
    return (
        isinstance(value, {"boolean": bool, "object": dict}[kind]) if kind in {"boolean", "object"} else True
    )


def _fits_format(value: str, wanted: str | None) -> bool:
    try:
        if wanted == "date":
            return date.fromisoformat(value).isoformat() == value
        if wanted == "date-time":
            return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
    return True
