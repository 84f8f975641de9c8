"""The hourly round: whatever is open is compared with GitLab, also where no act has called for it.

It makes the issues of tickets from before there was a GitLab, and sets right what somebody changed there.
"""

from datetime import datetime

from django.db.models import Q

from loket.application import outbox
from loket.application.gitlab.switched import is_paused, place
from loket.models.tiket import Tiket

TASK = "loket.gitlab_round"


def follow_all_open(now: datetime) -> int:
    """Queue a job for each that is not waiting for one already; returns how many were looked at."""
    if place() is None or is_paused():
        return 0
    without = Q(issuegitlab=None, state=Tiket.State.TERBUKA)
    unfinished = Q(issuegitlab__isnull=False, issuegitlab__closed_at=None)
    needless = Q(issuegitlab__tries=0, state=Tiket.State.DITUTUP)
    wanted = Tiket.objects.filter(without | unfinished & ~needless).order_by("pk")
    found = list(wanted.values_list("permintaan_id", flat=True))
    for permintaan_id in found:
        outbox.follow_again(permintaan_id, now)
    return len(found)
