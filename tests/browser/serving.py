"""Loket on a loopback port, in threads of this process, over one database and with a clock that a test can move."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from threading import Thread
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.db import connections
from django.test.testcases import QuietWSGIRequestHandler

from loket.cli import static
from loket.core.zone import ZONE

HOST = "127.0.0.1"


class Clock:
    """Stands where the edge of Loket reads the time (`middleware.datetime`); sessions keep the real one."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self, zone: tzinfo) -> datetime:
        return self.moment.astimezone(zone)

    @property
    def here(self) -> datetime:
        """The moment as the office's clocks on the wall show it."""
        return self.moment.astimezone(ZONE)

    def later(self, **delta: float) -> None:
        self.moment += timedelta(**delta)


class _Server(ThreadedWSGIServer):
    def __init__(self, database: str) -> None:
        super().__init__((HOST, 0), QuietWSGIRequestHandler)
        self.database = database
        self.set_app(WSGIHandler())

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        own = connections.create_connection("default")
        own.settings_dict = {**own.settings_dict, "NAME": self.database}
        connections["default"] = own
        super().process_request_thread(request, client_address)


@contextmanager
def serving(database: str) -> Iterator[str]:
    """Serve that database; gives the address. Style sheets and scripts are those of a real installation."""
    collect_static()
    server = _Server(database)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def collect_static() -> None:
    """Gather them once for all processes that test side by side."""
    lock = Path(os.environ["LOKET_DATA_DIR"]) / "static.lock"
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        static.collect()
