"""Effects as job rows, written in the transaction of the act that caused them."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import JobDeferrer
from procrastinate.types import JSONValue

from loket.application.gitlab import switched
from loket.core.capacity import is_own
from loket.core.moving import MOVING
from loket.core.naskah import makes
from loket.models.entry import Entry

PRINT = "loket.cetak"
MAKE = "loket.naskah"
ACTED_FOR = "kabari_yang_digantikan"
HOLDER = "kabari_pemilik_akun"
TASK = "loket.effect"
QUEUE = "effects"
GITLAB = "loket.gitlab"
GITLAB_QUEUE = "gitlab"
NOW, SOON, LATER, MUCH_LATER = -1, -2, -3, -4
"""How urgent a job of GitLab is: less than all others, for a GitLab that hangs holds up the worker.

Of the jobs of one permintaan a waiting one holds back all that are less urgent, and those after it: so the longer it
waits, the less urgent it is.
"""
NEAR = timedelta(minutes=10)
GITLAB_CHANGES = "loket.gitlab_changes"


def enqueue(effects: Iterable[str], entry: Entry) -> None:
    """Defer one job for each effect; they run after the commit, at least once.

    The papers that follow from it are written after the commit as well. What is done in a position of somebody else is also told to its holder, whatever it is.
    """
    names = effects if is_own(entry.capacity) else (*effects, ACTED_FOR)
    wanted: list[dict[str, JSONValue]] = [{"effect": effect, "entry_id": entry.pk} for effect in names]
    if wanted:
        app.configure_task(TASK, queue=QUEUE).batch_defer(*wanted)
    if makes(entry.kind, entry.outcome):
        app.configure_task(MAKE, queue=QUEUE).defer(entry_id=entry.pk)
    if entry.permintaan_id and (entry.outcome or entry.kind in MOVING) and switched.place():
        follow_now(entry.permintaan_id)


def follow_now(permintaan_id: int) -> None:
    """Something waits to be said in GitLab; after the commit, a job of its own says it."""
    _follow(permintaan_id, priority=NOW).defer(permintaan_id=permintaan_id)


def follow_again(permintaan_id: int, at: datetime, now: datetime) -> None:
    """However many jobs find something to wait for, one of them waits, and the lock does not make a new act wait too.

    What waits for long, as for a repair, does not swallow what is due in minutes.
    """
    if at - now <= NEAR:
        _follow_once(permintaan_id, at, "near", LATER)
    else:
        _follow_once(permintaan_id, at, "far", MUCH_LATER)


def wake(permintaan_id: int, at: datetime) -> None:
    """Something may have changed in GitLab. What has to wait for another reason, perhaps for long, does not delay it."""
    _follow_once(permintaan_id, at, "wake", SOON)


def read_changes() -> None:
    """Read soon what has changed in GitLab, instead of with the next round."""
    soon = app.configure_task(GITLAB_CHANGES, queue=GITLAB_QUEUE, queueing_lock=GITLAB_CHANGES)
    with suppress(AlreadyEnqueued), transaction.atomic():
        soon.defer(timestamp=0)


def _follow_once(permintaan_id: int, at: datetime, why: str, priority: int) -> None:
    name = f"{GITLAB}:{why}:{permintaan_id}"
    waiting = _follow(permintaan_id, schedule_at=at, queueing_lock=name, priority=priority)
    with suppress(AlreadyEnqueued), transaction.atomic():
        waiting.defer(permintaan_id=permintaan_id)


def _follow(permintaan_id: int, **when: Any) -> JobDeferrer:
    """The jobs of one permintaan share a lock, so that no two of them talk to GitLab about it."""
    return app.configure_task(GITLAB, queue=GITLAB_QUEUE, lock=f"{GITLAB}:{permintaan_id}", **when)


def print_later(naskah_id: int) -> None:
    """No page waits for a PDF: it is printed after the commit."""
    app.configure_task(PRINT, queue=QUEUE).defer(naskah_id=naskah_id)
