"""How GitLab and Loket can have come apart, as conditions on the rows of issues."""

from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Q

from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket

KEPT = timedelta(days=30)
"""So long one can read of what Loket has set right by itself."""


class Drift(StrEnum):
    HILANG = "hilang"
    PINDAH = "pindah"
    DIBUKA_LAGI = "dibuka_lagi"
    DITUTUP_DI_GITLAB = "ditutup_di_gitlab"
    LUPUT = "luput"
    KEMBARAN = "kembaran"
    DIKOREKSI = "dikoreksi"


LOST = Q(gone=IssueGitlab.Gone.HILANG)
MOVED = Q(gone=IssueGitlab.Gone.PINDAH)
_OPEN = Q(tiket__state=Tiket.State.TERBUKA)
REOPENED = Q(closed_at__isnull=False, is_open=True, gone="") & ~_OPEN
NEEDS_ANOTHER = (LOST | MOVED) & (Q(closed_at=None) | _OPEN)
"""What has been closed for good needs no issue any more."""


def conditions(now: datetime) -> dict[Drift, Q]:
    since = now - KEPT
    return {
        Drift.HILANG: LOST,
        Drift.PINDAH: MOVED,
        Drift.DIBUKA_LAGI: REOPENED,
        Drift.DITUTUP_DI_GITLAB: Q(is_open=False, closed_at=None, gone="") & _OPEN,
        Drift.LUPUT: ~Q(dropped=[]),
        Drift.KEMBARAN: Q(tries__gt=1, iid__isnull=False, asked_at__gte=since),
        Drift.DIKOREKSI: Q(corrected_at__gte=since) & ~Q(corrected=[]),
    }
