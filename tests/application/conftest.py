"""The road of these tests: always the same two are appointed."""

import pytest
from django.db import connection

from loket.models.permintaan import Permintaan
from loket.models.user import User
from tests.cast import Road

_ODD = "SELECT setval('loket_permintaan_id_seq', last_value / 2 * 2 + 3, false) FROM loket_permintaan_id_seq"


class RoadOfTheFirstTeam(Road):
    """The demo appoints two pairs by turns, by the id of the permintaan; odd ones go to `analis` and `programmer`."""

    def submit(self, username: str = "opd", **changed: object) -> Permintaan:
        with connection.cursor() as cursor:
            cursor.execute(_ODD)
        return super().submit(username, **changed)


@pytest.fixture
def road(office: dict[str, User]) -> Road:
    return RoadOfTheFirstTeam(office)
