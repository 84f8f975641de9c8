"""All that the database holds, so that a test can say: nothing was left behind."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection

from loket.application import outbox

JOBS = "procrastinate_jobs"


def everything() -> dict[str, str]:
    """One digest for each table of Loket and for the queue; equal where no row differs."""
    tables = [model._meta.db_table for model in apps.get_app_config("loket").get_models()] + [JOBS]
    each = " UNION ALL ".join(
        f"SELECT '{table}', coalesce(md5(string_agg(row::text, '|' ORDER BY row.id)), '') FROM {table} row"  # noqa: S608 - table names of our own
        for table in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(each)
        return dict(cursor.fetchall())


@contextmanager
def nothing_changes() -> Iterator[None]:
    """Whatever is tried inside, the database is as it was."""
    before = everything()
    yield
    after = everything()
    changed = [table for table in before if after[table] != before[table]]
    assert not changed, f"changed: {', '.join(changed)}"


def jobs() -> list[tuple[str, int]]:
    """The effects that wait in the queue, as (effect, id of the entry)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args->>'effect', (args->>'entry_id')::bigint FROM procrastinate_jobs"
            " WHERE task_name = %s ORDER BY id",
            [outbox.TASK],
        )
        return list(cursor.fetchall())
