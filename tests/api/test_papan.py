"""The board by program: what is open in its lanes, and its limits."""

import pytest

from loket.models.entry import Entry
from loket.models.kantor import Kantor
from tests.api.program import Program, code_of
from tests.cast import Road


def test_the_board_has_the_open_work_in_its_lanes(road: Road) -> None:
    road.submit()
    road.walk_to("undangan")
    walked = road.nomor
    road.submit()
    kasi = Program(road, "kasi")

    by_step = kasi.get("/papan").json()
    by_person = kasi.get("/papan", kelompok="tim").json()

    lanes = {lane["kunci"]: [card["nomor"] for card in lane["items"]] for lane in by_step["lajur"]}
    assert lanes == {"undangan": [walked], "disposisi": [road.nomor]}
    assert {lane["kunci"]: lane["jumlah"] for lane in by_person["lajur"]} == {
        "": 1,
        **dict.fromkeys(by_person["orang"], 1),
    }
    assert [phase["batas"] for phase in by_step["fase"]] == [8, 8, 8, 8]
    (found,) = kasi.get("/papan", langkah="disposisi").json()["lajur"]
    assert (found["kunci"], found["jumlah"]) == ("disposisi", 1)


def test_a_member_of_a_team_sees_the_board_of_their_teams_without_the_limits(road: Road) -> None:
    road.submit()
    road.walk_to("undangan")
    walked = road.nomor
    road.submit()

    said = Program(road, "analis").get("/papan").json()

    assert [card["nomor"] for lane in said["lajur"] for card in lane["items"]] == [walked]
    assert {phase["batas"] for phase in said["fase"]} == {None}


@pytest.mark.parametrize("username", ("opd", "opd_lain", "admin"))
def test_the_board_is_for_the_office_alone(road: Road, username: str) -> None:
    program = Program(road, username)

    assert code_of(program.get("/papan")) == (404, "not_found")
    assert code_of(program.post("/papan/batas", {"batas": {}})) == (404, "not_found")


def limits(road: Road, number: int = 5) -> dict[str, int]:
    return {phase["kunci"]: number for phase in Program(road, "kasi").get("/papan").json()["fase"]}


def test_the_limits_of_the_board_are_set_and_recorded(road: Road) -> None:
    wanted = limits(road)

    answer = Program(road, "kasi").post("/papan/batas", {"batas": wanted})

    assert answer.json() == {"batas": wanted}
    assert Kantor.objects.get().batas_papan == wanted
    assert Entry.objects.filter(kind="papan.limits_changed").get().source == "api"


def test_who_may_not_set_the_limits_sets_none(road: Road) -> None:
    answer = Program(road, "kadis").post("/papan/batas", {"batas": limits(road)})

    assert code_of(answer) == (422, "refused")
    assert Kantor.objects.get().batas_papan == {}


@pytest.mark.parametrize("changed", ({"lain": 5}, {"lain": 0}))
def test_a_phase_that_is_none_has_no_limit(road: Road, changed: dict[str, int]) -> None:
    answer = Program(road, "kasi").post("/papan/batas", {"batas": limits(road) | changed})

    assert [error["field"] for error in answer.json()["errors"]] == ["batas.lain"]
    assert Kantor.objects.get().batas_papan == {}


@pytest.mark.parametrize("number", (0, -1, 1000))
def test_a_limit_that_is_none_is_told_so(road: Road, number: int) -> None:
    answer = Program(road, "kasi").post("/papan/batas", {"batas": limits(road, number)})

    assert code_of(answer) == (422, "invalid")
    assert len(answer.json()["errors"]) == 4
