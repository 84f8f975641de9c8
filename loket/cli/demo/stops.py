"""The way of one story along the SOP: every act in order, with the working days between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from loket.cli.demo.pace import WAIT, WAITS, days_of_work
from loket.cli.demo.stories import Place, Story
from loket.core.process import next_position, position_named
from loket.core.sop import Sop

LETTER: Place = ("surat", "surat")
BUILDING: Place = ("implementasi", "bangun")
MENTORING: Place = ("pendampingan", "laporan")


class What(StrEnum):
    SUBMIT = "submit"
    RECEIVE = "receive"
    BEGIN = "begin"
    PERFORM = "perform"
    SAY = "say"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Stop:
    """`after`: working days since the stop before; `visit` counts the bagian that the story comes to."""

    what: What
    after: int
    place: Place = LETTER
    outcome: str = ""
    visit: int = 0


def stops_of(story: Story, sop: Sop) -> list[Stop]:
    return list(_stops(story, sop))


def usual_outcome(sop: Sop, place: Place) -> str:
    """The first outcome that leads to another place."""
    outcomes = sop.bagian(*place).outcomes
    return next(outcome for outcome, target in outcomes.items() if _place_named(sop, target) != place)


def _stops(story: Story, sop: Sop) -> Iterator[Stop]:
    yield Stop(What.SUBMIT, 0)
    turns = [turn.split("=") for turn in story.belok]
    place, visit, visited = _place_named(sop, sop.bagian(*LETTER).outcomes["dikirim"]), 0, set[Place]()
    while turns or ".".join(place) != story.sampai:
        visit += 1
        detour = bool(turns) and turns[0][0] == ".".join(place)
        outcome = turns.pop(0)[1] if detour else ""
        work = days_of_work(place, story.lama.get(".".join(place)), again=place in visited)
        yield Stop(What.BEGIN, _wait(place, story), place, visit=visit)
        yield from _notes(story, place, work if place not in visited else 0, visit)
        told = sum(stop.after for stop in _notes(story, place, work if place not in visited else 0, visit))
        yield Stop(What.PERFORM, work - told, place, outcome, visit)
        visited.add(place)
        following = next_position(sop, *place, outcome or usual_outcome(sop, place))
        if following.is_end:
            return
        place = following.step, following.bagian
    if story.tindakan:
        yield Stop(What.ACT, 1, place, visit=visit + 1)
    if story.berjalan is not None:
        yield Stop(What.BEGIN, _wait(place, story), place, visit=visit + 1)
        yield from _notes(story, place, story.berjalan, visit + 1)


def _notes(story: Story, place: Place, work: int, visit: int) -> Iterator[Stop]:
    """Reports of progress and activities, spread evenly over the days of work."""
    outcome, texts = {
        BUILDING: ("kemajuan", story.kemajuan),
        MENTORING: ("kegiatan", story.kegiatan),
    }.get(place, ("", ()))
    if work:
        for _ in texts:
            yield Stop(What.PERFORM, work // (len(texts) + 1), place, outcome, visit)


def _wait(place: Place, story: Story) -> int:
    return story.luncur if place == ("serah_terima", "ttd_opd") else WAITS.get(place, WAIT)


def _place_named(sop: Sop, target: str) -> Place:
    position = position_named(sop, target)
    return position.step, position.bagian
