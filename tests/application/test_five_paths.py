"""The paths on which engines run the BPMN, walked by the office itself: same steps, in the same order."""

from collections.abc import Callable

import pytest

from loket.core.sop import END
from loket.models.entry import Entry
from tests.cast import Road
from tests.sop.five_paths import PATHS, Detours, Place, answering, walked_by_the_core


@pytest.mark.parametrize("path", PATHS)
def test_the_record_of_the_office_shows_the_steps_of_the_path(path: str, at: Callable[..., Road]) -> None:
    road = at(*_first_detour(PATHS[path]))
    answer = answering(PATHS[path])

    while (place := (road.permintaan.at_step, road.permintaan.at_bagian)) != (END, ""):
        road.step(answer(place))

    entries = Entry.objects.filter(permintaan=road.permintaan).exclude(outcome="").order_by("seq")
    walk = list(entries.values_list("step", "bagian", "outcome"))
    assert walk == walked_by_the_core(PATHS[path])


def _first_detour(detours: Detours) -> Place:
    """Until there every path is the straight one, which needs no walking twice."""
    return next(iter(detours), (END, ""))
