"""Signing out everywhere."""

from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session


def end_all(user_id: int, now: datetime) -> int:
    """End every live session of a person; returns how many there were.

    Sessions know their person only inside, so all live ones are opened: as many as there are people at work today.
    """
    live = Session.objects.filter(expire_date__gt=now).iterator()
    keys = [one.session_key for one in live if one.get_decoded().get(SESSION_KEY) == str(user_id)]
    return Session.objects.filter(session_key__in=keys).delete()[0]
