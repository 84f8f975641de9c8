"""A person changes their own password; the office's chain says that it happened."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.application.office.tokens import revoke_all
from loket.core.actor import SYSTEM, Actor
from loket.models.user import User


def change_own_password(
    user: User, old: str, new: str, *, revokes_tokens: bool, actor: Actor, now: datetime
) -> int:
    """Every other session of the person ends with it, and their tokens where they want so; tells how many did.

    Raises Invalid with sentences for `old` and `new`.
    """
    problems = _problems(user, old, new)
    if problems:
        raise Invalid(problems)
    with transaction.atomic():
        kantor = kantor_in_hand(SYSTEM)
        user.set_password(new)
        user.save(update_fields=["password"])
        record_for_kantor(kantor, "akun.password_set", {"user_id": user.pk}, actor=actor, now=now)
        return revoke_all(user, kantor, actor=actor, now=now) if revokes_tokens else 0


def _problems(user: User, old: str, new: str) -> Problems:
    problems = Problems()
    problems.unless(user.check_password(old), "old", "Kata sandi lama tidak cocok. Ketik sekali lagi.")
    problems.unless(new != old, "new", "Pilih kata sandi yang berbeda dari yang lama.")
    try:
        validate_password(new, user)
    except ValidationError as weak:
        for sentence in weak.messages:
            problems.add("new", sentence)
    return problems
