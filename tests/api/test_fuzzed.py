"""Everything that the documentation allows and much that it does not: a documented answer, and never a 5xx."""

from collections.abc import Callable
from typing import Any

import pytest

from loket.api import door
from loket.api.calls import dokumen, lacak, naskah, verifikasi
from loket.application.steps import PARTS
from loket.sop.definition import MAIN
from tests.api.fuzzing import MODES, Case, operations, try_out
from tests.api.program import Program
from tests.api.test_sweep import IN_ADDRESS
from tests.cast import Road

WHO = (None, "opd", "analis", "kasi")
EXAMPLES = 2
IN_HAND = 12

At = Callable[..., Road]


@pytest.fixture(autouse=True)
def _nobody_is_too_often(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (door, dokumen, naskah, verifikasi):
        monkeypatch.setattr(module, "take", lambda *_: None)
    for looking in (lacak, verifikasi):
        monkeypatch.setattr(looking, "guess", lambda *what: what[-1]())


def _in_its_place(road: Road, upload_id: int) -> Callable[[Case], None]:
    """Let the addresses lead to something, and what is sent be of the revision that there is."""
    revision = road.permintaan.revision
    there: dict[str, Any] = {
        "nomor": road.nomor,
        "id": str(upload_id),
        "nomor_sop": MAIN,
        "kode": road.permintaan.kode_lacak,
        **IN_ADDRESS,
    }

    def prepare(case: Case) -> None:
        case.path_parameters = {name: there[name] for name in case.path_parameters or {}}
        if isinstance(case.body, dict) and isinstance(case.body.get("seen"), int):
            case.body["seen"] = revision

    return prepare


def _stored(road: Road) -> int:
    """A file that is there, of the analyst."""
    return int(Program(road, "analis").upload().json()["id"])


@pytest.mark.parametrize("username", WHO)
def test_every_call_answers_as_it_says(at: At, username: str | None) -> None:
    road = at("analisis")
    program, prepare = Program(road, username), _in_its_place(road, _stored(road))
    found = operations()

    asked = sum(
        try_out(operation, program, examples=EXAMPLES, prepare=prepare, mode=mode)
        for operation in found.values()
        for mode in MODES
    )

    assert asked >= len(found) * EXAMPLES


@pytest.mark.parametrize("username", ("admin", "kadis"))
def test_every_call_of_the_office_answers_whoever_has_it_as_it_says(at: At, username: str) -> None:
    road = at("analisis")
    account = str(road.people["analis"].pk)
    program, prepare = Program(road, username), _in_its_place(road, int(account))
    found = [one for one in operations().values() if "/kantor/" in one.path]

    asked = sum(
        try_out(operation, program, examples=EXAMPLES, prepare=prepare, mode=mode)
        for operation in found
        for mode in MODES
    )

    assert asked >= len(found) * EXAMPLES


@pytest.mark.parametrize(("step", "bagian"), sorted(place for place in PARTS if place[0] != "surat"))
def test_whoever_has_the_turn_may_send_anything(at: At, step: str, bagian: str) -> None:
    if (step, bagian) == ("status_gitlab", "terkonfirmasi"):
        pytest.skip("only GitLab's silence leads here; its data is that of the bagian before")
    road = at(step, bagian)
    road.wait_until_possible()
    program, prepare = Program(road, road.performer()), _in_its_place(road, 1)
    operation = operations()[f"langkah_{step}"]

    def here(case: Case) -> None:
        prepare(case)
        if isinstance(case.body, dict):
            case.body["bagian"] = bagian

    assert try_out(operation, program, examples=IN_HAND, prepare=here, mode=MODES[0])
