"""Which rows stand on which page: page breaks are chosen here, so that their connectors can be drawn."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from loket.documents.sop_document import Baris, Sel
from loket.documents.sop_sheet import LEAST_HEIGHT, STRIP

Heights = Sequence[Sequence[float]]
_FILL = 0.9  # of a page, by length; lines do not break evenly


@dataclass(frozen=True, slots=True)
class Potongan:
    """A row, or a part of one that is higher than a page; only the first part has the number and the symbol."""

    row: int
    baris: Baris
    height: float


@dataclass(frozen=True, slots=True)
class Petak:
    """A row where it stands: `top` and `height` of its text, and of all its cells where a connector adds to them."""

    potongan: Potongan
    top: float
    above: float
    below: float

    @property
    def middle(self) -> float:
        return self.top + self.potongan.height / 2

    @property
    def full_height(self) -> float:
        return self.above + self.potongan.height + self.below


@dataclass(frozen=True, slots=True)
class Halaman:
    petak: tuple[Petak, ...]

    @property
    def height(self) -> float:
        return sum(petak.full_height for petak in self.petak)


def pieces_of(
    rows: Sequence[Baris], measure: Callable[[Sequence[Baris]], Heights], *, room: float
) -> list[Potongan]:
    """Measure the rows, and take those apart that no page can hold."""
    pieces = list(enumerate(rows))
    while True:
        heights = measure([row for _, row in pieces])
        if all(max(cells) <= room for cells in heights):
            return [_piece(at, row, cells) for (at, row), cells in zip(pieces, heights, strict=True)]
        pieces = [
            (at, part)
            for (at, row), cells in zip(pieces, heights, strict=True)
            for part in (_parts(row, cells, room) if max(cells) > room else [row])
        ]


def paginate(pieces: Sequence[Potongan], *, first: float, other: float) -> tuple[Halaman, ...]:
    """As many rows on each page as it holds, with room for the connectors to the pages before and after.

    A last page with a single row takes the row before it too, where it holds both.
    """
    pages: list[list[Potongan]] = [[]]
    used, room = 0.0, first
    for piece in pieces:
        below = 0.0 if piece is pieces[-1] else STRIP
        if pages[-1] and used + piece.height + below > room:
            pages.append([])
            used, room = STRIP, other
        pages[-1].append(piece)
        used += piece.height
    if len(pages) > 1 and _may_take_one(pages[-2], pages[-1], room=other):
        pages[-1].insert(0, pages[-2].pop())
    return tuple(
        _page(page, has_before=page is not pages[0], has_after=page is not pages[-1]) for page in pages
    )


def _may_take_one(before: Sequence[Potongan], last: Sequence[Potongan], *, room: float) -> bool:
    """Whether the last page has one row, and room for another that does not leave the page before it empty."""
    if len(last) > 1 or len(before) == 1:
        return False
    return STRIP + before[-1].height + last[0].height <= room


def _page(pieces: Sequence[Potongan], *, has_before: bool, has_after: bool) -> Halaman:
    top, placed = 0.0, []
    for piece in pieces:
        above = STRIP if has_before and piece is pieces[0] else 0.0
        below = STRIP if has_after and piece is pieces[-1] else 0.0
        placed.append(Petak(piece, top + above, above, below))
        top += above + piece.height + below
    return Halaman(tuple(placed))


def _piece(at: int, row: Baris, cells: Sequence[float]) -> Potongan:
    least = LEAST_HEIGHT[row.simbol] if row.lajur else 0.0
    return Potongan(at, row, max(least, *cells))


def _parts(row: Baris, cells: Sequence[float], room: float) -> list[Baris]:
    texts = [
        _cut(text, math.ceil(height / (room * _FILL)) if height > room else 1)
        for text, height in zip(row.sel, cells, strict=True)
    ]
    rows = [Sel(*sel) for sel in zip_longest(*texts, fillvalue="")]
    first, *others = rows
    return [replace(row, sel=first), *(replace(row, sel=sel, no="", lajur=()) for sel in others)]


def _cut(text: str, parts: int) -> list[str]:
    """About equal parts, cut at a space or at the end of a line where there is one near."""
    size, found = math.ceil(len(text) / parts), []
    while len(text) > size:
        at = max(text.rfind(" ", size // 2, size + 1), text.rfind("\n", size // 2, size + 1))
        at = size if at < 0 else at
        found.append(text[:at])
        text = text[at:].lstrip(" \n")
    return [*found, text]
