"""Tokens: a person lets a program act as them, for a time; the office's chain says so, without the secret."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import Q

from loket.application import outbox
from loket.application.data import Problems
from loket.application.errors import Invalid, Refused
from loket.application.office.ledger import kantor_in_hand, may_administer, record_for_kantor
from loket.core.actor import SYSTEM, Actor
from loket.core.role import Role
from loket.models.kantor import Kantor
from loket.models.token import Token
from loket.models.user import User

MARK = "loket_"
"""So a secret that has strayed into a file is recognised as one of ours."""
SHOWN = len(MARK) + 6
LONGEST_DAYS = 366
MOST = 20
"""As many valid tokens one person may have."""
SELDOM = timedelta(minutes=1)
"""The last use is not written more often than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenData:
    nama: str
    scope: str
    days: int | None

    def check(self) -> Problems:
        problems = Problems()
        problems.text("nama", self.nama, "nama token", limit=60)
        problems.choice("scope", self.scope, Token.Scope.values, "izin token")
        in_range = self.days is not None and 1 <= self.days <= LONGEST_DAYS
        problems.unless(in_range, "days", f"Isi masa berlaku 1 sampai {LONGEST_DAYS} hari.")
        return problems


def create_token(
    user: User, data: TokenData, *, actor: Actor, now: datetime, source: str = "web"
) -> tuple[Token, str]:
    """Make one, and give it with its secret, which nobody can read again; its owner is told. Raises Invalid."""
    if problems := data.check():
        raise Invalid(problems)
    secret = f"{MARK}{secrets.token_urlsafe(32)}"
    with transaction.atomic():
        kantor = kantor_in_hand(SYSTEM)
        few_enough = Token.objects.valid_at(now).filter(user=user).count() < MOST
        problems.unless(few_enough, "nama", f"Anda sudah memiliki {MOST} token. Cabut yang tidak dipakai.")
        if problems:
            raise Invalid(problems)
        token = Token.objects.create(
            user=user,
            nama=data.nama.strip(),
            prefix=secret[:SHOWN],
            digest=_digest(secret),
            scope=data.scope,
            created_at=now,
            expires_at=now + timedelta(days=data.days or 0),
        )
        said = {"user_id": user.pk, "token_id": token.pk, "scope": token.scope, "until": token.expires_at}
        entry = record_for_kantor(
            kantor, "token.created", said, actor=actor, now=now, source=source, roles=tuple(Role)
        )
        outbox.enqueue((outbox.HOLDER,), entry)
    return token, secret


def revoke_token(token: Token, *, actor: Actor, now: datetime, source: str = "web") -> None:
    """By its owner or an admin; from now on it opens nothing. A second time changes nothing. Raises Refused."""
    verdict = may_administer(actor)
    if actor.id != token.user_id and not verdict:
        raise Refused(verdict)
    with transaction.atomic():
        _revoke(token, kantor_in_hand(SYSTEM), actor=actor, now=now, source=source)


def revoke_all(user: User, kantor: Kantor, *, actor: Actor, now: datetime) -> int:
    """With a new password: whoever knew the old one may have made tokens. The caller holds the lock of the office."""
    live = list(Token.objects.valid_at(now).filter(user=user).order_by("pk"))
    for token in live:
        _revoke(token, kantor, actor=actor, now=now, source="web")
    return len(live)


def _revoke(token: Token, kantor: Kantor, *, actor: Actor, now: datetime, source: str) -> None:
    if not Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=now):
        return
    said = {"user_id": token.user_id, "token_id": token.pk}
    entry = record_for_kantor(
        kantor, "token.revoked", said, actor=actor, now=now, source=source, roles=tuple(Role)
    )
    outbox.enqueue((outbox.HOLDER,), entry)


def token_shown(secret: str, now: datetime) -> Token | None:
    """The valid token with this secret, and its person; notes that it was used."""
    found = Token.objects.valid_at(now).select_related("user")
    token = found.filter(digest=_digest(secret)).first()
    if token is not None and (token.last_used_at is None or token.last_used_at <= now - SELDOM):
        stale = Q(last_used_at=None) | Q(last_used_at__lte=now - SELDOM)
        Token.objects.filter(stale, pk=token.pk).update(last_used_at=now)
    return token


def _digest(secret: str) -> str:
    """A plain hash is enough: 256 random bits cannot be guessed, so nothing has to be slow."""
    return sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()
