"""The BPMN runs: two independent engines come to the same tasks as Loket, and stop where Loket would."""

import pytest

from loket.sop.bpmn.writing import bpmn_of
from tests.sop.engines import in_bpmn_engine, in_spiffworkflow
from tests.sop.five_paths import ONCE, PATHS, SOP, walked_by_the_core

WAYS = {**PATHS, **ONCE}
UNKNOWN = {("disposisi", "kepala_dinas"): ("hilang",)}
BPMN = bpmn_of(SOP)


@pytest.fixture(scope="module")
def by_bpmn_engine() -> dict[str, object]:
    """All of them in one process; that engine takes a third of a second for a path, the other one a twentieth."""
    return dict(zip((*PATHS, "unknown"), in_bpmn_engine(BPMN, [*PATHS.values(), UNKNOWN]), strict=True))


def test_five_different_paths_have_the_same_steps_in_both_engines_and_in_loket(
    by_bpmn_engine: dict[str, object],
) -> None:
    in_loket = {path: walked_by_the_core(detours) for path, detours in PATHS.items()}

    assert {path: in_spiffworkflow(BPMN, detours) for path, detours in PATHS.items()} == in_loket
    assert {path: by_bpmn_engine[path] for path in PATHS} == in_loket
    assert len({tuple(walk) for walk in in_loket.values()}) == 5


@pytest.mark.parametrize("way", ONCE)
def test_every_other_outcome_leads_where_it_leads_in_loket(way: str) -> None:
    assert in_spiffworkflow(BPMN, ONCE[way]) == walked_by_the_core(ONCE[way])


def test_the_ways_take_every_outcome_that_the_sop_names() -> None:
    taken = {passed for detours in WAYS.values() for passed in walked_by_the_core(detours)}

    assert taken == {
        (step.key, part.key, outcome)
        for step in SOP.steps.values()
        for part in step.bagian.values()
        for outcome in part.outcomes
    }


def test_an_outcome_that_the_sop_does_not_know_stops_both_engines(by_bpmn_engine: dict[str, object]) -> None:
    with pytest.raises(Exception, match="No conditions satisfied"):
        in_spiffworkflow(BPMN, UNKNOWN)
    assert by_bpmn_engine["unknown"] == "<gateway_disposisi_kepala_dinas> no conditional flow taken"
