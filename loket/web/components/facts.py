"""Plain facts beside the work: who, what, how many, when."""

from dataclasses import dataclass
from typing import Literal

from loket.web import formats
from loket.web.components.kinds import MaybeKind
from loket.web.components.registry import component

_TONES = ("", "b", "c", "d", "e")


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value. `change_url` draws "Ubah", as on the page where answers are checked."""

    label: str
    value: str
    url: str = ""
    change_url: str = ""
    lines: tuple[str, ...] = ()

    @property
    def leads_out(self) -> bool:
        return self.url.startswith(("http:", "https:"))


@component("summary")
class Summary:
    facts: tuple[Fact, ...]
    wide: bool = False


@component("panel", body=True)
class Panel:
    title: str
    link_text: str = ""
    link_url: str = ""
    level: Literal[2, 3] = 2


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: str
    you: bool = False

    @property
    def initials(self) -> str:
        return formats.initials(self.name)

    @property
    def tone(self) -> str:
        return tone_of(self.name)


def tone_of(name: str) -> str:
    """The same person has the same colour on every page."""
    return _TONES[sum(name.encode()) % len(_TONES)]


@component("people")
class People:
    items: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    time: str
    title: str
    lines: tuple[str, ...] = ()
    past: bool = False
    url: str = ""
    url_text: str = ""


@component("agenda")
class Agenda:
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Stat:
    value: str
    text: str
    kind: MaybeKind = ""
    url: str = ""


@component("stats")
class Stats:
    items: tuple[Stat, ...]
