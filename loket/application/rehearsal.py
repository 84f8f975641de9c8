"""What `submit` would say of a request that is still being written; nothing is written here."""

from datetime import datetime

from loket.application.data import Problems
from loket.application.steps.s01_surat import Data
from loket.core.actor import Actor
from loket.core.calendar import Calendar
from loket.core.facts import Facts, Status
from loket.core.process import may_perform
from loket.core.sop import Sop
from loket.core.verdict import Verdict
from loket.models.dokumen import Upload

NOBODY = 0
"""The id of no agency: whoever sends for an agency has one, and the front desk chooses it later."""


def may_submit(actor: Actor, sop: Sop) -> Verdict:
    """Whether this person may send a request at all."""
    first = sop.first
    return may_perform(actor, sop, first.bagian[first.first_bagian], _facts(sop, actor.opd_id))


def problems_so_far(
    *, actor: Actor, opd_id: int | None, data: Data, sop: Sop, calendar: Calendar, now: datetime
) -> Problems:
    """All that is wrong with the answers now, by field, as `submit` would find it (at most one query)."""
    named = tuple(data.uploads())
    uploads = {upload.pk: upload.facts(attached=False) for upload in Upload.objects.filter(pk__in=named)}
    return data.check(_facts(sop, opd_id, calendar=calendar, actor_id=actor.id, uploads=uploads), now)


def _facts(sop: Sop, opd_id: int | None, **more: object) -> Facts:
    first = sop.first
    return Facts(
        opd_id=opd_id or NOBODY,
        step=first.key,
        bagian=first.first_bagian,
        status=Status.BERJALAN,
        **more,  # type: ignore[arg-type]  # each is a field of Facts, checked by its tests
    )
