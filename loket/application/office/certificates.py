"""A person's own internal certificate: made behind a passphrase that only they know, renewed, revoked.

It is no certified signature in the sense of UU ITE, and says so wherever it is seen (ADR 0014).
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from loket.application import outbox
from loket.application.data import Problems, present
from loket.application.errors import Invalid
from loket.application.naskah.trusting import authority, authority_home
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.core.actor import SYSTEM, Actor
from loket.core.role import Role
from loket.integrations.esign.problems import SigningProblem
from loket.integrations.secret import Secret
from loket.models.sertifikat import Sertifikat
from loket.models.user import User

SHORTEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """The passphrase as it was typed, twice."""

    passphrase: str = field(repr=False)
    again: str = field(repr=False)

    def check(self) -> Problems:
        problems = Problems()
        long_enough = len(self.passphrase) >= SHORTEST
        problems.unless(long_enough, "passphrase", f"Passphrase paling sedikit {SHORTEST} karakter.")
        same = self.passphrase == self.again
        problems.unless(same, "again", "Passphrase ulangan berbeda. Ketik sekali lagi.")
        return problems


def make_certificate(data: Data, *, actor: Actor, now: datetime, source: str = "web") -> Sertifikat:
    """Make it, in place of the one before. Raises Invalid. The key is made before the transaction: it takes a while."""
    if problems := data.check():
        raise Invalid(problems)
    user = User.objects.get(pk=present(actor.id))
    try:
        issued = authority(now).issue(user.nama, passphrase=Secret(data.passphrase), now=now)
    except SigningProblem as problem:
        raise Invalid(Problems({"passphrase": [problem.sentence]})) from problem
    with transaction.atomic():
        kantor = kantor_in_hand(SYSTEM)
        revoke_held(user, "Diganti dengan sertifikat baru.", now)
        made = Sertifikat.objects.create(
            user=user,
            serial=issued.serial,
            pkcs12=issued.pkcs12,
            valid_from=issued.valid_from,
            valid_until=issued.valid_until,
        )
        said = {"user_id": user.pk, "serial": made.serial}
        roles = tuple(Role)
        entry = record_for_kantor(
            kantor, "sertifikat.issued", said, actor=actor, now=now, source=source, roles=roles
        )
        outbox.enqueue((outbox.HOLDER,), entry)
    return made


def revoke_certificate(user: User, reason: str, *, actor: Actor, now: datetime, source: str = "web") -> None:
    """By its owner, or by an admin for somebody who has lost the passphrase or left. Raises Invalid or Refused."""
    with transaction.atomic():
        kantor = kantor_in_hand(SYSTEM if actor.id == user.pk else actor)
        if problems := problems_of_revoking(user, reason):
            raise Invalid(problems)
        said = {"user_id": user.pk, "serial": _held(user).get().serial}
        revoke_held(user, reason, now)
        entry = record_for_kantor(
            kantor, "sertifikat.revoked", said, actor=actor, now=now, source=source, roles=tuple(Role)
        )
        outbox.enqueue((outbox.HOLDER,), entry)


def problems_of_revoking(user: User, reason: str) -> Problems:
    problems = Problems()
    problems.text("reason", reason, "alasan pencabutan", limit=200)
    problems.unless(_held(user).exists(), "reason", "Tidak ada sertifikat yang berlaku untuk dicabut.")
    return problems


def _held(user: User) -> "QuerySet[Sertifikat]":
    return Sertifikat.objects.filter(user=user, revoked_at=None)


def revoke_held(user: User, reason: str, now: datetime) -> None:
    """From now on nothing that it signs is believed; what it has signed before stays as it is."""
    for held in _held(user):
        authority_home().revoke(held.serial, reason=reason, now=now)
        held.revoked_at, held.reason = now, reason
        held.save(update_fields=["revoked_at", "reason"])
