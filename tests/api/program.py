"""Programs that act as people, at the moment of their road."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from loket.application.data import StepData
from loket.application.office.tokens import TokenData, create_token
from tests.cast import Road
from tests.web.step_desk import a_pdf

Answer = Any
"""An HttpResponse, with what the test client adds to it."""
BASE = "/api/v1"


class Program:
    """Whoever holds a token of this person; None is nobody."""

    def __init__(self, road: Road, username: str | None, *, scope: str = "tulis", days: int = 300) -> None:
        self.road, self.client = road, Client(raise_request_exception=False)
        self.secret = ""
        if username is not None:
            data = TokenData(nama="uji", scope=scope, days=days)
            actor = road.actor(username)
            self.secret = create_token(road.people[username], data, actor=actor, now=road.now)[1]

    def ask(self, method: str, path: str, **more: Any) -> Answer:
        return self._asked(getattr(self.client, method), f"{BASE}{path}", **more)

    def carry(self, method: str, url: str, body: bytes, content_type: str, headers: dict[str, str]) -> Answer:
        """Just these bytes."""
        return self._asked(
            self.client.generic, method, url, data=body, content_type=content_type, headers=headers
        )

    def _asked(self, send: Callable[..., Answer], *what: str, **more: Any) -> Answer:
        """The answer; `saved` is the file that came with it, read to its end, which closes it."""
        headers = more.pop("headers", {})
        if self.secret:
            headers = {**headers, "Authorization": f"Bearer {self.secret}"}
        with time_machine.travel(self.road.now, tick=False):
            answer = send(*what, headers=headers, **more)
        answer.saved = b"".join(answer.streaming_content) if answer.streaming else b""
        return answer

    def get(self, path: str, **query: Any) -> Answer:
        return self.ask("get", path, data=query)

    def post(self, path: str, body: Any = None, *, key: str = "", **headers: str) -> Answer:
        if key:
            headers["Idempotency-Key"] = key
        return self.ask("post", path, data=body, content_type="application/json", headers=headers)

    def raw(self, path: str, body: bytes, content_type: str = "application/json") -> Answer:
        return self.ask("post", path, data=body, content_type=content_type)

    def upload(self, name: str = "berkas.pdf", *, key: str = "", content: Any = None) -> Answer:
        headers = {"Idempotency-Key": key} if key else {}
        return self.ask("post", "/dokumen", data={"berkas": content or a_pdf(name)}, headers=headers)

    def act(self, key: str, **body: Any) -> Answer:
        return self.post(f"/permintaan/{self.road.nomor}/tindakan/{key}", body)

    def one(self) -> dict[str, Any]:
        found: dict[str, Any] = self.get(f"/permintaan/{self.road.nomor}").json()
        return found

    def queries(self, path: str) -> int:
        """Statements of a whole call, its token included; what a process reads once is read."""
        self.get(path)
        with CaptureQueriesContext(connection) as captured:
            answer = self.get(path)
        assert answer.status_code == 200
        return len(captured)


def as_json(value: Any) -> Any:
    """Typed data as a program writes it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: as_json(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {_key(name): as_json(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def _key(name: Any) -> str:
    return "/".join(map(str, name)) if isinstance(name, tuple) else str(name)


def letter(road: Road, username: str = "opd", **changed: Any) -> dict[str, Any]:
    """A letter that would be accepted, as JSON."""
    data: StepData = road.letter(username, **changed)
    found: dict[str, Any] = as_json(data)
    return found


def code_of(answer: Answer) -> tuple[int, str]:
    """Status and code of a problem, which has the shape of one."""
    said = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert {"type", "title", "status", "code", "detail"} <= set(said)
    assert said["status"] == answer.status_code
    assert said["type"] == f"/api/v1/docs#{said['code']}"
    return answer.status_code, said["code"]
