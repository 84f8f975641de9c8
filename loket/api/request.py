"""The request as the calls of the API know it."""

from datetime import datetime

from django.http import HttpRequest

from loket.application.once import Sending
from loket.core.actor import Actor
from loket.models.token import Token


class Call(HttpRequest):
    """A request with its token: who acts, and when. `sending` is there where it came with an Idempotency-Key."""

    actor: Actor
    now: datetime
    token: Token
    sending: Sending | None
