"""Places of the road: walked to once in a session, then put back wherever a test begins there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from psycopg.sql import SQL, Identifier

from tests.cast import Road, first_bagian
from tests.cloning import cloned

Rows = dict[str, frozenset[bytes]]
"""By table: its rows as PostgreSQL copies them out."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the database has here and did not have before the first step."""

    nomor: str
    now: datetime
    rows: Rows
    replaced: frozenset[str]
    """Tables of which rows changed; they are put back whole, the others grow."""


class Places:
    """The places that `road` passes on its way to the end; empty where this server does not let them be put back."""

    def __init__(self, road: Road) -> None:
        self._begins = road.now
        self._places: dict[tuple[str, str], Place] = {}
        if _may_put_back():
            with cloned():
                self._places = dict(_walked(road, _rows()))
                used = _sequences()
            _leave_out(used)

    def put(self, road: Road, step: str, bagian: str) -> bool:
        """Let that road stand there; False where it has to walk, as after anything else that the test did."""
        place = self._places.get((step, bagian or first_bagian(step)))
        is_alike = type(road) is Road and road.now == self._begins
        if place is None or not is_alike or not _is_untouched():
            return False
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            for table, rows in place.rows.items():
                if table in place.replaced:
                    cursor.execute(SQL("DELETE FROM {}").format(Identifier(table)))
                with cursor.copy(SQL("COPY {} FROM STDIN").format(Identifier(table))) as copy:
                    copy.write(b"".join(rows))
            cursor.execute("SET LOCAL session_replication_role = origin")
        road.nomor, road.now = place.nomor, place.now
        return True


def _walked(road: Road, before: Rows) -> Iterator[tuple[tuple[str, str], Place]]:
    road.submit()
    while True:
        permintaan = road.permintaan
        yield (permintaan.at_step, permintaan.at_bagian), _place(road, before)
        if permintaan.at_step == "selesai":
            return
        road.step()


def _place(road: Road, before: Rows) -> Place:
    now = {table: rows for table, rows in _rows().items() if rows != before[table]}
    replaced = frozenset(table for table, rows in now.items() if before[table] - rows)
    put = {table: rows if table in replaced else rows - before[table] for table, rows in now.items()}
    return Place(road.nomor, road.now, put, replaced)


def _rows() -> Rows:
    with connection.cursor() as cursor:
        return {table: _copied(table) for table in connection.introspection.table_names(cursor)}


def _copied(table: str) -> frozenset[bytes]:
    with (
        connection.cursor() as cursor,
        cursor.copy(SQL("COPY {} TO STDOUT").format(Identifier(table))) as copy,
    ):
        return frozenset(b"".join(copy).splitlines(keepends=True))


def _sequences() -> list[tuple[str, int]]:
    return _answer(
        "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema AND last_value > 0"
    )


def _leave_out(used: list[tuple[str, int]]) -> None:
    """Let no test number a row of its own as one that may be put back is numbered."""
    with connection.cursor() as cursor:
        cursor.executemany("SELECT setval(%s, %s)", used)


def _is_untouched() -> bool:
    return _answer("SELECT pg_current_xact_id_if_assigned() IS NULL") == [(True,)]


def _may_put_back() -> bool:
    """What is put back was allowed once already: no trigger looks at it again, which only a superuser may order."""
    return _answer("SELECT current_setting('is_superuser') = 'on'") == [(True,)]


def _answer(question: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())
