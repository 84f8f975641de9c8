"""Five ways through the SOP, said once for Loket and for the engines that run its BPMN, and how the core walks them."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from loket.core.advance import advance
from loket.core.record import Line, plain
from loket.core.sop import END
from loket.core.state import State, opening
from loket.core.zone import ZONE
from loket.sop.definition import shipped
from loket.sop.shipped_calendar import load

Place = tuple[str, str]
"""A step and a bagian of it."""
Walk = list[tuple[str, str, str]]
"""Step, bagian and outcome, as they came one after the other."""
Detours = Mapping[Place, tuple[str, ...]]
"""Where a path leaves the straight one: what is answered there first."""

SOP = shipped()
PARTS = {(step.key, part.key): part for step in SOP.steps.values() for part in step.bagian.values()}
FORTH = {("implementasi", "bangun"): "siap_uji", ("pendampingan", "laporan"): "diajukan"}
"""Which outcome leads on, where it is not the first that the SOP names."""
PATHS: Mapping[str, Detours] = {
    "straight": {},
    "the letter is returned once and completed": {("disposisi", "kepala_dinas"): ("dikembalikan",)},
    "the meeting is repeated": {("rapat_teknis", "rapat_teknis"): ("rapat_lagi",)},
    "the specification is returned by the review and by the OPD": {
        ("analisis", "reviu"): ("dikembalikan",),
        ("analisis", "setujui"): ("dikembalikan",),
    },
    "the UAT is rejected and the BAST returned": {
        ("implementasi", "uat"): ("ditolak",),
        ("serah_terima", "ttd_opd"): ("dikembalikan",),
    },
}
ONCE: Mapping[str, Detours] = {
    f"{'.'.join(place)} {outcome}": {place: (outcome,)}
    for place, part in PARTS.items()
    for outcome in part.outcomes
    if outcome != FORTH.get(place, next(iter(part.outcomes)))
}
"""For each outcome that does not lead on, the way on which it is chosen once."""
BEGIN = datetime(2026, 1, 5, 9, 0, tzinfo=ZONE)
NOTE = "diskusi.posted"
"""A kind of entry without milestones: what moves is the outcome alone."""


def outcomes(detours: Detours) -> dict[Place, list[str]]:
    """What is answered at each bagian, one after the other; the last as often as somebody comes there again."""
    return {place: [*detours.get(place, ()), _forth(place)] for place in PARTS}


def answering(detours: Detours) -> Callable[[Place], str]:
    """Ask it for the outcome of each bagian as it comes up."""
    left = outcomes(detours)
    return lambda place: left[place].pop(0) if len(left[place]) > 1 else left[place][0]


def walked_by_the_core(detours: Detours) -> Walk:
    state, answer, calendar = opening(SOP, BEGIN), answering(detours), load()
    walk = Walk()
    while state.step != END:
        place = state.step, state.bagian
        line = _line(state, answer(place), len(walk) + 1)
        state = advance(state, line, SOP, calendar).state
        walk.append((*place, line.outcome))
    return walk


def _forth(place: Place) -> str:
    return FORTH.get(place) or next(iter(PARTS[place].outcomes))


def _line(state: State, outcome: str, number: int) -> Line:
    """With the dates that people agree on, without which the clocks of the core do not go on."""
    now = BEGIN + timedelta(hours=number)
    agreed = {"implementasi_until": now.date(), "pendampingan_until": now.date(), "planned_start": now}
    return Line(
        subject="APL-2026-0001",
        seq=number,
        kind=NOTE,
        step=state.step,
        bagian=state.bagian,
        outcome=outcome,
        actor_id=1,
        capacity="opd",
        source="test",
        happened_at=now,
        sop=f"{SOP.nomor}/{SOP.revisi}",
        particulars=plain(agreed | {"event_start": now, "event_end": now}),
    )
