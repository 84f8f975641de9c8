"""Which database this process is to use; knows no Django, so that supervisors stay small."""

import os

from loket import environment
from loket.cli import embedded
from loket.cli.problem import Problem


def elsewhere() -> bool:
    """True when the environment names a server."""
    return bool(os.environ.get("DATABASE_URL") or os.environ.get("DATABASE_URL_FILE"))


def attach() -> None:
    """Use the database that is there; a server never starts one for itself, because others need it too."""
    if elsewhere():
        return
    url = embedded.running(environment.read(os.environ).data_dir)
    if url is None:
        raise Problem(
            "Set DATABASE_URL to a PostgreSQL server, or run everything on this machine with loket up."
        )
    os.environ["DATABASE_URL"] = url
