"""What was planned for a time at which a permintaan rested has to be planned anew."""

from datetime import datetime

from loket.core.acts import INVITATION, MEETING
from loket.core.clock import Run

_PLANNED_IN = {MEETING: INVITATION, "serah_terima": "serah_terima"}
"""The step at whose beginning the event of a step is planned."""


def step_to_plan_again(run: Run, now: datetime) -> str:
    """Where a permintaan goes on that has rested until now; empty where it stands.

    Nobody is to blame for a meeting or launch whose time came during the pause, so none counts as missed.
    """
    if not run.is_paused or run.event_start is None:
        return ""
    has_lapsed = run.pauses[-1].since < run.event_start <= now
    return _PLANNED_IN[run.step] if has_lapsed else ""
