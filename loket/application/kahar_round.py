"""The round of keadaan kahar: it pauses what runs while it holds, and accounts for its time when it is over."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from loket.application import outbox
from loket.application.locking import in_hand, locked_if_free
from loket.application.pausing import go_on, let_rest
from loket.application.recording import record
from loket.application.registry import Happened, Work
from loket.application.sweeping import SOURCE, one_by_one
from loket.core.actor import SYSTEM
from loket.core.facts import Status
from loket.core.moving import PAUSED, RESUMED, SPARED
from loket.core.pause import Reason
from loket.models.entry import Entry
from loket.models.jeda import Jeda
from loket.models.kahar import Kahar
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan

EFFECTS = {
    PAUSED: ("kabari_pelaksana", "kabari_diskusi"),
    RESUMED: ("kabari_giliran", "kabari_opd"),
    SPARED: (),
}


def carry_through(now: datetime) -> int:
    """Bring every permintaan in line with the last keadaan kahar; returns how many that were.

    Asked again and again, so that what came in meanwhile is met, and what somebody else had in hand.
    """
    kahar = Kahar.objects.first()
    if kahar is None:
        return 0
    wanted = list(_concerned(kahar).order_by("pk").values_list("pk", flat=True))
    complaint = "Keadaan kahar could not be carried through everywhere."
    return one_by_one(wanted, lambda pk: _carry(pk, kahar, now), complaint)


def awaits_kahar(permintaan: Permintaan) -> bool:
    """Whether keadaan kahar holds, or is over and its time not yet accounted for here."""
    kahar = Kahar.objects.first()
    if kahar is None:
        return False
    return kahar.until is None or _concerned(kahar).filter(pk=permintaan.pk).exists()


def _concerned(kahar: Kahar) -> "QuerySet[Permintaan]":
    """Those that run while it holds; when it is over those that it had paused, and those that it never reached.

    These have waited through it for another reason, or no worker was there; whatever moved since is left as it is.
    """
    if kahar.until is None:
        return Permintaan.objects.filter(status=Status.BERJALAN)
    here = {"permintaan": OuterRef("pk")}
    untouched = Q(begun=None) | Q(begun__lt=kahar.until)
    before = Exists(Pengerjaan.objects.filter(untouched, **here, done_at=None, since__lt=kahar.until))
    later = Q(paused_at__gte=kahar.until) | Q(resumed_at__gte=kahar.until)
    after = Exists(Jeda.objects.filter(later, **here))
    reached = Exists(Entry.objects.filter(**here, particulars__kahar_id=kahar.pk))
    missed = Q(before) & ~Q(after) & ~Q(reached)
    return Permintaan.objects.open().filter(Q(waiting_reason=Reason.KAHAR) | missed)


def _carry(pk: int, kahar: Kahar, now: datetime) -> int:
    """Ask again under the lock: the permintaan may have moved, or the decree may have, since it was found."""
    with transaction.atomic(durable=True):
        permintaan = locked_if_free(pk)
        if permintaan is None:
            return 0
        work = in_hand(permintaan, actor=SYSTEM, data=None, now=now, source=SOURCE)
        if work.facts.is_kahar != (kahar.until is None) or not _concerned(kahar).filter(pk=pk).exists():
            return 0
        happened = _brought_in_line(work, kahar)
        entry = record(work, happened, step=permintaan.at_step, bagian=permintaan.at_bagian)
        outbox.enqueue(EFFECTS[happened.kind], entry)
        return 1


def _brought_in_line(work: Work, kahar: Kahar) -> Happened:
    """Whatever waits already, waits on for its own reason, without the time of keadaan kahar."""
    words = f"Keadaan kahar, keputusan nomor {kahar.nomor}: {kahar.alasan}"
    if work.facts.waiting_reason == Reason.KAHAR:
        return go_on(work, RESUMED, words, kahar_id=kahar.pk)
    since = _since(work, kahar)
    if kahar.until is None:
        return let_rest(work, PAUSED, alasan=Reason.KAHAR, catatan=words, since=since, kahar_id=kahar.pk)
    said = {"kahar_id": kahar.pk, "since": since, "until": kahar.until}
    return Happened(kind=SPARED, particulars=said)


def _since(work: Work, kahar: Kahar) -> datetime:
    """From its declaration, or from what has happened to the permintaan since."""
    return max(kahar.since, work.pengerjaan.run().changed_at) if work.pengerjaan else kahar.since
