"""What is in sight of a book, as a file: the whole selection in the order of the book, up to a sane length."""

from dataclasses import astuple
from datetime import datetime
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpResponse

from loket.application.naskah.books import book_in, book_out
from loket.core.actor import Actor
from loket.documents import BarisNaskah, BarisSurat
from loket.queries.keyset import BY_KEY, Order
from loket.queries.register import BY_ISSUE, letters_in, letters_out
from loket.queries.requests import agencies
from loket.web import formats
from loket.web.register import sheets
from loket.web.register.filters import Book, Look, active, book_title
from loket.web.register.lines import line_in, line_out
from loket.web.serving import as_attachment

M = TypeVar("M", bound=Model)

MOST = {"xlsx": 5000, "csv": 5000, "pdf": 1000}
"""Lines by format: a book of several years; on paper 50 pages."""
HEADS = {
    Book.KELUAR: (*("No. urut", "Tanggal", "Nomor", "Jenis", "Tujuan", "Hal", "Penanda tangan", "Keadaan"),),
    Book.MASUK: (
        *("No. agenda", "Tanggal terima", "Asal", "Nomor surat", "Tanggal surat", "Hal", "Sifat"),
        *("Diteruskan kepada", "Permintaan"),
    ),
}


def exported(look: Look, actor: Actor, form: str, now: datetime) -> HttpResponse:
    lines, is_all = _lines(look, actor, MOST[form])
    note = "" if is_all else _note(MOST[form])
    title, rows = book_title(look), [astuple(line) for line in lines]
    name = f"{title}.{form}"
    if form == "pdf":
        return as_attachment(_paper(look, lines, note, now), name)
    if form == "csv":
        return as_attachment(sheets.as_csv(HEADS[look.book], rows, note=note), name, sheets.CSV)
    content = sheets.xlsx(title, HEADS[look.book], rows, note=note, now=now)
    return as_attachment(content, name, sheets.XLSX)


def _lines(look: Look, actor: Actor, most: int) -> tuple[tuple[BarisNaskah | BarisSurat, ...], bool]:
    """The newest `most` of them, the oldest first as in a book, and whether these are all."""
    if look.book is Book.KELUAR:
        out, is_all = _newest(letters_out(actor, look.wanted, agencies()), BY_ISSUE, most)
        return tuple(map(line_out, out)), is_all
    came, is_all = _newest(letters_in(actor, look.wanted, agencies()), BY_KEY, most)
    return tuple(map(line_in, came)), is_all


def _newest(found: QuerySet[M], order: Order, most: int) -> tuple[list[M], bool]:
    rows = list(found.order_by(*order.newest_first)[: most + 1])
    return rows[:most][::-1], len(rows) <= most


def _note(most: int) -> str:
    return (
        f"Hanya {formats.number(most)} baris terbaru yang dimuat."
        " Pilih tahun atau bulan supaya seluruh baris termuat."
    )


def _paper(look: Look, lines: tuple[BarisNaskah | BarisSurat, ...], note: str, now: datetime) -> bytes:
    chosen = "; ".join(one.text for one in active(look))
    told = ". ".join(part for part in (chosen, note) if part)
    title = book_title(look)
    out = tuple(line for line in lines if isinstance(line, BarisNaskah))
    if look.book is Book.KELUAR:
        return book_out(out, judul=title, saringan=told, now=now)
    came = tuple(line for line in lines if isinstance(line, BarisSurat))
    return book_in(came, judul=title, saringan=told, now=now)
