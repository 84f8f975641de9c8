"""The nightly seal: every head that moved since the last one, digested and chained (DESIGN: a record that can be proved)."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import F

from loket.core.record import GENESIS, KANTOR
from loket.core.seal import Head, digest_of_heads
from loket.models.entry import Seal, SealedHead
from loket.models.kantor import Kantor
from loket.models.permintaan import Permintaan


def close_the_book(now: datetime) -> Seal | None:
    """Seal all chains that have grown; None when none has."""
    with transaction.atomic():
        moved = list(_moved_permintaan())
        heads = [*_moved_kantor(), *moved]
        if not heads:
            return None
        last = Seal.objects.order_by("-pk").first()
        previous = last.digest if last else GENESIS
        seal = Seal.objects.create(sealed_at=now, previous=previous, digest=digest_of_heads(previous, heads))
        SealedHead.objects.bulk_create(
            SealedHead(seal=seal, subject=subject, seq=seq, hash=digest) for subject, seq, digest in heads
        )
        for subject, seq, _ in heads:
            if subject == KANTOR:
                Kantor.objects.update(sealed_seq=seq)
            else:
                Permintaan.objects.filter(nomor=subject).update(sealed_seq=seq)
    return seal


def _moved_kantor() -> Iterator[Head]:
    """Locked after the permintaan, as by an act that concerns both."""
    kantor = Kantor.objects.select_for_update().get()
    if kantor.head_seq > kantor.sealed_seq:
        yield KANTOR, kantor.head_seq, kantor.head_hash


def _moved_permintaan() -> Iterator[Head]:
    moved = Permintaan.objects.filter(head_seq__gt=F("sealed_seq")).order_by("nomor").select_for_update()
    yield from moved.values_list("nomor", "head_seq", "head_hash").iterator(chunk_size=1000)
