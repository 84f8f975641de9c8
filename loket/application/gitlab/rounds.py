"""The rounds: whatever is open is compared with GitLab, also where no act and no hook has called for it.

They make the issues of tickets from before there was a GitLab, and set right what somebody changed there.
"""

from datetime import datetime, timedelta

from django.db.models import Q

from loket.application.gitlab.connection_row import is_paused
from loket.application.gitlab.switched import place
from loket.application.gitlab.waking import wake_all
from loket.core.awaiting import WAITS
from loket.core.facts import Status
from loket.models.tiket import Tiket

TASK = "loket.gitlab_round"
CHECK = "loket.gitlab_check"
LATELY = timedelta(days=30)
"""So long after its end an issue is still looked at each night."""

_THERE = Q(issuegitlab__isnull=False, issuegitlab__gone="")
_UNCLOSED = _THERE & (Q(issuegitlab__closed_at=None) | Q(state=Tiket.State.TERBUKA))
_UNSAID = _THERE & Q(
    permintaan__status=Status.BERJALAN, permintaan__at_step=WAITS[0], permintaan__at_bagian=WAITS[1]
)
"""Closed, but not confirmed yet: that waits for the office to open, or for the end of a pause."""
_OPEN = Q(issuegitlab=None, state=Tiket.State.TERBUKA) | _UNCLOSED | _UNSAID
_NEEDLESS = Q(issuegitlab__tries=0, state=Tiket.State.DITUTUP)


def follow_all_open(now: datetime) -> int:
    """Wake the job of each that is open, as after a pause; returns how many there are."""
    return _compare(_OPEN, now)


def check_all(now: datetime) -> int:
    """The same each night, and those that were closed lately."""
    lately = Q(issuegitlab__closed_at__gte=now - LATELY, issuegitlab__gone="")
    return _compare(_OPEN | lately, now)


def _compare(which: Q, now: datetime) -> int:
    if place() is None or is_paused():
        return 0
    wanted = Tiket.objects.filter(which).exclude(_NEEDLESS).order_by("pk")
    return wake_all(wanted.values_list("permintaan_id", flat=True), now)
