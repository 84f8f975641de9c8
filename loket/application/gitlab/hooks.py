"""Hooks of GitLab: who may send one, and what follows from it. A hook only wakes; what holds is asked of GitLab."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from loket.application import outbox
from loket.application.gitlab.connection_row import hook_came
from loket.application.gitlab.switched import place
from loket.application.gitlab.waking import wake
from loket.integrations.gitlab import hook_signature
from loket.integrations.gitlab.hook_reading import Unreadable, told_by
from loket.models.gitlab import GitlabDelivery

LARGEST = 8 * 1024 * 1024
"""Bytes: a description and a comment of GitLab's greatest length, twice, as JSON writes most of them.

GitLab itself sends up to 25 MB, in hooks about commits, which are none of ours.
"""
REMEMBERED = timedelta(days=30)
Headers = Mapping[str, str]
"""By their names in small letters."""


def may_come(headers: Headers, now: datetime) -> bool:
    """Whether its body is worth reading: what can be said of it by its headers alone."""
    signing, secret = _secrets()
    if signing:
        signed = hook_signature.signed(headers)
        return signed is not None and signed.is_fresh(now)
    return bool(secret) and hook_signature.holds(headers, secret)


def is_genuine(headers: Headers, body: bytes) -> bool:
    """Of what may come by its headers: whether GitLab has sent this body."""
    signing, _ = _secrets()
    signed = hook_signature.signed(headers)
    return not signing or (signed is not None and signed.is_by(hook_signature.key_of(signing), body))


def take(headers: Headers, body: bytes, now: datetime) -> bool:
    """Remember a genuine hook and let follow what follows; False where it came before.

    One that cannot be read lets all changes be read: something has happened.
    """
    key, event = hook_signature.delivery_key(headers, body), headers.get("x-gitlab-event", "")
    with transaction.atomic():
        said = {"event": "".join(filter(str.isprintable, event))[:60], "received_at": now}
        _, is_new = GitlabDelivery.objects.get_or_create(key=key, defaults=said)
        if is_new:
            _follow(body, now)
        hook_came(now)
    return is_new


def forget_deliveries(now: datetime) -> int:
    """Remove those that are too old to be sent again; returns how many."""
    return GitlabDelivery.objects.filter(received_at__lt=now - REMEMBERED).delete()[0]


def _follow(body: bytes, now: datetime) -> None:
    try:
        told = told_by(body)
    except Unreadable:
        outbox.read_changes()
    else:
        if told:
            wake(told, now)


def _secrets() -> tuple[str, str]:
    """The signing token and the plain one; neither where there is no GitLab, so that nothing is genuine."""
    environment = settings.ENVIRONMENT
    if place() is None:
        return "", ""
    return environment.gitlab_signing_token or "", environment.gitlab_webhook_token or ""
