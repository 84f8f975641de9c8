"""What is sent twice under one key is done once: the answer is kept in the transaction of what it answers."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from loket.models.token import KeptAnswer

LIFETIME = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Something that a token sent under a key of its own choice; `digest` is of all that was sent."""

    token_id: int
    key: str
    digest: str


class OtherContent(Exception):
    """The key was used for something else before."""


def answer_before(sending: Sending, now: datetime) -> KeptAnswer | None:
    """What was answered the first time, if there was one. Raises OtherContent."""
    kept = KeptAnswer.objects.filter(_of(sending), kept_at__gt=now - LIFETIME).first()
    if kept is not None and kept.digest != sending.digest:
        raise OtherContent
    return kept


def keep(sending: Sending, status: int, body: str, now: datetime) -> None:
    """Keep the first answer. Raises IntegrityError where the same was sent at once and was faster: undo all then."""
    KeptAnswer.objects.filter(_of(sending), kept_at__lte=now - LIFETIME).delete()
    KeptAnswer.objects.create(
        token_id=sending.token_id,
        key=sending.key,
        digest=sending.digest,
        status=status,
        body=body,
        kept_at=now,
    )


def forget_answers(now: datetime) -> int:
    """Remove what is older than a day; gives how many."""
    return KeptAnswer.objects.filter(kept_at__lte=now - LIFETIME).delete()[0]


def _of(sending: Sending) -> Q:
    return Q(token=sending.token_id, key=sending.key)
