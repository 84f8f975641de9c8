"""Where am I, what is this page, which part of it am I looking at."""

from dataclasses import dataclass

from loket.web.components.badges import Badge
from loket.web.components.registry import component


@dataclass(frozen=True, slots=True)
class Crumb:
    text: str
    url: str = ""


@component("breadcrumb")
class Breadcrumb:
    items: tuple[Crumb, ...]


@component("heading", body=True)
class Heading:
    """The page's only h1; the body holds its buttons."""

    title: str
    lead: str = ""
    badges: tuple[Badge, ...] = ()


@component("section_heading", body=True)
class SectionHeading:
    title: str
    id: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    text: str
    url: str
    count: int | None = None
    active: bool = False
    icon: str = ""


@component("chips")
class Chips:
    """Filters that live in the URL."""

    label: str
    items: tuple[Chip, ...]


@component("switch")
class Switch:
    """Two or three views of the same thing."""

    label: str
    items: tuple[Chip, ...]


@component("pager")
class Pager:
    """Keyset pages know a previous and a next one, never a number."""

    previous_url: str = ""
    next_url: str = ""
    text: str = ""


@component("steps_text")
class StepsText:
    current: int
    total: int
    text: str = ""
