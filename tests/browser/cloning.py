"""A migrated database for the whole session, beside those of single tests: a clone of the template."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.db import connection


def clone() -> str:
    """Make one; gives its name."""
    template = connection.settings_dict["NAME"]
    name = f"{template}_{uuid4().hex[:8]}"
    connection.close()
    _on_server(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return name


def drop(name: str) -> None:
    _on_server(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def working_in(name: str) -> Iterator[None]:
    """Let this thread work in it; every other test keeps its own."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def _on_server(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
    connection.close()
