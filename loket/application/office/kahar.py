"""Keadaan kahar: the head of the office stops every clock by decree, and says when it is over.

`application.kahar_round` carries it through, permintaan by permintaan.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app

from loket.application.data import Problems, present
from loket.application.errors import Invalid, Refused
from loket.application.office.ledger import record_for_kantor
from loket.application.outbox import QUEUE, enqueue
from loket.core.actor import Actor
from loket.core.role import Role
from loket.core.text import problem_with_letter_number
from loket.core.verdict import Verdict, unless
from loket.models.kahar import Kahar
from loket.models.kantor import Kantor

TASK = "loket.kahar"


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


def declare(data: Data, *, actor: Actor, now: datetime, source: str = "web") -> Kahar:
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
        _said(kantor, "kahar.declared", said, actor=actor, now=now, source=source)
    return kahar


def end(*, actor: Actor, now: datetime, source: str = "web") -> None:
    """All goes on from now. Raises Refused or Invalid."""
    with transaction.atomic():
        kantor = _in_hand(actor)
        kahar = Kahar.objects.filter(until=None).first()
        if kahar is None:
            raise Invalid(Problems({"kahar": ["Keadaan kahar tidak sedang berlaku."]}))
        kahar.until, kahar.ended_by_id = now, actor.id
        kahar.save(update_fields=["until", "ended_by"])
        _said(kantor, "kahar.ended", {"kahar_id": kahar.pk}, actor=actor, now=now, source=source)


def _said(
    kantor: Kantor, kind: str, said: Mapping[str, Any], *, actor: Actor, now: datetime, source: str
) -> None:
    """In the office's own record; whoever is acted for hears of it, and every permintaan is brought in line."""
    entry = record_for_kantor(
        kantor, kind, said, actor=actor, now=now, source=source, roles=(Role.KEPALA_DINAS,)
    )
    enqueue((), entry)
    app.configure_task(TASK, queue=QUEUE).defer()


def _in_hand(actor: Actor) -> Kantor:
    """Lock the office's row. Raises Refused for anybody but the head of the office."""
    verdict = may_declare(actor)
    if not verdict:
        raise Refused(verdict)
    return Kantor.objects.select_for_update().get()
