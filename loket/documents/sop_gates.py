"""The gates of an SOP as decisions between its rows: one exit leads on, the other back or to the end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from loket.core.process import Position, position_named
from loket.core.sop import END, Bagian, Sop, Step
from loket.documents.sop_document import Alur, Baris, Sel, Simbol

YES, NO, OR = "Ya", "Tidak", "Atau"
_THE_END = Position(END, "")


@dataclass(frozen=True, slots=True)
class Gate:
    """A bagian that decides, and for each of its outcomes the exit that it takes."""

    bagian: Bagian
    exits: Mapping[str, str]

    def outcome(self, label: str) -> str:
        return next(outcome for outcome, exit_ in self.exits.items() if exit_ == label)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A row, the positions whose work begins in it, and the gate that it draws."""

    row: Baris
    begins: tuple[Position, ...] = ()
    gate: Gate | None = None


def gates_of(sop: Sop) -> Mapping[Position, Gate]:
    """Every bagian that may send back, or end what is not at its end; doing more of the same is no decision.

    PermenPANRB 35/2012 gives a decision two exits, Ya and Tidak. So a third (in 2a: straight to the section) is
    said in Keterangan and not drawn, and a bagian all of whose outcomes lead on (`status_gitlab.ubah`: changed, or
    waiting for GitLab) is no gate here. The BPMN draws both.
    """
    order = [*(Position(step.key, key) for step in sop.steps.values() for key in step.bagian), _THE_END]
    found = {here: _exits(sop, here, order) for here in order[:-1]}
    return {
        here: Gate(sop.bagian(here.step, here.bagian), exits)
        for here, exits in found.items()
        if NO in exits.values()
    }


def rows_with_gates(sop: Sop, steps: Sequence[Baris]) -> tuple[tuple[Baris, ...], tuple[Alur, ...]]:
    """The rows of the steps between the two capsules, each followed by its gates."""
    gates = gates_of(sop)
    drawn = [_Drawn(_capsule("Mulai", steps[0]))]
    for row, step in zip(steps, sop.steps.values(), strict=True):
        drawn += _with_gates(sop, row, step, gates)
    drawn.append(_Drawn(_capsule("Selesai", drawn[-1].row), (_THE_END,)))
    places = {position: at for at, one in enumerate(drawn) for position in one.begins}
    rows = tuple(_explained(sop, one, drawn, places) for one in drawn)
    return rows, tuple(way for at, one in enumerate(drawn[:-1]) for way in _ways(sop, at, one, places))


def _exits(sop: Sop, here: Position, order: Sequence[Position]) -> dict[str, str]:
    """The exit of each outcome; without one that leads on, or without one that does not, there is nothing to decide."""
    at, last = order.index(here), len(order) - 1
    targets = {
        outcome: order.index(position_named(sop, target))
        for outcome, target in sop.bagian(here.step, here.bagian).outcomes.items()
    }
    onward = [to for to in targets.values() if to > at and (to < last or at == last - 1)]
    exits = {}
    for outcome, to in targets.items():
        if onward and to != at:
            exits[outcome] = YES if to == min(onward) else OR if to in onward else NO
    return exits


def _with_gates(sop: Sop, row: Baris, step: Step, gates: Mapping[Position, Gate]) -> Iterator[_Drawn]:
    """A bagian that only works is done in the row of its step; so is the work of the first, whatever it decides."""
    here = [Position(step.key, key) for key in step.bagian]
    apart = [position for position in here[1:] if position in gates]
    yield _Drawn(row, tuple(position for position in here if position not in apart))
    decided = [position for position in here if position in gates]
    for letter, position in zip("abcdefghijklmnopqrstuvwxyz", decided, strict=False):
        gate = gates[position]
        yield _Drawn(_decision(sop, gate, f"{row.no}{letter}", row), tuple({position} & set(apart)), gate)


def _capsule(words: str, beside: Baris) -> Baris:
    return Baris(no="", sel=Sel(words), lajur=beside.lajur[:1], simbol=Simbol.KAPSUL)


def _decision(sop: Sop, gate: Gate, no: str, row: Baris) -> Baris:
    lanes = [at for at, lajur in enumerate(sop.lajur) if set(lajur.roles) & set(gate.bagian.pelaksana)]
    words = f"{gate.bagian.nama}: {_words(gate.outcome(YES))}?"
    return Baris(no=no, sel=Sel(words), lajur=(*lanes, *row.lajur)[:1], simbol=Simbol.KEPUTUSAN)


def _explained(sop: Sop, one: _Drawn, drawn: Sequence[_Drawn], places: Mapping[Position, int]) -> Baris:
    """Say where each exit leads: several outcomes may share one."""
    if one.gate is None:
        return one.row
    at = drawn.index(one)
    said = []
    for outcome, label in one.gate.exits.items():
        to = places[position_named(sop, one.gate.bagian.outcomes[outcome])]
        place = f"ke baris {drawn[to].row.no}" if drawn[to].row.no else "ke Selesai"
        said.append(f"{label} ({_words(outcome)}): {'kembali ' if to < at else ''}{place}.")
    return replace(one.row, sel=one.row.sel._replace(keterangan="\n".join(said)))


def _ways(sop: Sop, at: int, one: _Drawn, places: Mapping[Position, int]) -> Iterator[Alur]:
    if one.gate is None:
        yield Alur(at, at + 1)
        return
    for label in (YES, NO):
        target = one.gate.bagian.outcomes[one.gate.outcome(label)]
        yield Alur(at, places[position_named(sop, target)], label)


def _words(outcome: str) -> str:
    return outcome.replace("_", " ")
