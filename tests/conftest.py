"""What every test can ask for: an office with its cast, and a permintaan at any place of the road."""

from collections.abc import Callable

import pytest

from loket.application.office.establish import establish
from loket.cli.demo.people import make_people
from loket.models.user import User
from tests.cast import NOW, Road


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
