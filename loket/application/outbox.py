"""Effects as job rows, written in the transaction of the act that caused them."""

from collections.abc import Iterable

from procrastinate.contrib.django import app
from procrastinate.types import JSONValue

from loket.models.entry import Entry

TASK = "loket.effect"
QUEUE = "effects"


def enqueue(effects: Iterable[str], entry: Entry) -> None:
    """Defer one job for each effect; they run after the commit, at least once."""
    wanted: list[dict[str, JSONValue]] = [{"effect": effect, "entry_id": entry.pk} for effect in effects]
    if wanted:
        app.configure_task(TASK, queue=QUEUE).batch_defer(*wanted)
