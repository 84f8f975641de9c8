"""`loket up`: everything on one machine, under one supervisor."""

import argparse
import http.client
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from loket import environment
from loket.cli import address, children, embedded, ports, standin
from loket.cli.embedded.server import Server
from loket.cli.problem import Problem
from loket.cli.supervisor import Child, Kept, Stopped, keep, stoppable, wait_until

HOST = "127.0.0.1"
ACCOUNTS = "opd, opd_lain, kadis, kabid, kasi, analis, analis2, programmer, programmer2, tu, admin"
PASSWORD = "loket-demo"  # noqa: S105 - printed for everybody to read


def run(argv: list[str]) -> int:
    """Run until Ctrl-C; leave no process."""
    parser = argparse.ArgumentParser(prog="loket up", description="Run everything on this machine.")
    parser.add_argument(
        "--demo", action="store_true", help="fill an empty database with demo data and accounts"
    )
    parser.add_argument("--port", type=ports.number, default=8000, help="port of the web server (8000)")
    parser.add_argument("--data", metavar="DIR", help="data directory (LOKET_DATA_DIR, else ./var)")
    options = parser.parse_args(argv)
    if options.data:
        os.environ["LOKET_DATA_DIR"] = options.data
    settings = environment.read(os.environ)
    if options.demo and (settings.base_url or "").startswith("https://"):
        raise Problem(
            "--demo makes accounts whose password everybody knows: not where LOKET_BASE_URL is on https."
        )
    if options.demo and settings.base_url is None:
        # A worker has no request to read it off, and the issues of the demo link back.
        os.environ["LOKET_BASE_URL"] = f"http://{HOST}:{options.port}"
    try:
        with stoppable():
            plays_gitlab = options.demo and settings.gitlab_url is None
            _run(settings.data_dir, options.port, demo=options.demo, plays_gitlab=plays_gitlab)
    except Stopped:
        say("Everything has stopped.")
    return 0


def say(sentence: str) -> None:
    """Tell the person at the terminal at once."""
    print(sentence, flush=True)


class Database:
    """The embedded server as something to keep running."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def tend(self) -> None:
        """Start it again, which includes its recovery."""
        if not self.server.alive():
            say("The database ended; it starts again.")
            self.server.start()

    def stop(self) -> None:
        """Nothing: the context that started it also stops it, after everybody else."""


def _run(data_dir: Path, port: int, *, demo: bool, plays_gitlab: bool) -> None:
    ports.require_free(HOST, port)
    with _database(data_dir) as kept:
        say("Preparing the database." if not demo else "Preparing the database and the demo data.")
        prepare = [sys.executable, "-m", "loket.cli.prepare", *(["--demo"] if demo else [])]
        if subprocess.run(children.launched(prepare), check=False, start_new_session=True).returncode != 0:
            raise Problem("The database could not be prepared; what is wrong stands above.")
        beside = [_gitlab(data_dir, port)] if plays_gitlab else []
        web = Child("web server", children.loket("web", "--port", str(port)), say)
        worker = Child("worker", children.loket("worker"), say)
        kept += [*beside, web, worker]
        try:
            say("Starting the web server and the worker.")
            wait_until(lambda: _answers(port), kept, web)
            _welcome(port, demo=demo)
            keep(kept)
        finally:
            say("Stopping.")
            for each in (worker, web, *beside):
                each.stop()


def _gitlab(data_dir: Path, port: int) -> Child:
    """A GitLab is played for the demo. Its data was loaded before: an office that gets a GitLab has issues to make."""
    own = ports.free_after(HOST, port)
    standin.settings(os.environ, own)
    say(f"Playing a GitLab at http://{HOST}:{own} (a stand-in, not GitLab).")
    return Child("stand-in for GitLab", standin.command(data_dir, own, port), say)


@contextmanager
def _database(data_dir: Path) -> Iterator[list[Kept]]:
    if address.elsewhere():
        say("Using the database of DATABASE_URL.")
        yield []
        return
    say(f"Starting PostgreSQL in {data_dir / 'postgres'}.")
    with embedded.serve(data_dir) as server:
        os.environ["DATABASE_URL"] = server.url
        yield [Database(server)]


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/masuk")
        return connection.getresponse().status < http.HTTPStatus.INTERNAL_SERVER_ERROR
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _welcome(port: int, *, demo: bool) -> None:
    say("")
    say(f"Loket is ready at http://{HOST}:{port}")
    if demo:
        say(f"Demo accounts, password {PASSWORD}: {ACCOUNTS}")
    else:
        say("The first account of an office: loket manage createadmin")
    say("Ctrl-C stops everything.")
