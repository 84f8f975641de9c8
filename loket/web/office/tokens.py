"""The tokens of a person, as their own page and that of an admin show them."""

from collections.abc import Callable, Sequence

from loket.application.data import local_date
from loket.core.zone import ZONE
from loket.models.token import Token
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.feedback import Confirm
from loket.web.components.tables import Cell, Column, Table, TableRow

COLUMNS = tuple(map(Column, ("Nama", "Izin", "Berlaku sampai", "Terakhir dipakai", "Tindakan")))


def tokens_table(tokens: Sequence[Token], revoke_url: Callable[[Token], str]) -> Table | None:
    """None where there is no token."""
    if not tokens:
        return None
    rows = tuple(TableRow((*_cells(one), Cell("Cabut", url=revoke_url(one)))) for one in tokens)
    return Table(caption="Daftar token", columns=COLUMNS, rows=rows)


def revoking(token: Token, back: str) -> Confirm:
    """The question before an admin revokes that of somebody else."""
    return Confirm(
        title=f"Cabut token {token.nama}?",
        consequence="Program yang memakainya tidak dapat masuk lagi. Pemiliknya diberi tahu.",
        facts=(Fact("Awal token", f"{token.prefix}..."), Fact("Terakhir dipakai", _last_use(token))),
        confirm_text="Cabut token",
        back_url=back,
        kind="bahaya",
    )


def _cells(one: Token) -> tuple[Cell, ...]:
    return (
        Cell(one.nama, detail=f"{one.prefix}..."),
        Cell(one.get_scope_display()),
        Cell(formats.full_date(local_date(one.expires_at))),
        Cell(_last_use(one)),
    )


def _last_use(one: Token) -> str:
    used = one.last_used_at
    return formats.full_datetime(used.astimezone(ZONE)) if used else "Belum pernah"
