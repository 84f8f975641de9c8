"""Whatever is killed while people work: what was acknowledged is there afterwards, and the record holds."""

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from urllib.parse import urlencode

import psycopg
import pytest

from loket.cli import embedded
from tests.cli.installation import PATIENCE, Installation
from tests.cli.machine import Machine
from tests.cli.processes import ROOT, eventually

WORKED = 12
"""Acknowledged steps before the first part is killed, and again after the last."""


class Person:
    """Somebody who keeps writing to the discussion of one permintaan, and remembers what was acknowledged."""

    def __init__(self, installation: Installation, username: str) -> None:
        self.port, self.username = installation.port, username
        self.cookies: dict[str, str] = {}
        self.acknowledged: list[str] = []
        self.answers: list[tuple[int, str | None]] = []
        self.stopping = threading.Event()

    def sign_in(self) -> None:
        self.ask("GET", "/masuk")
        status, _, _ = self.ask("POST", "/masuk", {"login": self.username, "password": "loket-demo"})
        assert status == 302

    def visible(self) -> str:
        """The number of some permintaan that this person may discuss."""
        _, page, _ = self.ask("GET", "/permintaan")
        return str(re.findall(r"APL-\d{4}-\d{4}", page)[0])

    def work(self, nomor: str) -> None:
        while not self.stopping.is_set():
            text = f"Tanggapan ke-{len(self.answers)} dari {self.username}"
            try:
                status, _, again = self.ask("POST", f"/permintaan/{nomor}/tindakan/diskusi", {"text": text})
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)
                continue
            self.answers.append((status, again))
            if status == 302:
                self.acknowledged.append(text)
            else:
                time.sleep(0.1)

    def ask(
        self, method: str, path: str, fields: dict[str, str] | None = None
    ) -> tuple[int, str, str | None]:
        """Gives the status, the page, and when to try again."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            token = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
            cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
            connection.request(method, path, urlencode({**fields, **token}) if fields else None, headers)
            response = connection.getresponse()
            for line in response.headers.get_all("Set-Cookie") or []:
                name, _, value = line.partition("=")
                self.cookies[name] = value.partition(";")[0]
            return response.status, response.read().decode(), response.headers.get("Retry-After")
        finally:
            connection.close()


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """A demo office that runs."""
    installation = Installation(tmp_path_factory.mktemp("kantor") / "data", demo=True)
    with installation.up():
        assert installation.comes_up()
        yield installation


def test_no_acknowledged_step_is_lost_whatever_is_killed(installation: Installation) -> None:
    """A person sees what was taken; a program sends again until it knows, and nothing of it is there twice."""
    person, machine = Person(installation, "kasi"), Machine(installation, "kabid")
    person.sign_in()
    nomor = person.visible()
    working = [threading.Thread(target=one.work, args=(nomor,)) for one in (person, machine)]
    for one in working:
        one.start()
    try:
        for part in ("loket.cli.main web", "loket.cli.main worker", "bin/postgres -D"):
            _await_more(person.acknowledged)
            _kill(installation, part)
        _await_more(person.acknowledged)
        _await_more(machine.done)
    finally:
        for worker in (person, machine):
            worker.stopping.set()
        for one in working:
            one.join(PATIENCE)

    refused = {answer for answer in person.answers if answer[0] != 302}
    assert refused <= {(503, "10")}
    assert {(one.status, one.again) for one in machine.answers if one.status != 200} <= {(503, "10")}
    assert set(_written(installation, nomor, person.username)) >= set(person.acknowledged)
    sent = _written(installation, nomor, machine.username)
    assert len(sent) == len(set(sent))
    assert set(sent) >= set(machine.done)
    assert _verify(installation) == 0


def test_while_the_database_is_away_the_answer_is_to_try_again(installation: Installation) -> None:
    person, machine = Person(installation, "kadis"), Machine(installation, "tu")
    person.sign_in()
    nomor = person.visible()
    postmaster = installation.processes("bin/postgres -D")[0]
    supervisor = installation.processes("loket.cli.main up")[0]
    os.kill(supervisor, signal.SIGSTOP)
    try:
        os.kill(postmaster, signal.SIGKILL)
        assert eventually(lambda: person.ask("GET", "/tugas")[0] == 503, PATIENCE)
        status, page, again = person.ask("GET", "/tugas")
        told = [machine.ask("GET", "/tugas"), machine.ask("GET", f"/permintaan/{nomor}")]
        told.append(machine.ask("POST", f"/permintaan/{nomor}/tindakan/diskusi", {"text": "Halo."}, "halo"))
    finally:
        os.kill(supervisor, signal.SIGCONT)

    assert (status, again) == (503, "10")
    assert "Retry-After" not in page
    assert {(one.status, one.again, one.media) for one in told} == {(503, "10", "application/problem+json")}
    assert {one.said["code"] for one in told} == {"unavailable"}
    assert eventually(lambda: person.ask("GET", "/tugas")[0] == 200, PATIENCE)
    first, second = (
        machine.ask("POST", f"/permintaan/{nomor}/tindakan/diskusi", {"text": "Halo."}, "halo")
        for _ in range(2)
    )
    assert [(one.status, one.replayed) for one in (first, second)] == [(200, False), (200, True)]
    assert _written(installation, nomor, "tu").count("Halo.") == 1


def _kill(installation: Installation, part: str) -> None:
    """Kill it once it is there: the process that serves, not the one that would replace it."""
    assert eventually(lambda: installation.processes(part), PATIENCE)
    os.kill(installation.processes(part)[-1 if part.endswith("web") else 0], signal.SIGKILL)


def _await_more(acknowledged: list[str]) -> None:
    target = len(acknowledged) + WORKED
    assert eventually(lambda: len(acknowledged) >= target, PATIENCE)


def _written(installation: Installation, nomor: str, username: str) -> list[str]:
    query = """
        SELECT c.text FROM loket_comment c JOIN loket_permintaan p ON p.id = c.permintaan_id
        JOIN loket_user u ON u.id = c.by_id WHERE p.nomor = %s AND u.username = %s
    """
    url = embedded.running(installation.data_dir)
    assert url is not None
    with psycopg.connect(url) as connection:
        return [text for (text,) in connection.execute(query, (nomor, username))]


def _verify(installation: Installation) -> int:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LOKET_DATA_DIR": str(installation.data_dir)}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "loket.cli.main", "verify"]
    return subprocess.run(command, env=environment, check=False, capture_output=True).returncode
