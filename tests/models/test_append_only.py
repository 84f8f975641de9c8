"""The record refuses to be changed, whoever asks and however."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, models, transaction

from loket.application.seal import close_the_book
from loket.models.entry import Entry, Seal, SealedHead
from tests.application.everything import nothing_changes
from tests.cast import Road

RECORD: tuple[type[models.Model], ...] = (Entry, Seal, SealedHead)


@pytest.fixture(autouse=True)
def _a_sealed_record(road: Road) -> None:
    road.submit()
    close_the_book(road.now)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _refused(attempt: Callable[[], object]) -> str:
    with nothing_changes(), pytest.raises(DatabaseError) as refusal, transaction.atomic():
        attempt()
    return str(refusal.value).splitlines()[0]


def _says(operation: str, model: type[models.Model]) -> str:
    return f"The record is append-only: {operation} on {model._meta.db_table} is refused."


@pytest.mark.parametrize("model", RECORD)
def test_a_row_is_not_changed_or_removed_by_the_orm(model: type[models.Model]) -> None:
    row = model._default_manager.latest("pk")
    field = model._meta.fields[-1].name

    assert _refused(row.save) == _says("UPDATE", model)
    assert _refused(lambda: model._default_manager.update(**{field: "0" * 64})) == _says("UPDATE", model)
    assert _refused(lambda: model._default_manager.filter(pk=row.pk)._raw_delete("default")) == _says(
        "DELETE", model
    )


@pytest.mark.parametrize("model", RECORD)
@pytest.mark.parametrize("statement", ("UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"))
def test_nor_by_sql(model: type[models.Model], statement: str) -> None:
    table = model._meta.db_table

    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement.format(table))

    said = _refused(run)

    assert said.startswith("The record is append-only: ")
    assert said.split()[4] == statement.split(maxsplit=1)[0]


def test_it_does_not_go_with_what_it_is_about(road: Road) -> None:
    def truncate() -> None:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE loket_permintaan CASCADE")

    assert _refused(truncate) == _says("TRUNCATE", Entry)
    with nothing_changes(), pytest.raises(models.ProtectedError):
        road.permintaan.delete()
