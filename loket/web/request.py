"""The request as Loket's pages know it."""

from datetime import datetime

from django.http import HttpRequest

from loket.core.actor import Actor
from loket.models.user import User


class Request(HttpRequest):
    """A signed-in request: who acts, and when (set by `middleware.acting`)."""

    actor: Actor
    now: datetime
    user: User
