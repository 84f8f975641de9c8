"""One PostgreSQL server: started, watched, stopped."""

import os
import signal
import subprocess
import sys
import time
from typing import BinaryIO

import psycopg

from loket.cli import children
from loket.cli.embedded import cluster, leftovers, sockets
from loket.cli.embedded.place import Place
from loket.cli.problem import Problem

PAUSE = 0.03
WORTH_A_WORD = 10.0
STOPS_WITHIN = 60.0
ATTEMPTS = 5
IMPATIENT = ("-c", "fsync=off", "-c", "full_page_writes=off")


class Server:
    """The server of one place; `start` also after it died, as often as needed."""

    def __init__(self, place: Place, *, durable: bool) -> None:
        self.place = place
        self.durable = durable
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return self.place.url

    def alive(self) -> bool:
        return self.process is not None and not children.ended(self.process)

    def start(self) -> None:
        """Start it and return when it answers and has the database; recovery after a crash is waited for."""
        for _ in range(ATTEMPTS):
            self._spawn()
            try:
                if self._comes_up():
                    return
            except BaseException:
                self.stop()
                raise
        self.stop()
        raise Problem(f"PostgreSQL was killed {ATTEMPTS} times while it started in {self.place.base}.")

    def _spawn(self) -> None:
        if self.process is not None:
            children.collect(self.process)
        cluster.ensure(self.place, durable=self.durable)
        lock = leftovers.claim(self.place)
        try:
            with self._fresh_log() as log:
                self.process = children.spawn(
                    self._command(),
                    identity=self.place.identity,
                    death_signal=signal.SIGINT,
                    env=cluster.ENVIRONMENT,
                    stdout=subprocess.DEVNULL,
                    stderr=log,
                    pass_fds=(lock,),
                )
        finally:
            os.close(lock)

    def stop(self) -> None:
        """Stop in good order, or at least stop."""
        if self.process is not None:
            children.stop(self.process, signal.SIGINT, STOPS_WITHIN)
            self.process = None
        sockets.remove(self.place.base)

    def _command(self) -> list[str]:
        settings = {
            "listen_addresses": "",
            "port": "5432",
            "unix_socket_directories": '"{}"'.format(str(self.place.socket).replace('"', '""')),
            "unix_socket_permissions": "0700",
            "logging_collector": "on",
            "log_directory": str(self.place.log),
            "log_filename": "postgres-%a.log",
            "log_truncate_on_rotation": "on",
            "log_rotation_age": "1d",
        }
        command = [str(self.place.binaries.program("postgres")), "-D", str(self.place.data)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        return command if self.durable else [*command, *IMPATIENT]

    def _fresh_log(self) -> BinaryIO:
        # Made anew, because the last one may belong to another account that ran this data directory.
        path = self.place.base / "start.log"
        path.unlink(missing_ok=True)
        path.touch(mode=0o600, exist_ok=False)
        return path.open("wb")

    def _comes_up(self) -> bool:
        """Wait for its answer; False when it was killed before that."""
        patient_until = time.monotonic() + WORTH_A_WORD
        while not self._answers():
            if not self.alive():
                self._explain_end()
                return False
            if time.monotonic() > patient_until:
                patient_until = float("inf")
                print(
                    "The database is recovering from a crash; this can take minutes.",
                    file=sys.stderr,
                    flush=True,
                )
            time.sleep(PAUSE)
        return True

    def _explain_end(self) -> None:
        """Refuse where the server gave up, with its reason; one that was killed may be tried again."""
        if self.process is None or children.collect(self.process) < 0:
            return
        said = (self.place.base / "start.log").read_text(encoding="utf-8", errors="replace").strip()
        raise Problem(f"PostgreSQL did not start in {self.place.base}: {said or 'it said nothing.'}")

    def _answers(self) -> bool:
        """True when it takes connections; its first answer is used to make the database."""
        try:
            with psycopg.connect(
                self.url, dbname="postgres", autocommit=True, connect_timeout=5
            ) as connection:
                known = connection.execute("SELECT 1 FROM pg_database WHERE datname = 'loket'").fetchone()
                if known is None:
                    connection.execute("CREATE DATABASE loket TEMPLATE template0")
        except psycopg.OperationalError:
            return False
        return True
