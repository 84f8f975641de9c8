"""A program of an admin reads when rows and record were compared, and what differed."""

from datetime import datetime

import pytest

from loket.application.examination import examine
from loket.models.permintaan import Permintaan
from tests.api.program import Program, code_of
from tests.cast import Road

PAGE = "/kantor/pemeriksaan"


def test_before_the_first_night_there_is_no_result(road: Road) -> None:
    assert Program(road, "admin").get(PAGE).json() == {"examined_at": None, "ditemukan": 0, "items": []}


def test_differences_are_told_by_number_and_nothing_else_of_the_permintaan(road: Road) -> None:
    road.submit()
    Permintaan.objects.update(sesi=4)
    examine(road.now)

    answer = Program(road, "admin").get(PAGE)

    said = answer.json()
    assert datetime.fromisoformat(said["examined_at"]) == road.now
    assert said["ditemukan"] == 1
    assert [one["nomor"] for one in said["items"]] == [road.nomor]
    assert "menurut catatan 0" in said["items"][0]["selisih"]
    assert b"Antrean Daring" not in answer.content


@pytest.mark.parametrize("username", ("kadis", "kasi", "opd"))
def test_for_whoever_has_no_such_page_it_does_not_exist(road: Road, username: str) -> None:
    assert code_of(Program(road, username).get(PAGE)) == (404, "not_found")
