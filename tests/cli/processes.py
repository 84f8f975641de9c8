"""Helpers for tests that start, kill and count processes."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]

SUPERVISOR = """
import sys, time
from pathlib import Path
from loket.cli import embedded
with embedded.serve(Path(sys.argv[1]), durable=False) as server:
    print(server.process.pid, server.url, flush=True)
    time.sleep(600)
"""


def eventually(condition: Callable[[], object], within: float = 10.0) -> bool:
    """Wait for something that other processes bring about."""
    end = time.monotonic() + within
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


@contextmanager
def python(code: str, *arguments: str | Path, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program of its own, and let nothing of it outlive the test."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    with subprocess.Popen(
        command, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def supervisor(data_dir: Path) -> Iterator[tuple[subprocess.Popen[str], int, str]]:
    """Run the embedded server in another process; give that process, the postmaster's number and the URL."""
    with python(SUPERVISOR, data_dir) as process:
        assert process.stdout is not None
        postmaster, url = process.stdout.readline().split()
        yield process, int(postmaster), url
