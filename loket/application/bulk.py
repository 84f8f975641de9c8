"""Many rows in one statement."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import Model


def update_rows(rows: Sequence[Model], fields: Sequence[str]) -> None:
    """Write these fields of rows of one model; `bulk_update` builds an expression for each row and field instead."""
    if not rows:
        return
    meta = rows[0]._meta  # noqa: SLF001 - Django documents it
    by_name = {field.name: field for field in meta.concrete_fields}
    columns = [meta.pk, *(by_name[name] for name in fields)]
    names = [column.column or "" for column in columns]
    arrays = ", ".join(f"%s::{column.db_type(connection)}[]" for column in columns)
    values = [
        [column.get_db_prep_save(getattr(row, column.attname), connection) for row in rows]
        for column in columns
    ]
    assigned = ", ".join(f"{name} = new.{name}" for name in names[1:])
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {meta.db_table} AS old SET {assigned} FROM unnest({arrays}) AS new({', '.join(names)})"  # noqa: S608 - names of the models
            f" WHERE old.{names[0]} = new.{names[0]}",
            values,
        )
