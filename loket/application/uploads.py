"""Receive a file: stored by hash, its kind decided by content, before it belongs to any permintaan."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.db import transaction

from loket.application.data import present
from loket.core.actor import Actor
from loket.files.intake import Accepted, accept
from loket.files.store import Readable, Store
from loket.models.dokumen import Upload


def store() -> Store:
    """The office's file store."""
    return Store.at(settings.FILES_URL)


def receive(stream: Readable, name: str, *, actor: Actor, now: datetime) -> Upload:
    """Keep a file for its uploader. Raises FileProblem with a sentence; then nothing is kept."""
    return note(accept(store(), stream, name=name), actor=actor, now=now)


def receive_with(
    also: Callable[[Upload], None], stream: Readable, name: str, *, actor: Actor, now: datetime
) -> Upload:
    """The same, with what else is to be written where its row is."""
    accepted = accept(store(), stream, name=name)
    with transaction.atomic():
        upload = note(accepted, actor=actor, now=now)
        also(upload)
    return upload


def note(accepted: Accepted, *, actor: Actor, now: datetime) -> Upload:
    """Note whose file it is that the store has accepted."""
    return Upload.objects.create(
        sha256=accepted.sha256,
        size=accepted.size,
        mime=accepted.kind.mime,
        label=accepted.kind.label,
        name=accepted.name,
        pages=accepted.pages,
        uploaded_by_id=present(actor.id),
        uploaded_at=now,
    )
