"""What Loket writes by itself: after an entry it issues what was approved in it, and drafts what people sign."""

from datetime import datetime

from django.db import transaction

from loket.application import outbox
from loket.application.data import present
from loket.application.errors import Invalid
from loket.application.locking import in_hand, locked_for_loket
from loket.application.naskah.content import CONTENTS
from loket.application.naskah.drafting import new_draft
from loket.application.naskah.issuing import issue, said_of
from loket.application.naskah.recording import named
from loket.application.naskah.unmade import SOURCE, tell_why
from loket.application.recording import record
from loket.application.registry import Happened, Work
from loket.core.actor import SYSTEM
from loket.core.naskah import JENIS, makes
from loket.models.entry import Entry
from loket.models.naskah import Naskah


def make_from(entry_id: int, now: datetime) -> int:
    """Make them, each once however often this runs; returns how many were made.

    What the settings of the office do not allow is for its admin to put right, so that is who hears of it.
    """
    entry = Entry.objects.get(pk=entry_id)
    try:
        return _made(entry, now)
    except Invalid as invalid:
        tell_why(entry, invalid, now)
        return 0


def _made(entry: Entry, now: datetime) -> int:
    with transaction.atomic(durable=True):
        permintaan = locked_for_loket(present(entry.permintaan_id))
        work = in_hand(permintaan, actor=SYSTEM, data=None, now=now, source=SOURCE)
        there = set(Naskah.objects.filter(because_of=entry).values_list("jenis", flat=True))
        led_to = (key for key in makes(entry.kind, entry.outcome) if CONTENTS[key].needed(entry))
        wanted = [key for key in led_to if key not in there]
        for key in wanted:
            _make(work, key, entry)
        return len(wanted)


def _make(work: Work, key: str, entry: Entry) -> None:
    """What needs nobody's signature is in force at once; the rest waits as a draft for whoever signs it."""
    jenis = JENIS[key]
    naskah = new_draft(work.permintaan, jenis, work, entry=entry)
    happened = Happened(kind="naskah.drafted", particulars=named(naskah))
    if jenis.rule is None:
        issue(work, naskah, Naskah.Cara.APLIKASI)
        happened = Happened(kind="naskah.issued", particulars=said_of(naskah))
    told = record(work, happened)
    outbox.enqueue(() if jenis.rule is None else ("kabari_penandatangan",), told)
