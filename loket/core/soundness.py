"""Is this SOP sound? Every step reachable, the end reachable from everywhere, nothing named that does not exist."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from loket.core.process import Position, position_named
from loket.core.sop import END, Bagian, Sop


@dataclass(frozen=True, slots=True)
class Fault:
    """`near` are words to find the line by: the step, then the bagian, then what is wrong in it."""

    sentence: str
    near: tuple[str, ...]


def faults(
    sop: Sop, *, parts: Collection[tuple[str, str]], guards: Collection[str], effects: Collection[str]
) -> list[Fault]:
    """Compare the SOP with the code (`parts` = bagian with a module) and with itself."""
    return [
        *_unknown_names(sop, parts, guards, effects),
        *(fault for bagian in _all(sop) for fault in _dangling(sop, bagian)),
        *_unreachable(sop),
        *_phases(sop),
    ]


def _all(sop: Sop) -> Iterator[Bagian]:
    for step in sop.steps.values():
        yield from step.bagian.values()


def _unknown_names(
    sop: Sop, parts: Collection[tuple[str, str]], guards: Collection[str], effects: Collection[str]
) -> Iterator[Fault]:
    for step in sop.steps.values():
        yield from _strangers("Syarat", step.guards_mulai, guards, (step.key,))
    for bagian in _all(sop):
        place = (bagian.step, bagian.key)
        if place not in parts:
            yield Fault(f"Langkah {bagian.step} bagian {bagian.key} tidak mempunyai modul.", place)
        if not bagian.pelaksana:
            yield Fault(f"Langkah {bagian.step} bagian {bagian.key} tidak mempunyai pelaksana.", place)
        yield from _strangers("Syarat", bagian.guards, guards, place)
        yield from _strangers("Akibat", bagian.effects, effects, place)


def _strangers(
    what: str, names: Collection[str], known: Collection[str], place: tuple[str, ...]
) -> Iterator[Fault]:
    for name in names:
        if name not in known:
            yield Fault(f"{what} {name} tidak dikenal.", (*place, name))


def _dangling(sop: Sop, bagian: Bagian) -> Iterator[Fault]:
    for outcome, target in bagian.outcomes.items():
        step, _, part = target.partition(".")
        known = target == END or (step in sop.steps and (not part or part in sop.steps[step].bagian))
        if not known:
            yield Fault(
                f"Hasil {outcome} menuju {target}, yang tidak ada.", (bagian.step, bagian.key, target)
            )


def _targets(sop: Sop, bagian: Bagian) -> Iterator[Position]:
    for target in bagian.outcomes.values():
        try:
            yield position_named(sop, target)
        except KeyError:
            continue


def _unreachable(sop: Sop) -> Iterator[Fault]:
    start = Position(sop.first.key, sop.first.first_bagian)
    moves = {Position(bagian.step, bagian.key): set(_targets(sop, bagian)) for bagian in _all(sop)}
    reached = _closure({start}, lambda position: moves.get(position, set()))
    back = {
        position: {source for source, targets in moves.items() if position in targets}
        for position in [*moves, Position(END, "")]
    }
    ending = _closure({Position(END, "")}, lambda position: back.get(position, set()))
    for position in moves:
        near = (position.step, position.bagian)
        if position not in reached:
            yield Fault(f"Langkah {position.step} bagian {position.bagian} tidak dapat dicapai.", near)
        if position not in ending:
            yield Fault(
                f"Dari langkah {position.step} bagian {position.bagian} akhir tidak dapat dicapai.", near
            )


def _closure(found: set[Position], following: Callable[[Position], set[Position]]) -> set[Position]:
    queue = list(found)
    while queue:
        for position in following(queue.pop()) - found:
            found.add(position)
            queue.append(position)
    return found


def _phases(sop: Sop) -> Iterator[Fault]:
    if [key for keys in sop.fase.values() for key in keys] != list(sop.steps):
        yield Fault("Fase harus memuat setiap langkah satu kali dan berurutan.", ("[[fase]]",))
