"""The books as tables; on a phone every line is a card."""

from collections.abc import Iterable
from datetime import date

from loket.models.naskah import Naskah
from loket.models.surat import Surat
from loket.web import formats
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.naskah.rows import naskah_url, state_badge
from loket.web.register.lines import line_in, line_out, passed_by, signer_of
from loket.web.step_links import permintaan_url

OUT = ("Nomor", "Tanggal", "Jenis", "Hal dan tujuan", "Penanda tangan", "Keadaan")
IN = ("Agenda", "Diterima", "Asal", "Nomor surat", "Hal", "Sifat", "Diteruskan kepada")


def table_out(rows: Iterable[Naskah]) -> Table:
    return _table("Buku agenda surat keluar", OUT, map(_out, rows))


def table_in(rows: Iterable[Surat]) -> Table:
    return _table("Buku agenda surat masuk", IN, map(_in, rows))


def _table(caption: str, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
    narrow = {"Tanggal", "Diterima", "Keadaan"}
    return Table(
        caption=caption,
        columns=tuple(Column(name, narrow=name in narrow) for name in columns),
        rows=tuple(map(TableRow, rows)),
    )


def _out(naskah: Naskah) -> tuple[Cell, ...]:
    line, signer = line_out(naskah), signer_of(naskah)
    return (
        Cell(line.nomor, url=naskah_url(naskah.pk), detail=f"No. urut {line.urut}"),
        Cell(_day(line.tanggal)),
        Cell(line.jenis),
        Cell(line.hal, detail=f"Kepada {line.tujuan}" if line.tujuan else ""),
        Cell(line.penanda_tangan, detail=", ".join(signer.jabatan) if signer else ""),
        Cell(badge=state_badge(naskah)),
    )


def _in(first: Surat) -> tuple[Cell, ...]:
    line = line_in(first)
    return (
        Cell(line.agenda, url=permintaan_url(line.permintaan)),
        Cell(_day(line.diterima)),
        Cell(line.asal),
        Cell(line.nomor, detail=_day(line.tanggal)),
        Cell(line.hal, detail=line.permintaan),
        Cell(line.sifat or "Belum didisposisikan"),
        Cell(line.diteruskan, detail=f"Oleh {passed_by(first)}" if line.diteruskan else ""),
    )


def _day(day: date | None) -> str:
    return f"{day.day} {formats.SHORT_MONTHS[day.month - 1]} {day.year}" if day else ""
