"""What somebody could do who rules the database and the disk."""

from django.db import connection

from loket.core.record import GENESIS
from loket.core.seal import digest_of_heads
from loket.models.entry import Entry, Seal
from loket.models.permintaan import Permintaan
from loket.queries.sealed import heads_of


def tamper(statement: str, *values: str | int, table: str = "loket_entry") -> None:
    """Change rows past the triggers that refuse it."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER rows_stay")
        cursor.execute(statement, values)
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER rows_stay")


def rewrite(permintaan: Permintaan) -> None:
    """Make the chain and its seals fit whatever stands in the entries now: the perfect forgery."""
    previous = GENESIS
    for entry in Entry.objects.filter(permintaan=permintaan).order_by("seq"):
        digest = entry.line().hash_after(previous)
        tamper("UPDATE loket_entry SET previous = %s, hash = %s WHERE id = %s", previous, digest, entry.pk)
        tamper(
            "UPDATE loket_sealedhead SET hash = %s WHERE subject = %s AND seq = %s",
            *(digest, entry.subject, entry.seq),
            table="loket_sealedhead",
        )
        previous = digest
    Permintaan.objects.filter(pk=permintaan.pk).update(head_hash=previous)
    previous = GENESIS
    for seal in Seal.objects.order_by("pk"):
        digest = digest_of_heads(previous, heads_of(seal))
        tamper(
            "UPDATE loket_seal SET previous = %s, digest = %s WHERE id = %s",
            *(previous, digest, seal.pk),
            table="loket_seal",
        )
        previous = digest
