"""Effects as job rows, written in the transaction of the act that caused them."""

from collections.abc import Iterable

from procrastinate.contrib.django import app
from procrastinate.types import JSONValue

from loket.core.capacity import is_own
from loket.core.naskah import makes
from loket.models.entry import Entry

PRINT = "loket.cetak"
MAKE = "loket.naskah"
ACTED_FOR = "kabari_yang_digantikan"
HOLDER = "kabari_pemilik_sertifikat"
TASK = "loket.effect"
QUEUE = "effects"


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


def print_later(naskah_id: int) -> None:
    """No page waits for a PDF: it is printed after the commit."""
    app.configure_task(PRINT, queue=QUEUE).defer(naskah_id=naskah_id)
