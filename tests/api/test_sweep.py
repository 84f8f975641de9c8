"""Every call of the API, taken from its own OpenAPI: by nobody, and by somebody of another agency."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from loket.api.openapi import document
from loket.api.reference import groups_of
from loket.models.entry import Entry
from tests.api.program import BASE, Program, code_of
from tests.cast import Road

WITHOUT_OBJECT = {
    *("/sop/{nomor_sop}", "/sop/{nomor_sop}/pdf", "/sop/{nomor_sop}/bpmn", "/permintaan", "/dokumen"),
    *("/tugas", "/tugas/naskah", "/tugas/agenda", "/pemberitahuan", "/akun", "/hooks/gitlab"),
    *("/register/keluar", "/register/masuk", "/lacak/{kode}"),
}
"""Calls that ask about nothing in particular, or for what was shown to whoever asks; what they tell is theirs."""


IN_ADDRESS = {"jabatan": "1", "token": "1", "tahun": "2027", "jenis": "bast", "cara": "bandingkan"}
"""What else stands in an address, beside what the permintaan of a test says."""


def calls() -> Iterator[tuple[str, str, Any]]:
    """Method, path with what must be asked, and the example of the body that the documentation gives."""
    for path, methods in document()["paths"].items():
        for method, call in methods.items():
            content = call.get("requestBody", {}).get("content", {}).get("application/json", {})
            examples = [one["value"] for one in content.get("examples", {}).values()]
            asked = [one["name"] for one in call["parameters"] if one["in"] == "query" and one["required"]]
            query = "".join(f"?{name}=1" for name in asked)
            yield method, f"{path.removeprefix(BASE)}{query}", examples[0] if examples else None


def ask(program: Program, method: str, path: str, body: Any) -> Any:
    """A second later each: nobody may make all calls in one moment."""
    program.road.later(seconds=1)
    return program.get(path) if method == "get" else program.post(path, body)


@pytest.fixture
def filled(road: Road) -> dict[str, str]:
    """What stands in an address, all of it there."""
    road.submit()
    version = road.permintaan.dokumen_set.get().dokumenversi_set.get()
    return {
        "nomor": road.nomor,
        "id": str(version.upload_id),
        "nomor_sop": "SOP-DISKOMINFO-001",
        "kode": road.permintaan.kode_lacak,
        **IN_ADDRESS,
    }


def test_nobody_comes_in_anywhere(road: Road, filled: dict[str, str]) -> None:
    nobody, before = Program(road, None), Entry.objects.count()

    found = {
        (method, path): code_of(ask(nobody, method, path.format(**filled), body))
        for method, path, body in calls()
    }

    assert set(found.values()) == {(401, "unauthenticated")}
    assert len(found) > 85
    assert Entry.objects.count() == before


def test_another_agency_finds_nothing_and_changes_nothing(road: Road, filled: dict[str, str]) -> None:
    other = Program(road, "opd_lain")
    before = Entry.objects.filter(subject=road.nomor).count()

    codes = {}
    for method, path, body in calls():
        if path not in WITHOUT_OBJECT:
            codes[method, path] = code_of(ask(other, method, path.format(**filled), body))
            road.later(seconds=1)

    assert {place: code for place, code in codes.items() if code != (404, "not_found")} == {}
    assert Entry.objects.filter(subject=road.nomor).count() == before


def test_lists_hold_nothing_of_another_agency(road: Road, filled: dict[str, str]) -> None:
    other = Program(road, "opd_lain")

    for path in (
        "/permintaan",
        "/permintaan?q=antrean",
        f"/permintaan?opd={road.permintaan.opd_id}",
        *(
            "/tugas",
            "/tugas/naskah",
            "/tugas/agenda",
            "/pemberitahuan",
            "/register/keluar",
            "/register/masuk",
        ),
    ):
        assert other.get(path).json()["items"] == []


def test_the_admin_sees_no_permintaan(road: Road, filled: dict[str, str]) -> None:
    admin = Program(road, "admin")

    assert code_of(admin.get(f"/permintaan/{road.nomor}")) == (404, "not_found")
    assert code_of(admin.get(f"/dokumen/{filled['id']}")) == (404, "not_found")


@pytest.mark.parametrize("username", ("opd", "analis", "kasi", "kadis", "tu", "admin"))
def test_the_examples_have_the_right_shape(road: Road, filled: dict[str, str], username: str) -> None:
    """Whatever is wrong with them is what the procedure says, never an unknown or missing field."""
    program = Program(road, username)
    for method, path, body in calls():
        answer = ask(program, method, path.format(**filled), body)
        said = answer.json() if answer.headers["Content-Type"].endswith("json") else {}
        for error in said.get("errors", ()):
            assert error["message"] not in {"Isi kolom ini.", "Kolom ini tidak dikenal.", "Isi dengan teks."}
        assert (
            answer.status_code < 500 or path == "/dokumen/{id}"
        )  # the file of the demo letter is not stored


def test_the_documentation_is_public_and_needs_nothing_from_elsewhere(road: Road) -> None:
    nobody = Program(road, None)
    page, written = nobody.get("/docs"), nobody.get("/openapi.json").json()

    html = page.content.decode()
    assert page.status_code == 200
    assert re.findall(r"<script(?![^>]*src=\"/static/)", html) == []
    assert re.findall(r"(?:src|<link[^>]*href)=\"(?!/static/|/)[^\"]*", html) == []
    assert written["openapi"].startswith("3.1")
    for _, described in groups_of(written):
        for call in described:
            assert f'id="{call.id}"' in html


def test_who_changes_an_example_changes_it_for_nobody_else() -> None:
    """A reader that fills examples in, as schemathesis does, must not write into what others read."""
    before = [body for _, _, body in calls()]
    for _, _, body in calls():
        if body:
            body.clear()

    assert [body for _, _, body in calls()] == before
    assert sum(bool(body) for body in before) > 45


def test_every_problem_leads_to_its_explanation(road: Road) -> None:
    html = Program(road, None).get("/docs").content.decode()

    for code in (
        *("unauthenticated", "not_found", "method_not_allowed", "overtaken", "too_large"),
        *("unsupported_type", "invalid", "refused", "too_many", "unavailable"),
    ):
        assert f'id="{code}"' in html


def test_every_call_says_what_else_it_answers_and_shows_an_example() -> None:
    hook = f"{BASE}/hooks/gitlab"
    for path, methods in document()["paths"].items():
        if path == hook:
            assert set(methods["post"]["responses"]) == {"202", "401", "405", "413", "503"}
            assert methods["post"]["security"] == []
            continue
        for method, call in methods.items():
            assert {"401", "429", "503"} <= set(call["responses"])
            assert call["security"] == [{"Bearer": []}]
            if method == "post":
                assert {"409", "413", "415", "422"} <= set(call["responses"])
                assert "Idempotency-Key" in [one["name"] for one in call["parameters"]]
