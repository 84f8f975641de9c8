"""Keadaan kahar: the head of the office stops every clock by decree, and lets all go on when it is over."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app

from loket.application.act import act
from loket.application.acts.kahar import Data as Words
from loket.application.data import Problems, local_date, present
from loket.application.errors import Invalid, NotVisible, Overtaken, Refused
from loket.application.office.ledger import record_for_kantor
from loket.application.outbox import QUEUE
from loket.core.actor import Actor
from loket.core.facts import Status
from loket.core.pause import Reason
from loket.core.role import Role
from loket.core.text import problem_with_letter_number
from loket.core.verdict import Verdict, unless
from loket.models.kahar import Kahar
from loket.models.kantor import Kantor
from loket.models.permintaan import Permintaan

TASK = "loket.kahar"
_ROLES = (Role.KEPALA_DINAS,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """`nomor` of the decree."""

    nomor: str
    alasan: str

    def check(self) -> Problems:
        problems = Problems()
        problems.add("nomor", problem_with_letter_number(self.nomor))
        problems.long_text("alasan", self.alasan, "keadaan yang terjadi")
        return problems


def may_declare(actor: Actor) -> Verdict:
    return unless(actor.has(Role.KEPALA_DINAS), "Keadaan kahar dinyatakan Kepala Dinas.")


def declare(data: Data, *, actor: Actor, now: datetime) -> Kahar:
    """From now on no clock runs. Raises Refused or Invalid."""
    with transaction.atomic():
        kantor = _in_hand(actor)
        problems = data.check()
        if Kahar.objects.filter(until=None).exists():
            problems.add("nomor", "Keadaan kahar sudah berlaku.")
        if problems:
            raise Invalid(problems)
        kahar = Kahar.objects.create(
            nomor=data.nomor, alasan=data.alasan, since=now, declared_by_id=present(actor.id)
        )
        said = {"kahar_id": kahar.pk, "nomor": kahar.nomor}
        record_for_kantor(kantor, "kahar.declared", said, actor=actor, now=now, roles=_ROLES)
        app.configure_task(TASK, queue=QUEUE).defer()
    return kahar


def end(*, actor: Actor, now: datetime) -> None:
    """All goes on from now. Raises Refused or Invalid."""
    with transaction.atomic():
        kantor = _in_hand(actor)
        kahar = Kahar.objects.filter(until=None).first()
        if kahar is None:
            raise Invalid(Problems({"kahar": ["Keadaan kahar tidak sedang berlaku."]}))
        kahar.until, kahar.ended_by_id = now, actor.id
        kahar.save(update_fields=["until", "ended_by"])
        record_for_kantor(kantor, "kahar.ended", {"kahar_id": kahar.pk}, actor=actor, now=now, roles=_ROLES)
        app.configure_task(TASK, queue=QUEUE).defer()


def carry_through(now: datetime) -> int:
    """Pause whatever runs while keadaan kahar holds, else let go on what it had paused; returns how many moved.

    Asked again and again, so that nothing which came in meanwhile runs on.
    """
    kahar = Kahar.objects.select_related("declared_by", "ended_by").first()
    if kahar is None:
        return 0
    paused = Permintaan.objects.filter(status=Status.MENUNGGU, waiting_reason=Reason.KAHAR)
    if kahar.ended_by is None:
        running = Permintaan.objects.filter(status=Status.BERJALAN)
        head, key, rows = kahar.declared_by.actor(local_date(kahar.since)), "kahar", running
    else:
        head, key, rows = kahar.ended_by.actor(local_date(kahar.until or now)), "kahar_berakhir", paused
    words = Words(catatan=f"Keadaan kahar, keputusan nomor {kahar.nomor}: {kahar.alasan}")
    wanted = list(rows.order_by("pk").values_list("nomor", "revision"))
    moved = 0
    for nomor, seen in wanted:
        # One that somebody has moved meanwhile is met again at the next round.
        with suppress(Overtaken, Refused, NotVisible):
            act(nomor=nomor, act_key=key, actor=head, data=words, now=now, seen=seen, source="jam")
            moved += 1
    return moved


def _in_hand(actor: Actor) -> Kantor:
    """Lock the office's row. Raises Refused for anybody but the head of the office."""
    verdict = may_declare(actor)
    if not verdict:
        raise Refused(verdict)
    return Kantor.objects.select_for_update().get()
