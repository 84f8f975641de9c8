"""Before the first costly work a step waits for the original letter: that time is its OPD's (DOMAIN 11.1 A3, 12)."""

from dataclasses import replace
from datetime import datetime

from loket.core.facts import Status
from loket.core.pause import Reason
from loket.core.sop import Sop
from loket.core.state import State

ORIGINAL = "surat_asli_diterima"


def is_held(state: State, sop: Sop) -> bool:
    """Whether nobody may begin with the step in hand before the original letter is here."""
    if state.run is None or state.run.started_at:
        return False
    return ORIGINAL in set(sop.step(state.step).guards_mulai) - state.reached


def rested_at_gate(state: State, sop: Sop, at: datetime) -> State:
    """The clocks of what is held stand still, and go on once it is not; whatever else pauses it goes before."""
    if state.run is None or state.status is not Status.BERJALAN:
        return state
    run = state.run.pause(at, Reason.SURAT_FISIK) if is_held(state, sop) else state.run.resume(at)
    return replace(state, run=run)
