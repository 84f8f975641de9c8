"""Steps 7 to 9: the checklist as it was handed in last, and what the decisions have closed since."""

from collections.abc import Mapping

from django.urls import reverse

from loket.application.data import present
from loket.models.periksa import ButirPeriksa
from loket.models.permintaan import Permintaan
from loket.queries.step_rows import checked_items
from loket.sop.related import Butir, checklist_of
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.step_recorded.section import Section

Status = ButirPeriksa.Status
_COLUMNS = (Column("Butir"), Column("Status"), Column("Bukti atau alasan"))


def checklist(permintaan: Permintaan, step: str) -> tuple[Section, ...]:
    """None while nothing was handed in."""
    sop = present(checklist_of(step))
    codes = [butir.kode for butir in sop.butir]
    kept = {row.kode: row for row in checked_items(permintaan, codes)}
    if not kept:
        return ()
    title = f"Daftar periksa {sop.nomor}"
    rows = tuple(_row(butir, kept[butir.kode]) for butir in sop.butir if butir.kode in kept)
    return (
        Section(
            title=title,
            fold=_counted(kept),
            table=Table(caption=title, columns=_COLUMNS, rows=rows, dense=True),
            link_text="Buka SOP",
            link_url=reverse("sop", args=[sop.nomor]),
        ),
    )


def _counted(kept: Mapping[str, ButirPeriksa]) -> str:
    statuses = [row.status for row in kept.values()]
    done, without = statuses.count(Status.SELESAI), statuses.count(Status.TIDAK_BERLAKU)
    told = f"{done} dari {len(statuses)} butir selesai"
    return f"{told}, {without} tidak berlaku" if without else told


def _row(butir: Butir, row: ButirPeriksa) -> TableRow:
    return TableRow(
        (
            Cell(f"{butir.kode} {butir.kegiatan}", detail="Wajib" if butir.wajib else ""),
            Cell(row.get_status_display()),
            Cell(row.keterangan),
        )
    )
