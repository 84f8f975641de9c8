"""Revisions, the rows of a draft, and the permintaan that another text would concern, as tables."""

from collections.abc import Mapping
from datetime import datetime

from django.urls import reverse

from loket.application.office.sop_concern import SHOWN, Concern, Concerned
from loket.core.sop import Sop
from loket.core.sop_difference import RowChange
from loket.core.zone import ZONE
from loket.models.sop_revision import SopRevision
from loket.queries.sop_in_force import Released, Standing
from loket.web import formats
from loket.web.components.badges import Badge
from loket.web.components.feedback import Banner
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.step_links import permintaan_url

BADGES = {
    Standing.BERLAKU: Badge(text="Berlaku", kind="beres", icon="circle-check"),
    Standing.AKAN_BERLAKU: Badge(text="Akan berlaku", kind="nila", icon="calendar-clock"),
    Standing.DICABUT: Badge(text="Dicabut", icon="history"),
}


def revisions_table(
    revisions: tuple[Released, ...], rows: Mapping[int, SopRevision], running: Mapping[int, int]
) -> Table:
    names = ("Keputusan", "Berlaku", "Ditetapkan oleh")
    columns = (
        *(Column("Revisi"), Column("Keadaan", narrow=True)),
        *map(Column, names),
        Column("Permintaan berjalan", numeric=True),
    )
    return Table(
        caption="Daftar revisi SOP",
        columns=columns,
        rows=tuple(TableRow(_revision(one, rows[one.id], running.get(one.id, 0))) for one in revisions),
    )


def _revision(one: Released, row: SopRevision, running: int) -> tuple[Cell, ...]:
    decided = one.tanggal_penetapan
    return (
        Cell(
            f"Revisi\N{NO-BREAK SPACE}{one.revisi}",
            url=f"{reverse('sop', args=[row.nomor])}?revisi={one.revisi}",
        ),
        Cell(badge=BADGES[one.standing]),
        Cell(
            one.keputusan or "Belum ditetapkan dengan keputusan",
            detail=f"Ditetapkan {formats.plain_date(decided)}" if decided else "",
        ),
        Cell(period(one)),
        Cell(row.released_by.nama if row.released_by else "Bawaan Loket"),
        Cell(formats.number(running)),
    )


def period(one: Released) -> str:
    """Since when it is in force, and what takes its place when."""
    first = formats.plain_date(one.tanggal_berlaku) if one.tanggal_berlaku else ""
    if one.standing is Standing.AKAN_BERLAKU:
        return f"Mulai {first}"
    if first and one.until == one.tanggal_berlaku:
        return f"Diganti sebelum dipakai, {first}"
    verb = "diganti" if one.standing is Standing.DICABUT else "akan diganti"
    then = f", {verb} {formats.plain_date(one.until)}" if one.until else ""
    return f"Sejak {first}{then}" if first else f"Tanpa tanggal berlaku{then}"


def draft_table(sop: Sop, changes: list[RowChange]) -> Table:
    """Every row of the draft with what is changed in it; the row itself opens its form."""
    said = {change.step.key if change.step else "": _fields(change) for change in changes}
    around = (
        Cell("Naskah di luar tabel", url=reverse("draf_sop_naskah"), detail="Ringkasan sampai pencatatan"),
        Cell("-"),
        Cell("-"),
        _changed(said.get("", "")),
    )
    rows = [
        (
            Cell(
                f"{step.ke}. {step.nama}",
                url=reverse("draf_sop_langkah", args=[step.key]),
                detail=step.kegiatan,
            ),
            Cell(", ".join(role.label for role in step.pelaksana)),
            Cell(step.standard.text),
            _changed(said.get(step.key, "")),
        )
        for step in sop.steps.values()
    ]
    columns = tuple(map(Column, ("Langkah", "Pelaksana", "Waktu baku", "Perubahan")))
    return Table(
        caption="Isi rancangan", columns=columns, rows=tuple(map(TableRow, [*rows, around])), dense=True
    )


def _changed(fields: str) -> Cell:
    return (
        Cell(badge=Badge(text="Diubah", kind="segera", icon="pencil"), detail=fields)
        if fields
        else Cell("Tetap")
    )


def _fields(change: RowChange) -> str:
    return ", ".join(field.label for field in change.fields)


def concern_banner(concern: Concern, revisi: int) -> Banner:
    running = formats.number(concern.running)
    if not concern.count:
        text = f"{running} permintaan yang berjalan sudah diperiksa, dan semuanya tetap pada revisinya."
        return Banner(title="Tidak ada permintaan berjalan yang batasnya akan lain", text=text, kind="beres")
    more = f" Yang ditampilkan {SHOWN} yang paling mendesak." if concern.count > SHOWN else ""
    return Banner(
        title=f"{formats.number(concern.count)} dari {running} permintaan berjalan akan mempunyai batas lain"
        f" menurut revisi {revisi}",
        text=f"Semuanya tetap pada revisi saat diterima. Batas dan pelaksananya tidak berubah.{more}",
    )


def concern_table(concern: Concern, *, with_links: bool) -> Table | None:
    """Numbers, steps and dates only: an admin sees nothing else of a permintaan."""
    if not concern.first:
        return None
    names = (
        "Nomor",
        "Tetap pada",
        "Langkah",
        "Batas sekarang",
        "Menurut rancangan",
        "Langkah nanti yang berbeda",
    )
    return Table(
        caption="Permintaan berjalan yang batasnya akan lain",
        columns=tuple(map(Column, names)),
        rows=tuple(TableRow(_concerned(one, with_links=with_links)) for one in concern.first),
        dense=True,
    )


def _concerned(one: Concerned, *, with_links: bool) -> tuple[Cell, ...]:
    same = one.due_at == one.would_be
    return (
        Cell(one.nomor, url=permintaan_url(one.nomor) if with_links else ""),
        Cell(f"Revisi {one.revisi}"),
        Cell(f"{one.step.ke}. {one.step.nama}"),
        Cell(_moment(one.due_at)),
        Cell("Sama" if same else _moment(one.would_be)),
        Cell(", ".join(f"{step.ke}. {step.nama}" for step in one.later) or "Sama"),
    )


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return "Belum dihitung"
    local = moment.astimezone(ZONE)
    return f"{formats.plain_date(local.date())}, {formats.clock(local)}"
