"""The calls of the office as a whole: who has them, and what they do with what nobody should send."""

import pytest

from loket.models.entry import Entry
from tests.api.program import Program, code_of
from tests.api.test_fuzzed import _nobody_is_too_often
from tests.api.test_hostile import undocumented
from tests.api.test_sending import errors_of
from tests.api.test_sweep import IN_ADDRESS, ask, calls
from tests.application.everything import nothing_changes
from tests.application.gitlab.conftest import gitlab
from tests.cast import Road
from tests.integrations.gitlab.standins import Talk

__all__ = ("_nobody_is_too_often", "gitlab")
CALLS = [
    (method, path, body)
    for method, path, body in calls()
    if path.startswith("/kantor/") and not path.startswith("/kantor/sop")
]
"""Those of the SOP have guards of their own, which tell their reasons."""
OF_THE_HEAD = {"/kantor/kahar", "/kantor/kahar/baru", "/kantor/kahar/berakhir"}


def address(road: Road, path: str) -> str:
    return path.format(id=road.people["analis"].pk, **IN_ADDRESS)


def theirs(username: str, path: str) -> bool:
    return username == ("kadis" if path in OF_THE_HEAD else "admin")


@pytest.mark.parametrize("username", ("opd", "kadis", "kabid", "kasi", "analis", "tu", "admin"))
def test_for_whoever_has_no_page_of_the_office_it_does_not_exist(
    gitlab: Talk, road: Road, username: str
) -> None:
    program = Program(road, username)
    shut = [call for call in CALLS if not theirs(username, call[1])]

    assert program.get("/tugas").status_code == 200
    with nothing_changes():
        found = {
            path: code_of(ask(program, method, address(road, path), body)) for method, path, body in shut
        }
        broken = {path: program.raw(address(road, path), b"[]").status_code for _, path, _ in shut}

    assert set(found.values()) == {(404, "not_found")}
    assert set(broken.values()) <= {404, 405}


def test_a_token_that_only_reads_changes_nothing(gitlab: Talk, road: Road) -> None:
    program = Program(road, "admin", scope="baca")

    assert program.get("/kantor/pengguna").status_code == 200
    with nothing_changes():
        for method, path, body in CALLS:
            if method == "post":
                assert code_of(program.post(address(road, path), body)) == (422, "refused")


@pytest.mark.parametrize("path", sorted(path for method, path, body in CALLS if method == "post"))
def test_no_call_of_the_office_breaks(gitlab: Talk, road: Road, path: str) -> None:
    """Who is left without a thing to act on is told so too; every answer is one that the documentation names."""
    username = "kadis" if path in OF_THE_HEAD else "admin"
    (body,) = [body for method, one, body in CALLS if (method, one) == ("post", path)]

    assert undocumented(Program(road, username), address(road, path), path, body) == {}


def test_an_act_that_needs_to_be_told_nothing_takes_nothing(road: Road) -> None:
    analis, admin = road.people["analis"].pk, Program(road, "admin")
    before = Entry.objects.count()

    answer = admin.post(f"/kantor/pengguna/{analis}/nonaktifkan", {"is_active": True})

    assert errors_of(answer) == {"is_active": "Kolom ini tidak dikenal."}
    assert Entry.objects.count() == before
