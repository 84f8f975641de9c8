"""A whole `loket up` in a process of its own, and everything that runs because of it."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from loket.cli.embedded import leftovers
from tests.cli.processes import ROOT, eventually

PATIENCE = 120.0


class Installation:
    """One data directory and one port; knows its processes by what they were given."""

    def __init__(self, data_dir: Path, *, demo: bool = False) -> None:
        self.data_dir, self.demo = data_dir, demo
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.said = data_dir.with_name(f"{data_dir.name}.log")
        self.last_words: list[str] = []
        self.left_over: list[int] = []

    @contextmanager
    def up(self, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
        """Run it until the test is over, and let nothing of it outlive the test."""
        with (
            self.said.open("wb") as log,
            subprocess.Popen(
                self._command(), env={**self._env(), **environment}, stdout=log, stderr=log
            ) as up,
        ):
            try:
                yield up
            finally:
                up.kill()
                up.wait()
                for process in self.processes():
                    with suppress(ProcessLookupError):
                        os.kill(process, signal.SIGKILL)

    def run(self, *arguments: str, **environment: str) -> tuple[int, str]:
        """Run it where it is expected to refuse; give its status and what it said."""
        command = [*self._command(), *arguments]
        ran = subprocess.run(
            command, env={**self._env(), **environment}, check=False, capture_output=True, text=True
        )
        return ran.returncode, ran.stderr

    def answers(self) -> bool:
        """Say whether a page comes that is not an error of the server."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status < 500
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def comes_up(self) -> bool:
        """Wait until it says that it is ready."""
        return eventually(lambda: "Loket is ready" in self.said.read_text(), PATIENCE)

    def processes(self, containing: str = "") -> list[int]:
        """Every process of it, the postmaster and its children included, whose command line contains that."""
        found = leftovers.members(self.data_dir / "postgres" / "data")
        mark = f"LOKET_DATA_DIR={self.data_dir}".encode()
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if mark in process.joinpath("environ").read_bytes().split(b"\0"):
                    found.append(int(process.name))
        return sorted(number for number in found if containing in _command_line(number))

    def _command(self) -> list[str]:
        return [
            sys.executable,
            "-m",
            "loket.cli.main",
            "up",
            "--port",
            str(self.port),
            *(["--demo"] if self.demo else []),
        ]

    def _env(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return {**kept, "PYTHONPATH": str(ROOT), "LOKET_DATA_DIR": str(self.data_dir)}


def _command_line(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""
