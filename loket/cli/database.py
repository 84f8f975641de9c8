"""The database of a command: that of DATABASE_URL, else the embedded one, running already or only for this."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.db.migrations.executor import MigrationExecutor

from loket import environment
from loket.cli import address, embedded
from loket.cli.problem import Problem


@contextmanager
def available(*, migrated: bool = False) -> Iterator[None]:
    """Set up Django on a database that answers; stop what was started for it at the end."""
    if address.elsewhere():
        with _set_up(migrated=migrated):
            yield
        return
    data_dir = environment.read(os.environ).data_dir
    if url := embedded.running(data_dir):
        with _set_up(url, migrated=migrated):
            yield
        return
    with embedded.start(data_dir) as url, _set_up(url, migrated=migrated):
        yield


@contextmanager
def _set_up(url: str | None = None, *, migrated: bool) -> Iterator[None]:
    if url:
        os.environ["DATABASE_URL"] = url
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loket.settings")
    django.setup()
    try:
        if migrated:
            _require_migrations()
        yield
    except OperationalError as problem:
        raise Problem(f"The database does not answer: {problem}".strip()) from None
    finally:
        connections.close_all()


def _require_migrations() -> None:
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Problem("The database is not that of this version. Run loket migrate first.")
