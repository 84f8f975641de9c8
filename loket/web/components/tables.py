"""Tables for reading. On a phone every row becomes a card."""

from dataclasses import dataclass

from loket.web.components.badges import Badge, DueLabel
from loket.web.components.registry import component


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    numeric: bool = False
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    text: str = ""
    url: str = ""
    detail: str = ""
    badge: Badge | None = None
    due: DueLabel | None = None

    @property
    def leads_out(self) -> bool:
        return self.url.startswith(("http:", "https:"))


@dataclass(frozen=True, slots=True)
class TableRow:
    """The first cell names the row."""

    cells: tuple[Cell, ...]


@component("table")
class Table:
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    caption_hidden: bool = True
    dense: bool = False

    @property
    def lines(self) -> tuple[tuple[tuple[Column, Cell], ...], ...]:
        return tuple(tuple(zip(self.columns, row.cells, strict=True)) for row in self.rows)
