"""Making a cluster, so that a crash half-way leaves none."""

import os
import shutil
import subprocess

from loket.cli.children import launched
from loket.cli.embedded import identity
from loket.cli.embedded.binaries import BUILTIN_LOCALES_SINCE
from loket.cli.embedded.place import Place
from loket.cli.problem import Problem

# Nothing of the person's own PostgreSQL settings (PGPORT, PGOPTIONS, ...) may reach the server.
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C"}


def ensure(place: Place, *, durable: bool) -> None:
    """Make the cluster unless it exists."""
    if (place.data / "PG_VERSION").exists():
        return
    draft = place.base / "data.init"
    shutil.rmtree(draft, ignore_errors=True)
    identity.hand_over(draft, place.identity)
    made = subprocess.run(
        launched(
            (
                place.binaries.program("initdb"),
                *("--pgdata", draft, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8"),
                *_locale(place.binaries.major),
                *("--data-checksums", "--no-instructions"),
                *(() if durable else ("--no-sync",)),
            ),
            identity=place.identity,
        ),
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        raise Problem(f"PostgreSQL could not make a database in {draft}: {made.stderr.strip()}")
    draft.rename(place.data)
    _sync(place)


def _locale(major: int) -> tuple[str, ...]:
    """One order of characters on every system, independent of the C library where PostgreSQL can."""
    if major >= BUILTIN_LOCALES_SINCE:
        return ("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--no-locale")
    return ("--locale-provider", "libc", "--locale", "C.UTF-8")


def _sync(place: Place) -> None:
    directory = os.open(place.base, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
