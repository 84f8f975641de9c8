"""The three positions of the heads as an admin sees them: who is in them, who acts, and until when."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.urls import reverse

from loket.models.user import Jabatan
from loket.queries.acting import Seat
from loket.web import formats
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.office.accounts import ONE, term

NEW = "pengganti_baru"


def seats_table(seats: Sequence[Seat]) -> Table:
    columns = (Column("Jabatan"), Column("Pejabat"), Column("Pengganti"), Column("Tindakan", narrow=True))
    return Table(
        caption="Jabatan hari ini", columns=columns, rows=tuple(TableRow(_seat(seat)) for seat in seats)
    )


def _seat(seat: Seat) -> tuple[Cell, ...]:
    next_act = _end(seat.deputy) if seat.deputy else _begin(seat)
    return Cell(seat.role.label), _holder(seat), _deputy(seat.deputy), next_act


def _begin(seat: Seat) -> Cell:
    kind = Jabatan.Kind.PLH if seat.holder else Jabatan.Kind.PLT
    address = urlencode({"jabatan": seat.role.value, "sebagai": kind.value})
    return Cell(f"Catat {kind.label}", url=f"{reverse(NEW)}?{address}")


def _end(period: Jabatan) -> Cell:
    return Cell("Akhiri", url=reverse("akhiri_jabatan", args=[period.user_id, period.pk]))


def _holder(seat: Seat) -> Cell:
    if seat.holder:
        shut = "" if seat.holder.user.is_active else ". Akun nonaktif"
        return _person(seat.holder, detail=f"{term(seat.holder)}{shut}")
    superior = seat.superior
    stands_in = f"Dikerjakan {superior.user.nama} selaku atasan" if superior else ""
    return Cell("Kosong", detail=stands_in)


def _deputy(row: Jabatan | None) -> Cell:
    if row is None or row.until_date is None:
        return Cell("-")
    return _person(row, detail=f"{row.prefix} sampai {formats.plain_date(row.until_date)}")


def _person(row: Jabatan, *, detail: str) -> Cell:
    return Cell(row.user.nama, url=reverse(ONE, args=[row.user_id]), detail=detail)


def periods_table(
    periods: Sequence[Jabatan], deeds: Mapping[int, int], caption: str, *, can_end: bool
) -> Table:
    """Of what was done in a period an admin sees how much, not what."""
    columns = (
        Column("Pengganti"),
        Column("Masa"),
        Column("Surat perintah"),
        Column("Dikerjakan", numeric=True),
    )
    action = (Column("Tindakan", narrow=True),) if can_end else ()
    rows = (
        (
            _person(row, detail=str(row)),
            Cell(term(row)),
            Cell(row.nomor_surat),
            Cell(f"{formats.number(deeds[row.pk])} tindakan"),
            *((_end(row),) if can_end else ()),
        )
        for row in periods
    )
    return Table(caption=caption, columns=(*columns, *action), rows=tuple(map(TableRow, rows)))
