"""The flowchart of an SOP on its pages: lines at right angles, arrow heads, exits of decisions, page connectors."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from loket.documents.sop_document import Alur, Baris
from loket.documents.sop_pages import Halaman, Petak
from loket.documents.sop_sheet import CONNECTOR, MARGIN, STRIP, Lembar, Sisi

_WORD_HEIGHT = 5.0  # of a capital letter at 7pt
_FROM_CORNER = (5.5, 7.5)
"""How far a word begins inside a decision's side corner, and stands above or below its exit: clear of the slope,
and still in the column."""
_FROM_FOOT = (3.0, 1.0)
"""The same for the word beside the line that leaves a decision at its foot."""

Titik = tuple[float, float]
Way = tuple[int, Sisi]
"""A way beside the symbols, by the row that it leads to and the side on which it runs."""


@dataclass(frozen=True, slots=True)
class Garis:
    """A line through its points; with `panah` its last point is an arrow's."""

    titik: tuple[Titik, ...]
    panah: bool = False


@dataclass(frozen=True, slots=True)
class Segilima:
    """A page connector; (x, y) is the middle of its upper edge."""

    x: float
    y: float
    huruf: str


@dataclass(frozen=True, slots=True)
class Tanda:
    """The word at an exit of a decision; `rata` says whether it begins, or ends, at x."""

    x: float
    y: float
    kata: str
    rata: str


@dataclass(frozen=True, slots=True)
class Gambar:
    """What is drawn on one page, from the upper left corner of the first row."""

    garis: list[Garis] = field(default_factory=list)
    segilima: list[Segilima] = field(default_factory=list)
    tanda: list[Tanda] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bagan:
    """The rows on their pages, and the sheet that they stand on."""

    rows: Sequence[Baris]
    pages: Sequence[Halaman]
    lembar: Lembar

    def page_of(self, row: int) -> int:
        return next(at for at, page in enumerate(self.pages) if self._first(page, row))

    def place(self, row: int) -> Petak:
        return next(found for page in self.pages if (found := self._first(page, row)))

    def x(self, row: int) -> float:
        """The middle of the symbol through which the flow passes."""
        return self.lembar.center(self.rows[row].lajur[0])

    def half_height(self, row: int) -> float:
        return self.lembar.size(self.rows[row].simbol)[1] / 2

    def half_width(self, row: int) -> float:
        return self.lembar.size(self.rows[row].simbol)[0] / 2

    @staticmethod
    def _first(page: Halaman, row: int) -> Petak | None:
        return next((one for one in page.petak if one.potongan.row == row and one.potongan.baris.lajur), None)


def is_beside(alur: Alur) -> bool:
    """Whether a way runs beside the symbols: all but those to the next row."""
    return alur.ke != alur.dari + 1


def ways_beside(rows: Sequence[Baris], ways: Sequence[Alur], lembar: Lembar) -> dict[Way, int]:
    """The track of each way beside the symbols: ways to one row share it, others that overlap do not."""
    spans: dict[Way, tuple[int, int]] = {}
    for alur in filter(is_beside, ways):
        way = way_of(alur, rows, lembar)
        low, high = spans.get(way, (alur.ke, alur.ke))
        spans[way] = (min(low, alur.dari), max(high, alur.dari))
    tracks: dict[Way, int] = {}
    for way in sorted(spans, key=lambda one: (spans[one][1] - spans[one][0], spans[one])):
        taken = {
            track
            for other, track in tracks.items()
            if other[1] is way[1] and spans[other][0] <= spans[way][1] and spans[way][0] <= spans[other][1]
        }
        tracks[way] = next(number for number in range(len(spans)) if number not in taken)
    return tracks


def way_of(alur: Alur, rows: Sequence[Baris], lembar: Lembar) -> Way:
    return alur.ke, lembar.side_of(rows[alur.dari].lajur[0])


def draw(bagan: Bagan, ways: Sequence[Alur], tracks: dict[Way, int]) -> list[Gambar]:
    """Everything between the symbols, page by page."""
    drawn = [Gambar() for _ in bagan.pages]
    _join_performers(bagan, drawn)
    cut: list[tuple[int, float, float]] = []
    for alur in ways:
        if is_beside(alur):
            _exit_beside(bagan, alur, tracks, drawn)
        else:
            cut += _to_next_row(bagan, alur, drawn)
    for way, track in tracks.items():
        cut += _along_track(
            bagan,
            way,
            track,
            [alur.dari for alur in ways if is_beside(alur) and way_of(alur, bagan.rows, bagan.lembar) == way],
            drawn,
        )
    for number, (page, x_before, x_after) in enumerate(sorted(cut)):
        huruf = letter(number)
        drawn[page].segilima.append(Segilima(x_before, _foot(bagan.pages[page]), huruf))
        drawn[page + 1].segilima.append(Segilima(x_after, MARGIN, huruf))
    return drawn


