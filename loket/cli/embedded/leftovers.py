"""What a killed server leaves behind, and when it is safe to start another.

Every process of a server inherits a lock on the data directory from us. Who gets that lock therefore knows that none of
them is left, even where process numbers mean nothing (containers). Only then may the files be removed by which
PostgreSQL itself keeps a second server out: they would block the start when their number belongs to a dead process that
nobody has collected, or to a new one that has nothing to do with PostgreSQL.
"""

import fcntl
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from loket.cli.embedded import sockets
from loket.cli.embedded.place import Place
from loket.cli.problem import Problem

ENDS_BY_ITSELF = 5.0
ENDS_WHEN_ASKED = 60.0
PAUSE = 0.02


def claim(place: Place) -> int:
    """Wait until nothing of an earlier server is left; return the lock that the next one is to inherit."""
    lock = os.open(place.data, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _clear(place, lock)
    except BaseException:
        os.close(lock)
        raise
    return lock


def _clear(place: Place, lock: int) -> None:
    if not locked(lock, ENDS_BY_ITSELF):
        _ask_to_end(place)
        if not locked(lock, ENDS_WHEN_ASKED):
            raise Problem(f"An earlier PostgreSQL does not end in {place.data}{_named(members(place.data))}.")
    if others := members(place.data):
        raise Problem(f"Another PostgreSQL runs in {place.data}{_named(others)}. Stop it first.")
    if sys.platform == "linux":
        for stale in (place.data / "postmaster.pid", place.socket / f"{sockets.NAME}.lock"):
            stale.unlink(missing_ok=True)


def locked(lock: int, patience: float) -> bool:
    """Take the lock, waiting as long as that."""
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                return False
            time.sleep(PAUSE)
        else:
            return True


def members(data: Path) -> list[int]:
    """Every PostgreSQL process at work in this data directory, as far as Linux shows them."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (
                process.joinpath("cwd").samefile(data)
                and "postgres" in process.joinpath("exe").readlink().name
            ):
                found.append(int(process.name))
    return sorted(found)


def _ask_to_end(place: Place) -> None:
    """The postmaster stops in good order; without one, what is left gives up at once, as after any crash."""
    found = members(place.data)
    with suppress(OSError, ValueError, IndexError):
        postmaster = int((place.data / "postmaster.pid").read_text(encoding="ascii").split()[0])
        if postmaster in found:
            os.kill(postmaster, signal.SIGINT)
            return
    for process in found:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGQUIT)


def _named(processes: list[int]) -> str:
    return f" (process {', '.join(map(str, processes))})" if processes else ""
