"""Notices of the demo come at the moment of their act: later, one would speak of another turn."""

from datetime import datetime

from django.db import connection

from loket.application import notices, outbox

_TAKE_JOBS = """
    DELETE FROM procrastinate_jobs
    WHERE task_name IN (%s, %s) AND (args->>'entry_id')::bigint IN (
        SELECT entry.id FROM loket_entry entry
        LEFT JOIN loket_permintaan permintaan ON permintaan.id = entry.permintaan_id
        WHERE permintaan.nomor IS NOT DISTINCT FROM %s
    )
    RETURNING args->>'entry_id', args->>'effect'
"""
"""What is printed is left to the worker."""


def tell_at_once(nomor: str | None, at: datetime) -> None:
    """Do the jobs of the last act of a permintaan, or of the office itself."""
    with connection.cursor() as cursor:
        cursor.execute(_TAKE_JOBS, [outbox.TASK, outbox.MAKE, nomor])
        jobs = [(int(entry), effect) for entry, effect in cursor.fetchall() if effect]
    for entry_id, effect in sorted(jobs):
        notices.tell(effect, entry_id, at)
