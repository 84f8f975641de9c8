"""Sign the paper of a step with a certificate: before its transaction, and only where the step would be done."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loket.application.act import act
from loket.application.acts.naskah import Issue
from loket.application.data import Problems, StepData
from loket.application.errors import Invalid, Refused
from loket.application.locking import in_hand, locked, still_at
from loket.application.naskah.certified import Typed, check_typed, sign_by
from loket.core.actor import Actor
from loket.core.process import may_perform
from loket.models.naskah import Naskah, NaskahFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The bagian in which it is signed, and what its page showed: the revision, and the version of the paper."""

    nomor: str
    step: str
    bagian: str
    seen: int
    paper_version: str = ""


def sign_paper(
    place: Place,
    naskah: Naskah,
    cara: str,
    typed: Typed,
    *,
    data: StepData,
    actor: Actor,
    now: datetime,
    source: str = "web",
) -> NaskahFile:
    """Number the paper where it has no number yet, and sign it.

    `data` is what the step will be given: whatever would stop the step stops it here, before anything is signed.
    Raises NotVisible, Overtaken, Refused or Invalid.
    """
    _would_be_done(place, data, actor, now, check_typed(cara, typed, actor))
    if naskah.state == Naskah.State.KONSEP:
        issue = Issue(naskah_id=naskah.pk, cara=cara, version=place.paper_version)
        act(nomor=place.nomor, act_key="terbitkan_naskah", actor=actor, data=issue, now=now, source=source)
    return sign_by(naskah.pk, typed, actor=actor, now=now)


def _would_be_done(place: Place, data: StepData, actor: Actor, now: datetime, lacking: Problems) -> None:
    with transaction.atomic():
        permintaan = locked(place.nomor, actor)
        still_at(permintaan, place.seen)
        work = in_hand(permintaan, actor=actor, data=data, now=now, source="web")
    part = work.sop.bagian(place.step, place.bagian)
    verdict = may_perform(actor, work.sop, part, work.facts)
    if not verdict:
        raise Refused(verdict)
    if problems := Problems({**data.check(work.facts, now), **lacking}):
        raise Invalid(problems)
