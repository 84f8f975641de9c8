"""The tokens of one person."""

from collections.abc import Sequence
from datetime import datetime

from loket.models.token import Token


def tokens_of(user_id: int, now: datetime) -> Sequence[Token]:
    """The valid ones, the newest first (one query)."""
    return list(Token.objects.valid_at(now).filter(user=user_id).order_by("-pk"))


def own_token(pk: int, user_id: int, now: datetime) -> Token | None:
    return Token.objects.valid_at(now).filter(pk=pk, user=user_id).first()
