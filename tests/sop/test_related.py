"""The three SOPs that rows 7 to 9 refer to fit the rows that they detail."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import loket.sop
from loket.core.role import Role

FOLDER = Path(loket.sop.__file__).parent


def read(nomor: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{nomor}.toml").read_text(encoding="utf-8"))


MAIN = read("SOP-DISKOMINFO-001")
STEPS = {step["key"]: step for step in MAIN["step"]}
RELATED = [read(f"SOP-DISKOMINFO-{number:03}") for number in (2, 3, 4)]

each = pytest.mark.parametrize("sop", RELATED, ids=[sop["langkah"] for sop in RELATED])


def test_the_document_names_the_three_in_their_order() -> None:
    assert [sop["nama"] for sop in RELATED] == MAIN["naskah"]["keterkaitan"]


def test_the_steps_that_refer_to_one_are_the_steps_they_detail() -> None:
    referring = {key: step["sop_terkait"] for key, step in STEPS.items() if "sop_terkait" in step}
    assert referring == {sop["langkah"]: sop["nomor"] for sop in RELATED}


@each
def test_it_belongs_to_the_main_sop(sop: dict[str, Any]) -> None:
    assert sop["induk"] == MAIN["nomor"]


@each
def test_its_days_add_up_to_the_standard_of_the_step(sop: dict[str, Any]) -> None:
    days = sum(butir.get("hari_kerja", 0) for butir in sop["butir"])
    assert days == STEPS[sop["langkah"]]["waktu"].get("nilai", 0)


@each
def test_its_codes_count_without_a_gap(sop: dict[str, Any]) -> None:
    codes = [butir["kode"] for butir in sop["butir"]]
    prefix = codes[0][:2]
    assert codes == [f"{prefix}-{number:02}" for number in range(1, len(codes) + 1)]


@each
def test_its_performers_are_roles_of_the_main_sop(sop: dict[str, Any]) -> None:
    named = {Role(name) for butir in sop["butir"] for name in butir["pelaksana"]}
    assert named <= {Role(name) for lajur in MAIN["lajur"] for name in lajur["roles"]}


@each
def test_every_item_names_a_performer_an_output_and_whether_it_is_mandatory(sop: dict[str, Any]) -> None:
    known = {"kode", "kegiatan", "pelaksana", "pihak_lain", "hari_kerja", "keluaran", "wajib"}
    for butir in sop["butir"]:
        assert set(butir) <= known
        assert (bool(butir["pelaksana"]), bool(butir["keluaran"]), type(butir["wajib"])) == (True, True, bool)


@each
def test_the_approval_that_is_the_gate_of_the_step_is_mandatory(sop: dict[str, Any]) -> None:
    gate = {"analisis": "AN-12", "desain": "DS-11", "implementasi": "IM-12"}[sop["langkah"]]
    assert {butir["kode"]: butir["wajib"] for butir in sop["butir"]}[gate] is True
