"""What every test can ask for: an office with its cast, and a permintaan at any place of the road."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from django.db import connection, connections
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from loket.application.office.establish import establish
from loket.cli.demo.people import make_people
from loket.models.user import User
from tests.cast import NOW, Road


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """What takes a guesser long must not take the tests long."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def office(db: None) -> dict[str, User]:
    """An established office with the cast of the demo, by username."""
    establish(NOW)
    return make_people(NOW)


@pytest.fixture
def road(office: dict[str, User]) -> Road:
    return Road(office)


@pytest.fixture
def at(road: Road) -> Callable[..., Road]:
    """Give a road whose permintaan stands at a step and bagian: `at("analisis", "reviu")`."""

    def walk(step: str, bagian: str = "") -> Road:
        road.submit()
        road.walk_to(step, bagian)
        return road

    return walk


@pytest.fixture
def transactional_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A migrated database of this test alone, where transactions really commit: a clone of the template.

    The record refuses TRUNCATE, so nothing can be flushed; the clone is dropped instead. It takes the name
    of pytest-django's own fixture, because by that name the plugin knows that a database is wanted.
    """
    template = connection.settings_dict["NAME"]
    clone = f"{template}_{uuid4().hex[:8]}"
    with django_db_blocker.unblock():
        connection.close()
        _on_server(f'CREATE DATABASE "{clone}" TEMPLATE "{template}"')
        connection.settings_dict["NAME"] = clone
        try:
            yield clone
        finally:
            connections.close_all()
            connection.settings_dict["NAME"] = template
            _on_server(f'DROP DATABASE "{clone}" WITH (FORCE)')


@pytest.fixture
def own_database(transactional_db: str) -> str:
    return transactional_db


@pytest.fixture
def own_office(own_database: str) -> dict[str, User]:
    """An established office, with its cast, in a database of its own."""
    establish(NOW)
    return make_people(NOW)


def _on_server(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
    connection.close()
