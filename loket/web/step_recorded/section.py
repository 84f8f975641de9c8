"""A part of what was recorded."""

from dataclasses import dataclass

from loket.web.components.facts import Fact
from loket.web.components.records import DocumentRow, TimelineItem
from loket.web.components.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Empty parts are not drawn. With `fold`, a few words, the table is there for whoever opens it."""

    title: str
    facts: tuple[Fact, ...] = ()
    table: Table | None = None
    fold: str = ""
    remarks: tuple[TimelineItem, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    link_text: str = ""
    link_url: str = ""
