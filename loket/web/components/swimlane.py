"""The SOP's flowchart as a table: which cell holds a symbol, and which connector lines cross it.

The lines are background gradients switched on by seven classes, so they print and fit any row height:
va, vb  upright from the middle to the top, to the bottom
bk, bn  along the bottom edge from the middle to the left, to the right; bp all of it
tk, tn  through the middle to the left, to the right
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from loket.web.components.charts import LoadBar
from loket.web.components.kinds import Kind
from loket.web.components.registry import component

State = Literal["", "sudah", "kini"]

LANES = ("opd", "sistem_analis", "programmer", "kepala_seksi", "kepala_dinas")
LANE_NAMES = ("OPD", "Sistem Analis", "Programmer", "Kepala Seksi", "Kadis dan Kabid")
LANE_HEADINGS = ("OPD", "Sistem Analis", "Program\u00admer", "Kepala Seksi", "Kadis dan Kabid")
LANE_INITIALS = ("OPD", "SA", "PR", "KS", "KD")

_STATE_WORDS = {"": "belum mulai", "sudah": "selesai", "kini": "sedang berjalan"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell to the right of the lanes; `label` is its heading, shown on a phone.

    `extra` stands behind the text ("(+12)"), `alert` below it in red ("1 lewat"), `detail` below that in grey.
    """

    text: str
    label: str
    strong: bool = False
    detail: str = ""
    tone: Literal["", "redup"] | Kind = "redup"
    url: str = ""
    icon: str = ""
    live: bool = False
    bar: LoadBar | None = None
    extra: str = ""
    alert: str = ""

    @property
    def classes(self) -> str:
        if not self.text:
            return "kosong halus"
        tone = self.tone if self.tone in {"", "redup"} else f"{self.tone}-t"
        return " ".join(name for name in ("hidup" if self.live else "", tone) if name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One step. The flow enters and leaves through the first of `lanes`; the others take part."""

    ke: int
    kegiatan: str
    lanes: tuple[str, ...]
    is_start: bool = False
    is_end: bool = False
    state: State = ""
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class LaneCell:
    classes: str
    performer: str = ""
    shape: str = ""
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading right of the lanes; live columns are left out on paper."""

    text: str
    live: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    row: Row
    lanes: tuple[LaneCell, ...]
    words: str


@component("swimlane")
class Swimlane:
    rows: tuple[Drawn, ...]
    columns: tuple[str, ...] = ()
    live: bool = True
    overdue: bool = False
    group: str = ""
    group_span: int = 0
    caption: str = "Alur langkah SOP"

    @property
    def lane_headings(self) -> tuple[str, ...]:
        return LANE_HEADINGS

    @property
    def lane_initials(self) -> tuple[str, ...]:
        return LANE_INITIALS

    @property
    def headings(self) -> tuple[Heading, ...]:
        live = {cell.label for drawn in self.rows for cell in drawn.row.cells if cell.live}
        return tuple(Heading(text, text in live) for text in self.columns)

    @property
    def grouped_headings(self) -> tuple[Heading, ...]:
        return self.headings[: self.group_span]

    @property
    def other_headings(self) -> tuple[Heading, ...]:
        return self.headings[self.group_span :]


@component("symbols")
class Symbols:
    """The five symbols of an SOP's flowchart."""


def draw(
    rows: Sequence[Row],
    *,
    columns: tuple[str, ...] = (),
    live: bool = True,
    overdue: bool = False,
    group: str = "",
    group_span: int = 0,
) -> Swimlane:
    successors = (*rows[1:], None)
    drawn, arrives = [], False
    for row, successor in zip(rows, successors, strict=True):
        drawn.append(_draw_row(row, successor, arrives=arrives, live=live))
        arrives = True
    return Swimlane(
        rows=tuple(drawn), columns=columns, live=live, overdue=overdue, group=group, group_span=group_span
    )


def connectors(row: Row, successor: Row | None, *, arrives: bool) -> tuple[frozenset[str], ...]:
    """For each lane the lines that cross its cell in this row."""
    cells: tuple[set[str], ...] = tuple(set() for _ in LANES)
    own = sorted(LANES.index(lane) for lane in row.lanes)
    for lane in range(own[0], own[-1]):
        cells[lane].add("tn")
        cells[lane + 1].add("tk")
    main = LANES.index(row.lanes[0])
    if arrives:
        cells[main].add("va")
    if successor is not None:
        cells[main].add("vb")
        _along_the_bottom(cells, main, LANES.index(successor.lanes[0]))
    return tuple(frozenset(cell) for cell in cells)


def _along_the_bottom(cells: tuple[set[str], ...], start: int, end: int) -> None:
    left, right = sorted((start, end))
    if left == right:
        return
    cells[left].add("bn")
    cells[right].add("bk")
    for lane in range(left + 1, right):
        cells[lane].add("bp")


def _draw_row(row: Row, successor: Row | None, *, arrives: bool, live: bool) -> Drawn:
    crossing = connectors(row, successor, arrives=arrives)
    cells = []
    for lane, name, lines in zip(LANES, LANE_NAMES, crossing, strict=True):
        last = lane == LANES[-1]
        classes = " ".join(("jl", *(("akhir",) if last else ()), *sorted(lines)))
        performs = lane in row.lanes
        shape = _shape(row, entered=arrives and lane == row.lanes[0]) if performs else ""
        cells.append(LaneCell(classes=classes, performer=name if performs else "", shape=shape, is_last=last))
    return Drawn(row=row, lanes=tuple(cells), words=_words(row, live=live))


def _shape(row: Row, *, entered: bool) -> str:
    names = ("smb", "kapsul" if row.is_start or row.is_end else "", "panah" if entered else "")
    return " ".join(name for name in names if name)


def _words(row: Row, *, live: bool) -> str:
    if live:
        return _STATE_WORDS[row.state]
    return "simbol mulai atau selesai" if row.is_start or row.is_end else "simbol proses"
