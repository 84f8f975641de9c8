"""What a program is told before it drafts a naskah, and that it can draft with what it was told."""

from typing import Any

import pytest

from loket.models.naskah import Naskah
from tests.api.program import Program, code_of
from tests.cast import Road
from tests.papers import MEMO, REFUSAL


@pytest.fixture
def road(road: Road) -> Road:
    road.submit()
    return road


def drafts(road: Road, username: str) -> dict[str, Any]:
    answer = Program(road, username).get(f"/permintaan/{road.nomor}/konsep")
    assert answer.status_code == 200, answer.content
    return {one["jenis"]: one for one in answer.json()["items"]}


def test_the_fields_are_those_that_the_draft_takes(road: Road) -> None:
    memo = drafts(road, "kasi")["nota_dinas"]

    assert (memo["nama"], memo["halangan"]) == ("Nota dinas", "")
    assert {one["nama"] for one in memo["isian"]} == {*MEMO, "tembusan"}
    kasi = Program(road, "kasi")
    lacking = kasi.act("konsep_naskah", jenis="nota_dinas", isian={})
    required = [one["nama"] for one in memo["isian"] if one["wajib"]]
    assert {error["field"] for error in lacking.json()["errors"]} == set(required)
    assert kasi.act("konsep_naskah", jenis="nota_dinas", isian=MEMO).status_code == 200
    assert Naskah.objects.get(jenis="nota_dinas").isian == MEMO


def test_what_cannot_be_drafted_yet_says_why_and_is_refused_so(road: Road) -> None:
    refusal = drafts(road, "kadis")["surat_penolakan"]

    answer = Program(road, "kadis").act("konsep_naskah", jenis="surat_penolakan", isian=REFUSAL)

    assert refusal["halangan"]
    assert refusal["usulan"] == {}
    assert refusal["halangan"] in answer.json()["detail"]


def test_whoever_drafts_nothing_is_offered_nothing(road: Road) -> None:
    assert drafts(road, "opd") == {}


@pytest.mark.parametrize("username", ("opd_lain", "admin", "programmer"))
def test_who_may_not_see_the_permintaan_is_told_nothing(road: Road, username: str) -> None:
    assert code_of(Program(road, username).get(f"/permintaan/{road.nomor}/konsep")) == (404, "not_found")


def test_it_costs_the_same_with_more_naskah(road: Road) -> None:
    kasi = Program(road, "kasi")
    before = kasi.queries(f"/permintaan/{road.nomor}/konsep")
    for _ in range(2):
        assert kasi.act("konsep_naskah", jenis="nota_dinas", isian=MEMO).status_code == 200

    assert kasi.queries(f"/permintaan/{road.nomor}/konsep") == before
