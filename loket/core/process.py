"""Who may do what now, and where the permintaan goes next. The same answer draws the button and guards the door."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import takewhile

from loket.core.actor import Actor
from loket.core.capacity import ended
from loket.core.facts import Facts
from loket.core.guards import GUARDS
from loket.core.kinds import milestones_of
from loket.core.role import TEAM, Role
from loket.core.sop import END, Bagian, Sop, Step
from loket.core.verdict import ALLOWED, Verdict, unless

STANDSTILL = "Keadaan kahar sedang berlaku; semua pekerjaan berhenti sampai dinyatakan berakhir."


@dataclass(frozen=True, slots=True)
class Position:
    """Where a permintaan stands. `step` is "selesai" when the procedure has ended."""

    step: str
    bagian: str

    @property
    def is_end(self) -> bool:
        return self.step == END


def may_perform(actor: Actor, sop: Sop, part: Bagian, facts: Facts) -> Verdict:
    """Answer whether this person may perform this bagian now; every unmet reason at once."""
    verdict = (
        _in_progress(facts)
        & is_at_work(facts)
        & _its_turn(sop, part, facts)
        & _is_performer(actor, part, facts)
    )
    step = sop.step(part.step)
    gate = step.guards_mulai if part.key == step.first_bagian else ()
    for name in dict.fromkeys((*gate, *part.guards)):
        verdict &= GUARDS[name].ask(facts)
    return verdict & _answered(part, facts)


def is_at_work(facts: Facts) -> Verdict:
    """While keadaan kahar holds nobody works, so that no time has to be counted."""
    return unless(not (facts.is_kahar and facts.status.is_open), STANDSTILL)


def acting_roles(actor: Actor, part: Bagian, facts: Facts) -> tuple[Role, ...]:
    """The roles by which this person may perform the bagian: held, and bound to this permintaan."""
    held = (role for role in part.pelaksana if actor.has(role))
    return tuple(role for role in held if _binding(actor, role, facts) is None)


may_start = may_perform
"""Starting the clock of a bagian (`mulai`) asks exactly what performing it asks."""


def next_position(sop: Sop, step: str, bagian: str, outcome: str) -> Position:
    """Follow an outcome. Raises KeyError where the SOP does not know it."""
    return position_named(sop, sop.bagian(step, bagian).outcomes[outcome])


def position_named(sop: Sop, target: str) -> Position:
    """Read "step", "step.bagian" or "selesai". A step alone means its first bagian."""
    step, _, bagian = target.partition(".")
    if step == END:
        return Position(END, "")
    return Position(step, bagian or sop.step(step).first_bagian)


def performers_now(sop: Sop, facts: Facts) -> tuple[Role, ...]:
    """Whose turn it is: the roles of the current bagian, none where the permintaan is paused or has ended."""
    if not facts.status.is_open or facts.is_paused:
        return ()
    return sop.bagian(facts.step, facts.bagian).pelaksana


def reached_before(sop: Sop, step: Step, reached: Collection[str]) -> frozenset[str]:
    """What stays reached when a permintaan is back at the beginning of that step."""
    undone = (milestones_of(key) for key, one in sop.steps.items() if one.ke >= step.ke)
    return frozenset(reached).difference(*undone)


def steps_to_return_to(sop: Sop, here: str, reached: Collection[str]) -> tuple[str, ...]:
    """Earlier steps that can begin again: a meeting cannot, before its OPD is invited anew."""
    behind = takewhile(lambda key: key != here, sop.steps)
    return tuple(key for key in behind if _can_begin(sop, sop.step(key), reached))


def _can_begin(sop: Sop, step: Step, reached: Collection[str]) -> bool:
    needed = {*step.guards_mulai, *step.bagian[step.first_bagian].guards}
    kept = reached_before(sop, step, reached)
    return all(name in kept for name in needed if GUARDS[name].milestone)


def _in_progress(facts: Facts) -> Verdict:
    if facts.is_paused:
        return unless(False, "Permintaan sedang dijeda.")
    return unless(facts.status.is_open, f"Permintaan sudah {facts.status}.")


def _its_turn(sop: Sop, part: Bagian, facts: Facts) -> Verdict:
    if not facts.status.is_open or (facts.step, facts.bagian) == (part.step, part.key):
        return Verdict()
    here = sop.step(facts.step)
    return unless(False, f"Permintaan sedang di langkah {here.ke}, {here.bagian[facts.bagian].nama}.")


def _answered(part: Bagian, facts: Facts) -> Verdict:
    """The word of a person stands for GitLab's only after GitLab had its time; the clock is no state of the SOP."""
    is_in_hand = (facts.step, facts.bagian) == (part.step, part.key)
    return facts.awaited.verdict if facts.awaited and is_in_hand else ALLOWED


def _is_performer(actor: Actor, part: Bagian, facts: Facts) -> Verdict:
    if acting_roles(actor, part, facts):
        return Verdict()
    reasons = [_binding(actor, role, facts) for role in part.pelaksana if actor.has(role)]
    names = " atau ".join(role.label for role in part.pelaksana)
    unmet = tuple(reason for reason in reasons if reason) or (f"Bagian ini dikerjakan oleh {names}.",)
    return ended(actor, part.pelaksana) & Verdict(unmet)


def _binding(actor: Actor, role: Role, facts: Facts) -> str | None:
    if role is Role.OPD and actor.opd_id != facts.opd_id:
        return "Bagian ini dikerjakan oleh OPD yang mengajukan permintaan."
    if role in TEAM and not facts.has_member(actor.id, role):
        return f"Anda bukan {role.label} pada tim permintaan ini."
    return None
