"""What Loket could not write by itself: an admin hears why, and changed settings let it try again."""

from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app

from loket.application.data import local_date
from loket.application.errors import Invalid
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.application.outbox import MAKE, QUEUE
from loket.core.actor import SYSTEM
from loket.core.role import Role
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.naskah import Naskah
from loket.models.user import Jabatan

SOURCE = "loket"
KIND = "naskah.not_made"


def tell_why(because_of: Entry, invalid: Invalid, now: datetime) -> None:
    """Into the office's own record, and to each admin."""
    why = " ".join(sentence for sentences in invalid.problems.values() for sentence in sentences)
    with transaction.atomic():
        said = {"entry_id": because_of.pk, "nomor": because_of.subject}
        kantor = kantor_in_hand(SYSTEM)
        entry = record_for_kantor(kantor, KIND, said, actor=SYSTEM, now=now, source=SOURCE)
        admins = Jabatan.objects.serving([Role.ADMIN], local_date(now)).values_list("user", flat=True)
        judul = f"Naskah untuk {because_of.subject} belum dapat dibuat. {why}"[:250]
        Pesan.objects.bulk_create(
            Pesan(user_id=user_id, entry=entry, judul=judul, sent_at=now) for user_id in set(admins)
        )


def make_again() -> None:
    """Defer a job for each entry that is still without its naskah."""
    told = Entry.objects.filter(kind=KIND).values_list("particulars__entry_id", flat=True)
    made = Naskah.objects.filter(because_of__in=list(told)).values_list("because_of", flat=True)
    for entry_id in sorted({*told} - {*made}):
        app.configure_task(MAKE, queue=QUEUE).defer(entry_id=entry_id)
