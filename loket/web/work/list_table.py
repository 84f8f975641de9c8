"""The list as a table; on a phone every row is a card."""

from collections.abc import Iterable
from datetime import datetime

from loket.core.calendar import Calendar
from loket.core.facts import Status
from loket.core.priority import Level
from loket.core.role import Role
from loket.core.zone import ZONE
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of
from loket.web import formats
from loket.web.components.badges import Badge, DueLabel
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.step_links import permintaan_url
from loket.web.steps.wording import role_names
from loket.web.work.deadlines import NO_LIMIT, short_label
from loket.web.work.waiting import waiting_text

URGENT = Badge(text=Level.MENDESAK.label, kind="nila", icon="chevrons-up")
"""Only what is worked on first stands out; red is kept for what is late."""


def table_of(rows: Iterable[Permintaan], calendar: Calendar, now: datetime, *, with_opd: bool) -> Table:
    """The column of the agency is left out for people who have only one."""
    columns = [Column("Permintaan"), Column("OPD"), Column("Langkah"), Column("Prioritas"), Column("Batas")]
    lines = [_cells(row, calendar, now) for row in rows]
    if not with_opd:
        del columns[1]
        lines = [(first, *rest) for first, _, *rest in lines]
    return Table(
        caption="Daftar permintaan",
        columns=tuple(columns),
        rows=tuple(TableRow(tuple(cells)) for cells in lines),
    )


def _cells(row: Permintaan, calendar: Calendar, now: datetime) -> tuple[Cell, ...]:
    return (
        Cell(row.nama_aplikasi, url=permintaan_url(row.nomor), detail=row.nomor),
        Cell(row.opd.singkatan),
        _step(row),
        _priority(row),
        Cell(due=due_of_row(row, calendar, now)),
    )


def _step(row: Permintaan) -> Cell:
    sop = rules_of(row.sop_revision_id)
    if row.at_step not in sop.steps:
        return Cell("Selesai", detail=f"{len(sop.steps)} langkah")
    step = sop.step(row.at_step)
    turn = role_names(Role(role) for role in row.turn) if row.turn else ""
    return Cell(f"{step.ke}. {step.nama}", detail=turn)


def _priority(row: Permintaan) -> Cell:
    if not row.priority:
        return Cell("Belum ada")
    return Cell(badge=URGENT) if row.priority == Level.MENDESAK else Cell(row.priority_label)


def due_of_row(row: Permintaan, calendar: Calendar, now: datetime) -> DueLabel:
    """How long it has, or how it ended."""
    status = Status(row.status)
    if not status.is_open:
        ended = row.ended_at.astimezone(ZONE).date() if row.ended_at else None
        return DueLabel("beres", status.label, formats.short_date(ended) if ended else "")
    if status is Status.MENUNGGU:
        how, what = waiting_text(row)
        return DueLabel("tunggu", how, formats.capital(what))
    return short_label(row.due_at, calendar, now) or DueLabel("aman", NO_LIMIT)
