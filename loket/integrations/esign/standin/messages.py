"""What goes in and out of the stand-in, as values."""

import json
from base64 import b64decode
from dataclasses import dataclass, field
from typing import Any

from loket.integrations.loopback import Reply


@dataclass(frozen=True, slots=True)
class Ask:
    method: str
    path: str
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def credentials(self) -> str:
        kind, _, encoded = self.headers.get("authorization", "").partition(" ")
        return b64decode(encoded).decode() if kind == "Basic" else ""

    def json(self) -> dict[str, Any]:
        found = json.loads(self.body)
        return found if isinstance(found, dict) else {}

    def form(self) -> dict[str, bytes]:
        """Read multipart/form-data: each field by its name."""
        boundary = self.headers.get("content-type", "").partition("boundary=")[2].encode()
        fields = {}
        for part in self.body.split(b"--" + boundary)[1:-1]:
            head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
            name = head.partition(b'name="')[2].partition(b'"')[0].decode()
            fields[name] = content.removesuffix(b"\r\n")
        return fields


def say(status: int, content: dict[str, Any]) -> Reply:
    return Reply(status, json.dumps(content).encode(), {"Content-Type": "application/json"})


def refuse(error: str, code: int, status: int = 400) -> Reply:
    return say(status, {"error": error, "status_code": code})
