"""Which kinds of entry change a permintaan, besides the outcomes of steps: where it stands, or what is agreed."""

from loket.core.facts import Status
from loket.core.process import Position, next_position
from loket.core.record import Line
from loket.core.sop import Sop

STARTED = "step.started"
WITHDRAWN = "permintaan.withdrawn"
RETURNED = "permintaan.returned"
REJECTED = "permintaan.rejected"
REDIRECTED = "permintaan.redirected"
CANCELLED = "permintaan.cancelled"
MERGED = "permintaan.merged"
JOINED = "permintaan.joined"
MISSED = "rapat.missed"
PAUSED = "permintaan.paused"
SUSPENDED = "permintaan.suspended"
RESUMED = "permintaan.resumed"
SPARED = "permintaan.spared"
EXTENDED = "kesepakatan.extended"
TEAM_CHANGED = "tim.changed"
PIC_CHANGED = "pic.changed"
CORRECTED = "data.corrected"
SCOPE_PROPOSED = "lingkup.proposed"
SCOPE_APPROVED = "lingkup.approved"
SCOPE_DECLINED = "lingkup.declined"
SCOPE_APPLIED = "lingkup.applied"
DECLINED = "usulan.declined"
PROPOSED = "jam.proposed"
SPOKEN = ("jam.reminded", "jam.escalated", "jam.announced", PROPOSED)
"""Kinds of entry by which the clock speaks."""
ENDINGS = {
    WITHDRAWN: Status.DIBATALKAN,
    REJECTED: Status.DITOLAK,
    REDIRECTED: Status.DIALIHKAN,
    CANCELLED: Status.DIBATALKAN,
    MERGED: Status.DIGABUNG,
}
"""Kinds of entry by which a permintaan ends before the end of its road."""
AMENDED = frozenset(
    {
        *(EXTENDED, TEAM_CHANGED, PIC_CHANGED, CORRECTED),
        *(SCOPE_PROPOSED, SCOPE_APPROVED, SCOPE_DECLINED, SCOPE_APPLIED),
    }
)
"""Kinds that change what is known or agreed, and leave a permintaan where it stands."""
MOVING = frozenset({*ENDINGS, *AMENDED, PAUSED, SUSPENDED, RESUMED, RETURNED, MISSED})
"""Kinds after which a page that was read before is no longer true."""


def moves(line: Line, sop: Sop) -> bool:
    """Whether an entry changes where a permintaan stands, so that a page read before it is no longer true."""
    if not line.outcome:
        return line.kind in MOVING
    here = Position(line.step, line.bagian)
    return next_position(sop, line.step, line.bagian, line.outcome) != here
