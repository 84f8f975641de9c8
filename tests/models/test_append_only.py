"""The database itself keeps the record: whoever asks, nothing in it is changed or removed."""

import pytest
from django.db import DatabaseError, connection, transaction

from loket.application.seal import close_the_book
from tests.cast import NOW, Road

TABLES = ("loket_entry", "loket_seal", "loket_sealedhead")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "statement", ("UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE", "TRUNCATE {}")
)
def test_the_record_refuses(road: Road, table: str, statement: str) -> None:
    road.submit()
    close_the_book(NOW)

    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) > 0 FROM {table}")  # noqa: S608 - one of the names above
        assert cursor.fetchone() == (True,)


@pytest.mark.parametrize("table", TABLES)
def test_the_refusal_says_why(road: Road, table: str) -> None:
    road.submit()
    close_the_book(NOW)

    with (
        pytest.raises(DatabaseError, match=f"The record is append-only: DELETE on {table} is refused"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - one of the names above
