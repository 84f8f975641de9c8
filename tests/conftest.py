"""What every test can ask for: an office with its cast, and a permintaan at any place of the road."""

from collections.abc import Callable, Iterator

import pytest
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from loket.application.office.establish import establish
from loket.cli.demo.people import make_people
from loket.models.user import User
from tests.cast import NOW, Road
from tests.cloning import clone, cloned, drop
from tests.places import Places
from tests.signing import Keys


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """What takes a guesser long must not take the tests long."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, quick_passwords: None
) -> Iterator[str]:
    """A migrated database with an established office; gives the name of one beside it that has nobody."""
    with django_db_blocker.unblock():
        bare = clone()
        establish(NOW)
        make_people(NOW)
    yield bare
    with django_db_blocker.unblock():
        drop(bare)


@pytest.fixture
def office(db: None) -> dict[str, User]:
    """The cast of the demo in their office, by username."""
    return _people()


@pytest.fixture
def road(office: dict[str, User]) -> Road:
    return Road(office)


@pytest.fixture(scope="session")
def places(django_db_setup: str, django_db_blocker: DjangoDbBlocker) -> Places:
    with django_db_blocker.unblock():
        return Places(Road(_people()))


@pytest.fixture
def at(road: Road, places: Places) -> Callable[..., Road]:
    """Give a road whose permintaan stands at a step and bagian: `at("analisis", "reviu")`."""

    def walk(step: str, bagian: str = "") -> Road:
        if not places.put(road, step, bagian):
            road.submit()
            road.walk_to(step, bagian)
        return road

    return walk


@pytest.fixture(scope="session")
def _keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return Keys(tmp_path_factory.mktemp("keys"))


@pytest.fixture
def keys(_keys: Keys) -> Iterator[Keys]:
    """An authority of the office for this test, with the keys that it has made for others before."""
    with _keys.at_hand():
        yield _keys


@pytest.fixture
def transactional_db(django_db_setup: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A database of this test alone, where transactions really commit: a clone of the template.

    The record refuses TRUNCATE, so nothing can be flushed; the clone is dropped instead. It takes the name
    of pytest-django's own fixture, because by that name the plugin knows that a database is wanted.
    """
    with django_db_blocker.unblock(), cloned() as name:
        yield name


@pytest.fixture
def own_database(transactional_db: str) -> str:
    return transactional_db


@pytest.fixture
def own_office(own_database: str) -> dict[str, User]:
    """The cast of the demo in their office, in a database of its own."""
    return _people()


@pytest.fixture
def nobody(django_db_setup: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A migrated database of this test alone in which nobody has done anything; see `transactional_db`."""
    with django_db_blocker.unblock(), cloned(django_db_setup) as name:
        yield name


def _people() -> dict[str, User]:
    return {user.username: user for user in User.objects.all()}
