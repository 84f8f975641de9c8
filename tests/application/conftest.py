"""The road of these tests: always the same two are appointed, and passwords cost nothing."""

from collections.abc import Mapping

import pytest
from pytest_django import Settings

from loket.models.user import User
from tests.cast import Road


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    """Nobody signs in here, and a slow hash would be the slowest part of most tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def one_team(people: Mapping[str, User]) -> dict[str, User]:
    """The demo appoints two pairs by turns; here both are the same, and the others go by names of their own."""
    return {
        **people,
        "analis2": people["analis"],
        "programmer2": people["programmer"],
        "analis_lain": people["analis2"],
        "programmer_lain": people["programmer2"],
    }


@pytest.fixture
def road(office: dict[str, User]) -> Road:
    return Road(one_team(office))
