"""Agencies as an admin sees them."""

from collections.abc import Sequence

from django.urls import reverse

from loket.models.opd import Opd
from loket.web import formats
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.office.accounts import INACTIVE


def table_of(rows: Sequence[Opd]) -> Table:
    """Agencies with the number of their accounts, which `register` has counted."""
    columns = (Column("OPD"), Column("Kode"), Column("Akun aktif", numeric=True), Column("Keadaan"))
    return Table(caption="Daftar OPD", columns=columns, rows=tuple(_row(one) for one in rows), dense=True)


def _row(opd: Opd) -> TableRow:
    accounts: int = opd.accounts  # type: ignore[attr-defined]  # see `register`
    return TableRow(
        (
            Cell(opd.nama, url=reverse("satu_opd", args=[opd.pk]), detail=opd.singkatan),
            Cell(opd.kode),
            Cell(formats.number(accounts)),
            Cell("Aktif") if opd.is_active else Cell(badge=INACTIVE),
        )
    )
