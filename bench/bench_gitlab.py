"""Outgoing syncs with the stand-in of the demo in a process of its own, against bare requests to the same.

    python -m bench.bench_gitlab

A sync is a job of the queue: it reads the rows and the issue, compares, and changes what differs. The goal is 1,000 a
minute by one worker.
"""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, sleep

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # also runs as a file, from anywhere

from bench.office import NOW, office
from loket.cli import standin

COUNT, ROUNDS, PATIENCE = 40, 5, 10.0


def main() -> None:
    with _gitlab() as url, office():
        from bench import syncs  # noqa: PLC0415 - models can be imported only in an office

        bench = syncs.Syncs(NOW)
        bench.prepare(COUNT)
        bench.change_all()
        made = _timed(bench.work)
        token = os.environ["LOKET_GITLAB_TOKEN"]
        changed, began = [], process_time()
        for _ in range(ROUNDS):
            bench.change_all()
            changed.append(_timed(bench.work))
        busy = (process_time() - began) / ROUNDS / COUNT
        plain = [_timed(lambda: syncs.bare(url, token, COUNT)) for _ in range(ROUNDS)]
        if not bench.agree():
            raise SystemExit("Not every permintaan has its one issue; the figures mean nothing.")
    print(f"issues made: {_a_minute(made):,.0f} a minute")
    print(f"issues changed: {_a_minute(median(changed)):,.0f} a minute")
    print(f"  processor time of the worker for one: {busy * 1000:.0f} ms; 1,000 a minute leave 60 ms")
    print(f"bare requests, a GET and a PUT: {_a_minute(median(plain)):,.0f} a minute")
    print(f"  ratio of medians: {median(changed) / median(plain):.2f}")


@contextmanager
def _gitlab() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="loket-bench-") as directory, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        standin.settings(os.environ, port)
        # Its hooks go to a port on which nobody listens, so that only what goes out is measured.
        with subprocess.Popen(standin.command(Path(directory), port, 9)) as process:
            try:
                _wait_for(port)
                yield os.environ["LOKET_GITLAB_URL"]
            finally:
                process.terminate()


def _wait_for(port: int) -> None:
    end = perf_counter() + PATIENCE
    while perf_counter() < end:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            sleep(0.05)
        else:
            return
    raise SystemExit("The stand-in does not start.")


def _timed(act: Callable[[], None]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def _a_minute(seconds: float) -> float:
    return COUNT / seconds * 60


if __name__ == "__main__":
    main()
