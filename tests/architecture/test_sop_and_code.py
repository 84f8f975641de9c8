"""The SOP and the code say the same: every part has its module, its form and its data, and the text stays as released."""

import typing
from hashlib import sha256
from importlib.util import find_spec

import pytest

from loket.application.notices import RECIPIENTS
from loket.application.registry import PARTS
from loket.core.guards import GUARDS
from loket.core.kinds import PERMINTAAN_KINDS
from loket.sop.definition import MAIN, problems_in, shipped, text_of
from loket.sop.related import related_numbers
from loket.web.steps import FORMS
from tests.architecture.repository import text_of as source_of
from tests.architecture.repository import written

RELEASED = {
    "SOP-DISKOMINFO-001": "8631f0a36c66c2fa067fce99fd3c74efcd4db77d390f8df9aa62daccaa6fea37",
    "SOP-DISKOMINFO-002": "07bf1f2c4d555f3a14faedebf505b7ee699713d7f416891d24db086cd34438ca",
    "SOP-DISKOMINFO-003": "bfc3134645c0d3b0d68240b8097572af16787a38d051071a8e0c3d2fbca3d696",
    "SOP-DISKOMINFO-004": "870a46494866cdc71aa028cc040495143898addca7c83fc875d9f490c2f95484",
}
"""What each file hashes to. A released revision is never edited: a change is a new revision in a new file."""

PLACES = [(step.key, bagian) for step in shipped().steps.values() for bagian in step.bagian]


def test_the_sop_is_sound_and_known_to_the_code() -> None:
    assert problems_in(text_of(MAIN), parts=PARTS, effects=RECIPIENTS) == []


def test_every_part_of_the_sop_has_its_function_and_its_form_and_there_are_no_others() -> None:
    assert set(PARTS) == set(PLACES)
    assert set(FORMS) == set(PLACES)


@pytest.mark.parametrize("place", PLACES, ids="/".join)
def test_a_form_gives_the_data_that_its_part_takes(place: tuple[str, str]) -> None:
    given = typing.get_type_hints(FORMS[place].to_data)["return"]

    assert given is PARTS[place].data


@pytest.mark.parametrize("package", ("loket.application.steps", "loket.web.steps"))
def test_every_step_has_a_module_that_is_named_after_it(package: str) -> None:
    modules = [f"{package}.s{step.ke:02d}_{step.key}" for step in shipped().steps.values()]

    assert [module for module in modules if find_spec(module) is None] == []


def test_every_guard_and_every_effect_is_used() -> None:
    steps = shipped().steps.values()
    bagian = [part for step in steps for part in step.bagian.values()]
    guards = {name for part in bagian for name in part.guards} | {
        name for step in steps for name in step.guards_mulai
    }

    assert guards == set(GUARDS)
    assert {name for part in bagian for name in part.effects} == set(RECIPIENTS) - {
        "kabari_kantor",
        "kabari_pelaksana",
        "kabari_diskusi",
        "kabari_pemutus",
        "kabari_anggota_lama",
        "kabari_yang_digantikan",
        "kabari_penandatangan",
        "ingatkan",
    }


def test_every_milestone_that_a_guard_asks_for_is_reached_by_some_entry() -> None:
    reached = {milestone for kind in PERMINTAAN_KINDS.values() for milestone in kind.reached}

    assert reached == {name for name, guard in GUARDS.items() if guard.milestone}


def test_what_is_lost_can_have_been_reached() -> None:
    reached = {milestone for kind in PERMINTAAN_KINDS.values() for milestone in kind.reached}
    lost = {milestone for kind in PERMINTAAN_KINDS.values() for milestone in kind.lost}

    assert lost - reached == set()


def test_the_released_text_is_not_edited() -> None:
    numbers = [MAIN, *related_numbers()]

    assert {nomor: sha256(text_of(nomor).encode()).hexdigest() for nomor in numbers} == RELEASED


def test_no_module_of_the_road_knows_a_step_by_heart() -> None:
    """Where the SOP leads is in the SOP: what all steps share names none of them."""
    shared = [
        path
        for path in written("loket/application")
        if path.parent.name == "application" and path.name not in {"review.py", "drafts.py"}
    ]
    keys = [step.key for step in shipped().steps.values() if step.key != "surat"]
    named = {(path.name, key) for path in shared for key in keys if f'"{key}"' in source_of(path)}

    assert named == set()
