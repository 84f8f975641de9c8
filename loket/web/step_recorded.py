"""What was recorded in a step, as a reader wants it: sections of facts, rows, remarks and documents."""

from dataclasses import dataclass

from loket.web.components.facts import Fact
from loket.web.components.records import DocumentRow, TimelineItem
from loket.web.components.tables import Table
from loket.web.steps.base import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One thing that was recorded; empty parts are not drawn."""

    title: str
    facts: tuple[Fact, ...] = ()
    table: Table | None = None
    remarks: tuple[TimelineItem, ...] = ()
    documents: tuple[DocumentRow, ...] = ()


def recorded(desk: Desk) -> tuple[Section, ...]:
    return ()
