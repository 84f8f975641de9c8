"""A new permintaan: the first step, performed on a row that did not exist before."""

from datetime import datetime
from hashlib import sha256

from django.db import connection, transaction

from loket.application.data import Problems, local_date, present
from loket.application.errors import Invalid
from loket.application.locking import in_hand
from loket.application.numbering import permintaan_number, tracking_code
from loket.application.perform import carry_out
from loket.application.registry import Also, nothing
from loket.application.steps.s01_surat import Data
from loket.core.actor import Actor
from loket.core.state import State, opening
from loket.models.kantor import Kantor
from loket.models.opd import Opd
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import SopRevision


def submit(
    *,
    actor: Actor,
    opd_id: int | None,
    data: Data,
    now: datetime,
    begun_at: datetime | None = None,
    key: str = "",
    source: str = "web",
    also: Also = nothing,
) -> Permintaan:
    """Accept a request under the SOP revision in force. `begun_at`: when its form was begun, now if unknown.

    `key` names the sending: the same person sending the same form twice gets the permintaan of the first time.
    Raises Refused or Invalid; then no number has been used, and `also` has not been written.
    """
    own_key = _own(key, actor) if key else ""
    with transaction.atomic(durable=True):
        if own_key and (before := _sent_before(own_key)):
            return before
        opd = Opd.objects.filter(pk__in=[opd_id], is_active=True).first()
        if opd is None:
            raise Invalid(Problems({"opd_id": ["Pilih OPD yang mengajukan permintaan."]}))
        revision = SopRevision.objects.in_force(local_date(now))[0]
        state = opening(revision.rules(), begun_at or now)
        permintaan = _new_row(opd, revision, state, actor=actor, now=now, key=own_key)
        work = in_hand(permintaan, actor=actor, data=data, now=now, source=source)
        also(carry_out(work, state.step, state.bagian, data))
    return permintaan


def sent_with(key: str, *, actor: Actor) -> Permintaan | None:
    """What this person has made by a sending of this name, for whoever comes back to a form that is gone."""
    return Permintaan.objects.visible_to(actor).filter(submission_key=_own(key, actor)).first()


def _own(key: str, actor: Actor) -> str:
    """The same name is another sending for another person."""
    return sha256(f"{actor.id}:{key}".encode()).hexdigest()


def _sent_before(key: str) -> Permintaan | None:
    """What this sending has made already; a second one at the same moment waits here for the first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
    return Permintaan.objects.filter(submission_key=key).first()


def _new_row(
    opd: Opd, revision: SopRevision, state: State, *, actor: Actor, now: datetime, key: str
) -> Permintaan:
    permintaan = Permintaan.objects.create(
        nomor=permintaan_number(local_date(now).year),
        kode_lacak=tracking_code(),
        opd=opd,
        sop_revision=revision,
        created_by_id=present(actor.id),
        created_at=now,
        submission_key=key,
        at_step=state.step,
        at_bagian=state.bagian,
        attempts=dict(state.attempts),
    )
    run = Pengerjaan(permintaan=permintaan)
    run.take(present(state.run))
    run.save()
    permintaan.calendar_version = Kantor.objects.get().calendar_version  # type: ignore[attr-defined]  # as `locked` does
    return permintaan
