"""What happened, what was said, and which papers there are."""

from dataclasses import dataclass

from loket.web import formats
from loket.web.components.facts import Fact, tone_of
from loket.web.components.registry import component


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """An event, or with `quote` something a person wrote. `internal` is hidden from the OPD and says so."""

    text: str
    when: str
    datetime_iso: str = ""
    who: str = ""
    unit: str = ""
    icon: str = "check"
    quote: str = ""
    internal: bool = False
    detail: str = ""
    url: str = ""
    url_text: str = ""

    @property
    def initials(self) -> str:
        return formats.initials(self.who)

    @property
    def tone(self) -> str:
        return tone_of(self.who)


@component("timeline")
class Timeline:
    items: tuple[TimelineItem, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    title: str
    url: str
    detail: str
    format: str = "PDF"
    download_url: str = ""


@component("documents")
class Documents:
    items: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class LetterPage:
    """The image of one page; its size keeps the page from jumping while it loads."""

    url: str
    alt: str
    width: int
    height: int


@component("letter")
class Letter:
    """The letter beside its form; on a phone a thumbnail that opens the original."""

    title: str
    detail: str
    url: str
    pages: tuple[LetterPage, ...] = ()
    facts: tuple[Fact, ...] = ()
