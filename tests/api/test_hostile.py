"""Bad input at every place: an answer that the documentation names, never a 5xx, and nothing of others is touched."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.db import transaction

from loket.api.calls.lacak import CODE
from loket.api.openapi import document
from loket.application.acts import ACTS
from loket.application.steps import PARTS
from tests.api.hostile import FITTING, MISSHAPEN, WITH_BROKEN_TEXT, broken
from tests.api.program import BASE, Program, as_json, code_of, letter
from tests.api.test_fuzzed import _nobody_is_too_often
from tests.api.test_sending import errors_of
from tests.api.test_sweep import IN_ADDRESS, calls
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.doings import DOINGS

At = Callable[..., Road]
__all__ = ("_nobody_is_too_often",)


def documented(path: str) -> set[str]:
    """The statuses that the documentation knows of a call that sends."""
    return set(document()["paths"][f"{BASE}{path}"]["post"]["responses"])


def undocumented(
    program: Program, path: str, named: str, body: Any, values: Iterable[Any] = FITTING
) -> dict[str, str]:
    """Where a broken body was answered otherwise than the documentation says; each from the state of before."""
    found = {}
    for place, sent in broken(body, values):
        before = transaction.savepoint()
        answer = program.post(path, sent)
        transaction.savepoint_rollback(before)
        if str(answer.status_code) not in documented(named):
            found[f"{place}: {str(sent)[:200]}"] = f"{answer.status_code} {answer.content[:100]!r}"
    return found


@pytest.mark.parametrize(("step", "bagian"), sorted(place for place in PARTS if place[0] != "surat"))
def test_no_step_breaks_in_the_hands_of_whoever_has_the_turn(at: At, step: str, bagian: str) -> None:
    if (step, bagian) == ("status_gitlab", "terkonfirmasi"):
        pytest.skip("only GitLab's silence leads here; its data is that of the bagian before")
    road = at(step, bagian)
    road.wait_until_possible()
    body = {"bagian": bagian, "seen": road.permintaan.revision, **as_json(road.plausible_data())}
    body["seen"] = road.permintaan.revision
    program = Program(road, road.performer())

    named = f"/permintaan/{{nomor}}/langkah/{step}"
    assert undocumented(program, f"/permintaan/{road.nomor}/langkah/{step}", named, body) == {}


@pytest.mark.parametrize("key", sorted(DOINGS))
def test_no_act_breaks_in_the_hands_of_whoever_may(at: At, key: str) -> None:
    road = at("analisis")
    username, good = DOINGS[key]
    body = as_json(good(road)) | ({"seen": road.permintaan.revision} if ACTS[key].moves else {})

    named = f"/permintaan/{{nomor}}/tindakan/{key}"
    program = Program(road, username)
    assert undocumented(program, f"/permintaan/{road.nomor}/tindakan/{key}", named, body) == {}


def test_no_letter_breaks(road: Road) -> None:
    everything = (*FITTING, *MISSHAPEN)

    assert undocumented(Program(road, "opd"), "/permintaan", "/permintaan", letter(road), everything) == {}


OWN = (
    ("disposisi", "kepala_dinas", "kepada_id"),
    ("undangan", "undangan", "peserta_ids"),
    ("analisis", "susun", "upload_id"),
    ("desain", "susun", "upload_id"),
    ("implementasi", "bangun", "upload_id"),
    ("pendampingan", "laporan", "upload_id"),
)
"""Where a step takes an id: of a person, or of a file."""


@pytest.mark.parametrize(("step", "bagian", "field"), OWN)
def test_ids_of_others_are_problems_of_their_field(at: At, step: str, bagian: str, field: str) -> None:
    """A file of somebody else, and a person who does not belong there, are no more than a number that is none."""
    road = at(step, bagian)
    road.wait_until_possible()
    program = Program(road, road.performer())
    body = {"bagian": bagian, **as_json(road.plausible_data()), "seen": road.permintaan.revision}
    assert field in body
    other = road.upload("opd_lain") if field == "upload_id" else road.people["opd_lain"].pk

    assert program.get("/tugas").status_code == 200
    with nothing_changes():
        for value in (other, 10**9):
            sent = {**body, field: [value] if field.endswith("_ids") else value}
            answer = program.post(f"/permintaan/{road.nomor}/langkah/{step}", sent)
            assert field in errors_of(answer)


@pytest.mark.parametrize("content", WITH_BROKEN_TEXT)
def test_what_is_no_utf_8_is_told_so_by_every_call(road: Road, content: bytes) -> None:
    road.submit()
    program = Program(road, "kasi")

    for method, path, body in calls():
        if method == "post" and body and not path.startswith("/kantor/"):
            answer = program.raw(path.format(nomor=road.nomor), content)
            assert errors_of(answer).keys() <= {"body", "bagian"}, path


@pytest.mark.parametrize(
    "query", ("q=%ff%fe", "q=%ed%a0%80", "cursor=%00", "status=%ff", "%ff=1", "opd=%d9%a1")
)
def test_broken_text_in_an_address_lists_something_or_is_told_so(road: Road, query: str) -> None:
    answer = Program(road, "kasi").ask("get", f"/permintaan?{query}")

    assert answer.status_code == 200 or code_of(answer) == (422, "invalid")


@pytest.mark.parametrize(
    "path", ("%ff", "%00", "APL-2026-0001%ff", "APL-%D9%A2026-0001", "..%2f..", "%", "x" * 3000)
)
def test_broken_text_in_the_place_of_a_number_is_no_address(road: Road, path: str) -> None:
    assert code_of(Program(road, "kasi").get(f"/permintaan/{path}")) == (404, "not_found")


@pytest.mark.parametrize("method", ("put", "patch", "delete", "head", "options", "trace"))
def test_what_a_call_does_not_do_is_told_so(road: Road, method: str) -> None:
    road.submit()
    kasi = Program(road, "kasi")

    there = {"nomor": road.nomor, "id": 1, "nomor_sop": "X", "kode": CODE, **IN_ADDRESS}
    for path in {path.format(**there) for _, path, _ in calls()}:
        assert kasi.ask(method, path).status_code == 405, path


@pytest.mark.parametrize(
    "media",
    (
        "application/json; charset=utf-16",
        "application/json; charset=x-unknown",
        "application/json; charset=\xff",
        "application/x-www-form-urlencoded; charset=x-unknown",
        "multipart/form-data; boundary=" + "x" * 300,
        "multipart/form-data; boundary=\xff",
        "multipart/form-data; charset=x-unknown; boundary=x",
        "",
        ";",
    ),
)
@pytest.mark.parametrize("path", ("/permintaan", "/dokumen"))
def test_a_type_that_is_none_is_told_so(road: Road, path: str, media: str) -> None:
    answer = Program(road, "opd").carry("POST", f"{BASE}{path}", b"{}", media, {})

    assert code_of(answer) in {(415, "unsupported_type"), (422, "invalid")}
