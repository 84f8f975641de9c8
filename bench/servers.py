"""Loket and the floor, each behind the same server, and a client that keeps its connection as a browser does."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from time import sleep
from urllib.parse import urlencode

import psutil

THREADS = "4"


@contextmanager
def served(settings: str, port: int) -> Iterator[psutil.Process]:
    """One granian with one process of Django under these settings."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": settings}
    command = (
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--blocking-threads", THREADS),
        *("--port", str(port), "--log-level", "warning", "bench.wsgi:application"),
    )
    server = subprocess.Popen(command, env=environment)
    try:
        _wait_for(port)
        yield psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait(20)


def memory_of_worker(server: psutil.Process) -> float:
    """MB of the process that runs Django: what would be freed if it ended (USS)."""
    worker = max(server.children(recursive=True), key=lambda child: child.memory_info().rss)
    return float(worker.memory_full_info().uss) / 1024 / 1024


class Client:
    """A signed-in person: one connection, the session's and the form's cookie."""

    def __init__(self, port: int, session: str) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=30)
        self.token = "t" * 32
        self.cookie = f"sessionid={session}; csrftoken={self.token}"

    def get(self, address: str) -> str:
        self.connection.request("GET", address, headers={"Cookie": self.cookie})
        response = self.connection.getresponse()
        page = response.read().decode()
        if response.status != 200:  # noqa: PLR2004 - anything else is no measurement
            raise RuntimeError(f"GET {address}: {response.status}")
        return page

    def post(self, address: str, fields: dict[str, str]) -> None:
        body = urlencode({**fields, "csrfmiddlewaretoken": self.token})
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request("POST", address, body, headers)
        response = self.connection.getresponse()
        page = response.read().decode()
        if response.status != 302:  # noqa: PLR2004 - a step that was taken redirects
            said = " ".join(re.sub(r"<[^>]+>", " ", page).split())
            raise RuntimeError(f"POST {address}: {response.status} {said[:400]}")


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            sleep(0.1)
        else:
            return
    raise RuntimeError(f"nothing answers on port {port}")
