"""PostgreSQL for a machine that has none to offer: started with Loket, stopped with Loket."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from loket.cli.embedded import identity, leftovers, place, sockets
from loket.cli.embedded.server import Server
from loket.cli.problem import Problem
from loket.environment import embedded_database_url


@contextmanager
def serve(data_dir: Path, *, durable: bool = True) -> Iterator[Server]:
    """Run the server of a data directory; stop it at the end, or when this process dies.

    `durable=False` trades safety against speed: for tests.
    """
    lock = _lock(data_dir)
    try:
        if not leftovers.locked(lock, patience=1):
            raise Problem(
                f"Another loket runs on {data_dir}. Stop it, or use another data directory with --data."
            )
        where = place.find(data_dir)
        identity.hand_over(where.log, where.identity)
        server = Server(where, durable=durable)
        try:
            server.start()
            yield server
        finally:
            server.stop()
    finally:
        os.close(lock)


@contextmanager
def start(data_dir: Path, *, durable: bool = True) -> Iterator[str]:
    """Run the server and give the DATABASE_URL by which it is reached."""
    with serve(data_dir, durable=durable) as server:
        yield server.url


def running(data_dir: Path) -> str | None:
    """The DATABASE_URL of the server that another process runs on this data directory."""
    if not data_dir.is_dir():
        return None
    lock = _lock(data_dir)
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return embedded_database_url(sockets.current((data_dir / "postgres").resolve()))
    else:
        return None
    finally:
        os.close(lock)


def _lock(data_dir: Path) -> int:
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(data_dir, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as problem:
        raise Problem(f"The data directory {data_dir} cannot be used: {problem.strerror}.") from None
