"""`loket web`: serves the pages and the API."""

import argparse
import os
from typing import Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from loket.cli import address, ports, static
from loket.cli.launch import end_with_parent

THREADS = 4
FINISHES_WITHIN = 10


def run(argv: list[str]) -> int:
    """Serve until told to stop; requests that run then are finished first."""
    parser = argparse.ArgumentParser(prog="loket web", description="Serve the pages and the API.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=ports.number, default=8000, help="port to listen on (8000)")
    parser.add_argument("--workers", type=int, default=1, help="processes (1)")
    options = parser.parse_args(argv)
    address.attach()
    ports.require_free(options.host, options.port)
    static.collect()
    Server(
        "loket.wsgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        blocking_threads=THREADS,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=FINISHES_WITHIN,
        log_level=LogLevels.warning,
    ).serve(target_loader=load, wrap_loader=False)
    return 0


def load() -> Any:
    """Load the application in a process of the server, which must not outlive the one that accepts no more work."""
    end_with_parent(os.getppid())
    from loket.wsgi import application  # noqa: PLC0415 - only the serving processes carry Django

    return application
