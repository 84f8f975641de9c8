"""The one road by which a permintaan moves."""

from datetime import datetime

from django.db import transaction

from loket.application import outbox, steps
from loket.application.data import StepData
from loket.application.draft_rows import discard_draft, place_of
from loket.application.errors import Invalid, NotVisible, Refused
from loket.application.locking import in_hand, locked, still_at
from loket.application.recording import record
from loket.application.registry import Also, Happened, Work, nothing
from loket.core.actor import Actor
from loket.core.moving import STARTED
from loket.core.process import acting_roles, may_perform
from loket.core.sop import Bagian, Sop
from loket.models.entry import Entry


def perform(
    *,
    nomor: str,
    step_key: str,
    bagian: str,
    actor: Actor,
    data: StepData,
    seen: int,
    now: datetime,
    source: str = "web",
    also: Also = nothing,
) -> Entry:
    """Perform a bagian of the step in hand. Raises NotVisible, Overtaken, Refused or Invalid; then nothing is written.

    `also` is written in the same transaction, or not at all.
    """
    with transaction.atomic(durable=True):
        permintaan = locked(nomor, actor)
        still_at(permintaan, seen)
        entry = carry_out(
            in_hand(permintaan, actor=actor, data=data, now=now, source=source), step_key, bagian, data
        )
        discard_draft(actor.id, place_of(nomor, step_key, bagian))
        also(entry)
        return entry


def start(
    *,
    nomor: str,
    step_key: str,
    bagian: str,
    actor: Actor,
    now: datetime,
    source: str = "web",
    also: Also = nothing,
) -> Entry | None:
    """`mulai`: start the working clock of the bagian in hand; None when it already runs."""
    with transaction.atomic(durable=True):
        permintaan = locked(nomor, actor)
        work = in_hand(permintaan, actor=actor, data=None, now=now, source=source)
        _guard(work, step_key, bagian)
        if work.pengerjaan and work.pengerjaan.begun:
            return None
        entry = record(work, Happened(kind=STARTED), step=step_key, bagian=bagian)
        also(entry)
        return entry


def carry_out(work: Work, step_key: str, bagian: str, data: StepData) -> Entry:
    """Guard, validate, do, record, move, enqueue; inside the caller's transaction."""
    _guard(work, step_key, bagian)
    problems = data.check(work.facts, work.now)
    if problems:
        raise Invalid(problems)
    happened = steps.PARTS[step_key, bagian].carry_out(work, data)
    entry = record(work, happened, step=step_key, bagian=bagian)
    outbox.enqueue(work.sop.bagian(step_key, bagian).effects, entry)
    return entry


def _guard(work: Work, step_key: str, bagian: str) -> None:
    part = _part(work.sop, step_key, bagian)
    verdict = may_perform(work.actor, work.sop, part, work.facts) & work.in_filled_years()
    if not verdict:
        raise Refused(verdict)
    work.capacity = work.actor.acting_as(acting_roles(work.actor, part, work.facts))


def _part(sop: Sop, step_key: str, bagian: str) -> Bagian:
    """The bagian by its keys, which may come from an address that somebody typed."""
    step = sop.steps.get(step_key)
    part = step.bagian.get(bagian) if step else None
    if part is None:
        raise NotVisible(f"{step_key}/{bagian}")
    return part
