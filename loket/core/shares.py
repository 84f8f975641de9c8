"""Whose time it was: every working second of a run was with the office, with the OPD, or in nobody's hands."""

from dataclasses import dataclass
from datetime import datetime

from loket.core.calendar import Calendar
from loket.core.clock import Run
from loket.core.pause import Party, seconds_paused


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """In working seconds; together they are all that has elapsed. What the office has suspended is its own time."""

    office: int = 0
    opd: int = 0
    neither: int = 0

    def __add__(self, other: "Shares") -> "Shares":
        return Shares(
            office=self.office + other.office,
            opd=self.opd + other.opd,
            neither=self.neither + other.neither,
        )


def shares_of(run: Run, calendar: Calendar, now: datetime, *, in_hand_of_opd: bool) -> Shares:
    """Of one run up to `now`, or to its end. `in_hand_of_opd`: the OPD performs the bagian in hand."""
    at = run.done_at or now
    elapsed = calendar.seconds_between(run.available_at, at)
    paused = {party: _paused_for(party, run, calendar, at) for party in Party}
    in_hand = 0 if run.done_at else elapsed - run.waited - run.worked - sum(paused.values())
    opd = run.with_opd + paused[Party.OPD] + (in_hand if in_hand_of_opd else 0)
    neither = paused[Party.LAIN]
    return Shares(office=elapsed - opd - neither, opd=opd, neither=neither)


def _paused_for(party: Party, run: Run, calendar: Calendar, at: datetime) -> int:
    pauses = [pause for pause in run.pauses if pause.party is party]
    return seconds_paused(pauses, run.available_at, at, calendar)
