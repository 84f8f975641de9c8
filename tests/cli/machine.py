"""A program of somebody, outside of the server: it sends the same again, under the same key, until it is answered."""

import http.client
import json
import os
import subprocess
import sys
import threading
import time
from typing import Any, NamedTuple

from tests.cli.installation import Installation
from tests.cli.processes import ROOT

PAUSE = 0.1


class Answer(NamedTuple):
    status: int
    media: str
    again: str | None
    replayed: bool
    said: dict[str, Any]


class Machine:
    """`answers` are those to what was sent, problems too; `done` are the texts that were acknowledged."""

    def __init__(self, installation: Installation, username: str) -> None:
        self.port, self.username = installation.port, username
        self.secret = _token(installation, username)
        self.done: list[str] = []
        self.answers: list[Answer] = []
        self.stopping = threading.Event()

    def work(self, nomor: str) -> None:
        while not self.stopping.is_set():
            text = f"Kiriman ke-{len(self.done)} program {self.username}"
            while not self.is_taken(nomor, text) and not self.stopping.is_set():
                time.sleep(PAUSE)

    def is_taken(self, nomor: str, text: str) -> bool:
        """Whether this try was answered with a yes."""
        try:
            answer = self.ask(
                "POST", f"/permintaan/{nomor}/tindakan/diskusi", {"text": text}, text.replace(" ", "-")
            )
        except (OSError, http.client.HTTPException):
            return False
        self.answers.append(answer)
        if answer.status == 200:
            self.done.append(text)
        return answer.status == 200

    def ask(self, method: str, path: str, body: Any = None, key: str = "") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Authorization": f"Bearer {self.secret}", "Content-Type": "application/json"}
        if key:
            headers["Idempotency-Key"] = key
        try:
            connection.request(method, f"/api/v1{path}", json.dumps(body) if body else None, headers)
            response = connection.getresponse()
            found = response.headers
            return Answer(
                response.status,
                found["Content-Type"],
                found["Retry-After"],
                "Idempotency-Replayed" in found,
                json.loads(response.read()),
            )
        finally:
            connection.close()


def _token(installation: Installation, username: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LOKET_DATA_DIR": str(installation.data_dir)}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "loket.cli.main", "token", username]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()
