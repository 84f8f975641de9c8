"""Databases beside the one of the session: copies that a test may fill and commit to as it likes."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.db import connection, connections


def clone(template: str = "") -> str:
    """Copy that database, or the one in use; gives the name of the copy."""
    template = template or str(connection.settings_dict["NAME"])
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
        connections.close_all()
        connection.settings_dict["NAME"] = usual


@contextmanager
def cloned(template: str = "") -> Iterator[str]:
    """Work in a copy of that database, or of the one in use, and drop it afterwards."""
    name = clone(template)
    try:
        with working_in(name):
            yield name
    finally:
        drop(name)


def _on_server(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
    connection.close()