def letter(number: int) -> str:
    """A to Z, then AA and on."""
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _join_performers(bagan: Bagan, drawn: Sequence[Gambar]) -> None:
    """The symbols of a row with several performers are one activity: a line joins them."""
    for row, baris in enumerate(bagan.rows):
        lanes, middle, half = sorted(baris.lajur), bagan.place(row).middle, bagan.half_width(row)
        for left, right in pairwise(lanes):
            ends = (bagan.lembar.center(left) + half, middle), (bagan.lembar.center(right) - half, middle)
            drawn[bagan.page_of(row)].garis.append(Garis(ends))


def _to_next_row(bagan: Bagan, alur: Alur, drawn: Sequence[Gambar]) -> Iterator[tuple[int, float, float]]:
    """Down from symbol to symbol; yields where a page ends in between, with the x before and after."""
    start, end = bagan.page_of(alur.dari), bagan.page_of(alur.ke)
    x, to_x = bagan.x(alur.dari), bagan.x(alur.ke)
    out = bagan.place(alur.dari).middle + bagan.half_height(alur.dari)
    into = bagan.place(alur.ke).middle - bagan.half_height(alur.ke)
    if alur.label:
        drawn[start].tanda.append(_word_at_foot(bagan, alur, x, out))
    if start == end:
        turn = bagan.place(alur.ke).top - MARGIN - 1
        across = ((x, turn), (to_x, turn)) if x != to_x else ()
        drawn[start].garis.append(Garis(((x, out), *across, (to_x, into)), panah=True))
        return
    drawn[start].garis.append(Garis(((x, out), (x, _foot(bagan.pages[start])))))
    for page in range(start + 1, end):
        drawn[page].garis.append(Garis(((x, _head()), (x, _foot(bagan.pages[page])))))
    drawn[end].garis.append(Garis(((to_x, _head()), (to_x, into)), panah=True))
    for page in range(start, end):
        yield page, x, to_x if page + 1 == end else x


def _exit_beside(bagan: Bagan, alur: Alur, tracks: dict[Way, int], drawn: Sequence[Gambar]) -> None:
    """From the side of a decision to the track; the word of a way back stands above it, of a way on below."""
    way = way_of(alur, bagan.rows, bagan.lembar)
    sign = -1 if way[1] is Sisi.KIRI else 1
    x = bagan.x(alur.dari) + sign * bagan.half_width(alur.dari)
    y = bagan.place(alur.dari).middle
    page = drawn[bagan.page_of(alur.dari)]
    page.garis.append(Garis(((x, y), (bagan.lembar.track(way[1], tracks[way]), y))))
    inward, away = _FROM_CORNER
    above = alur.ke <= alur.dari
    rata = "kanan" if sign < 0 else "kiri"
    upper = y - away - _WORD_HEIGHT if above else y + away
    page.tanda.append(Tanda(x - sign * inward, upper, alur.label, rata))


def _word_at_foot(bagan: Bagan, alur: Alur, x: float, y: float) -> Tanda:
    """On the side to which no exit leads."""
    away, below = _FROM_FOOT
    if bagan.lembar.side_of(bagan.rows[alur.dari].lajur[0]) is Sisi.KIRI:
        return Tanda(x + away, y + below, alur.label, "kiri")
    return Tanda(x - away, y + below, alur.label, "kanan")


def _along_track(
    bagan: Bagan, way: Way, track: int, sources: Sequence[int], drawn: Sequence[Gambar]
) -> Iterator[tuple[int, float, float]]:
    """Along the symbols and into the row that the way leads to; yields the page ends that it crosses."""
    row, side = way
    x, entry = bagan.lembar.track(side, track), bagan.place(row).middle
    sign = -1 if side is Sisi.KIRI else 1
    symbol = bagan.lembar.center(bagan.lembar.outermost(bagan.rows[row].lajur, side))
    into = Garis(((x, entry), (symbol + sign * bagan.half_width(row), entry)), panah=True)
    drawn[bagan.page_of(row)].garis.append(into)
    stops = sorted((bagan.page_of(one), bagan.place(one).middle) for one in (row, *sources))
    (first, top), (last, bottom) = stops[0], stops[-1]
    for page in range(first, last + 1):
        begin = top if page == first else _head()
        finish = bottom if page == last else _foot(bagan.pages[page])
        drawn[page].garis.append(Garis(((x, begin), (x, finish))))
    for page in range(first, last):
        yield page, x, x


def _head() -> float:
    return MARGIN + CONNECTOR


def _foot(page: Halaman) -> float:
    """Where the connectors at the end of a page begin."""
    return page.height - STRIP + MARGIN
