"""An SOP as its official PDF: measured, divided into pages, drawn, set."""

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, cast

from loket.core.sop import Sop
from loket.core.zone import midnight
from loket.documents.plain import drawn, one_line, plain
from loket.documents.rendering import Frozen, measured, render_frozen
from loket.documents.sop_document import Baris, Naskah, Sel, SopDocument
from loket.documents.sop_flow import Bagan, Gambar, draw, ways_beside
from loket.documents.sop_pages import Halaman, Heights, Petak, paginate, pieces_of
from loket.documents.sop_printed import printed
from loket.documents.sop_sheet import (
    BOTTOM,
    CONNECTOR,
    HEIGHT,
    INNER_HEIGHT,
    SIDE,
    STRIP,
    TOP,
    WIDTH,
    Lembar,
    Sisi,
)

_SLACK = 1.0  # heights are measured to a fraction of a point
_NO_DATE = dt.date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Tata:
    """The document laid out: what is printed where."""

    document: SopDocument
    lembar: Lembar
    title_height: float
    header_height: float
    pages: tuple[Halaman, ...]
    drawn: tuple[Gambar, ...]


def sop_pdf(sop: Sop, naskah: Naskah = Naskah.ASLI, *, with_nip: bool = True) -> bytes:
    """The official PDF of an SOP; without `with_nip` its signer's NIP is left out."""
    return document_pdf(printed(sop, naskah, with_nip=with_nip), dated=newest_date(sop))


def document_pdf(document: SopDocument, *, dated: dt.date) -> bytes:
    """The PDF bears the date of what it prints, so a revision is the same bytes wherever it is printed."""
    frozen = Frozen(template="sop.typ", data=_data(laid_out(document)))
    return render_frozen(frozen, made_at=midnight(dated))


def newest_date(sop: Sop) -> dt.date:
    """The last date that the document bears."""
    days = [sop.document.get(f"tanggal_{name}") for name in ("pembuatan", "revisi", "berlaku")]
    return max((day for day in days if day), default=_NO_DATE)


def laid_out(document: SopDocument) -> Tata:
    """Measure the rows, choose the page breaks, and draw what runs between the symbols."""
    document = _drawable(document)
    rows, ways, lanes = document.baris, document.alur, len(document.lajur)
    tracks = ways_beside(rows, ways, Lembar(lanes))
    lembar = Lembar(lanes, _tracks_on_each_side(tracks))
    sizes = _measure(document, lembar, ())
    other = INNER_HEIGHT - sizes["kepala"] - _SLACK
    pieces = pieces_of(rows, _measuring(document, lembar), room=other - 2 * STRIP)
    pages = paginate(pieces, first=other - sizes["judul"], other=other)
    gambar = draw(Bagan(rows, pages, lembar), ways, tracks)
    return Tata(document, lembar, sizes["judul"], sizes["kepala"], pages, tuple(gambar))


def _tracks_on_each_side(tracks: dict[tuple[int, Sisi], int]) -> tuple[int, int]:
    left, right = (
        max((track + 1 for (_, one), track in tracks.items() if one is side), default=0) for side in Sisi
    )
    return left, right


def _measure(document: SopDocument, lembar: Lembar, rows: Sequence[Baris]) -> Any:
    asked = _common(document, lembar) | {"baris": [row.sel for row in rows]}
    return measured(Frozen(template="sop_ukur.typ", data=json.dumps(asked)))


def _measuring(document: SopDocument, lembar: Lembar) -> Callable[[Sequence[Baris]], Heights]:
    return lambda rows: cast("Heights", _measure(document, lembar, rows)["baris"])


def _data(tata: Tata) -> str:
    paper = {"lebar": WIDTH, "tinggi": HEIGHT, "sisi": SIDE, "atas": TOP, "bawah": BOTTOM}
    pages = [
        {"petak": [_row(one, tata.lembar) for one in page.petak], "gambar": asdict(gambar)}
        for page, gambar in zip(tata.pages, tata.drawn, strict=True)
    ]
    return json.dumps(
        _common(tata.document, tata.lembar)
        | {"kertas": paper, "kepala": tata.header_height, "segilima": CONNECTOR, "halaman": pages}
    )


def _common(document: SopDocument, lembar: Lembar) -> dict[str, Any]:
    title = (
        one_line(f"{document.nomor} {document.nama}") or "SOP"
    )  # PDF/UA refuses a document without a title
    return {"judul": title, "dokumen": plain(document), "lebar": lembar.widths}


def _row(petak: Petak, lembar: Lembar) -> dict[str, Any]:
    """A row as the template sets it; its symbols are placed from the corner of their own cells."""
    baris = petak.potongan.baris
    width, height = lembar.size(baris.simbol)
    top = petak.above + petak.potongan.height / 2 - height / 2
    symbols = [
        {
            "lajur": lane,
            "bentuk": baris.simbol,
            "x": lembar.center(lane) - width / 2 - lembar.edges[2 + lane],
            "y": top,
            "lebar": width,
            "tinggi": height,
        }
        for lane in baris.lajur
    ]
    return {
        "no": baris.no,
        "sel": baris.sel,
        "atas": petak.above,
        "tinggi": petak.full_height,
        "simbol": symbols,
    }


def _drawable(document: SopDocument) -> SopDocument:
    """Rows are cut by length, so what cannot be drawn leaves them before that."""
    rows = [replace(row, sel=Sel(*map(drawn, row.sel))) for row in document.baris]
    return replace(document, baris=tuple(rows))
