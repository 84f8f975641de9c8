"""An admin decides about an issue that has come apart from its ticket; the office's record says so."""

from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import Q

from loket.application import outbox
from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.gitlab import repairing
from loket.application.gitlab.pausing import check_press
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.core.actor import Actor
from loket.models.issue_drift import NEEDS_ANOTHER, REOPENED, Drift
from loket.models.issue_gitlab import IssueGitlab


class Way(StrEnum):
    ISSUE_BARU = "issue-baru"
    TUTUP = "tutup"
    BANDINGKAN = "bandingkan"


def ways_of(drifts: Collection[Drift], *, needs_another: bool) -> tuple[Way, ...]:
    """What is offered for an issue that differs so, the likeliest first."""
    if needs_another:
        return Way.ISSUE_BARU, Way.BANDINGKAN
    return (Way.TUTUP if Drift.DIBUKA_LAGI in drifts else Way.BANDINGKAN,)


_WHERE: Mapping[Way, Q] = {Way.ISSUE_BARU: NEEDS_ANOTHER, Way.TUTUP: REOPENED, Way.BANDINGKAN: Q()}
"""Which issues each way is open for."""


def repair(row_id: int, way: Way, *, actor: Actor, now: datetime, source: str = "web") -> None:
    """Do it, and have the issue compared at once. Raises Refused, or Invalid where it is not like that any more or paused."""
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        check_press()
        found = IssueGitlab.objects.select_for_update(of=("self",)).select_related("tiket__permintaan")
        row = found.filter(_WHERE[way], pk=row_id).first()
        if row is None:
            raise Invalid(Problems({"perbaiki": ["Keadaannya sudah berubah. Muat ulang daftar perbedaan."]}))
        permintaan = row.tiket.permintaan
        said = {"nomor": permintaan.nomor, "way": way.value, "project_id": row.project_id, "iid": row.iid}
        if way is Way.ISSUE_BARU:
            repairing.make_anew(row, now)
        elif way is Way.TUTUP:
            repairing.close_again(row, now)
        else:
            outbox.wake(permintaan.pk, now)
        record_for_kantor(kantor, "gitlab.repaired", said, actor=actor, now=now, source=source)
