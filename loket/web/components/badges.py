"""Short words about the state of a thing, and how long it has."""

from dataclasses import dataclass
from typing import Literal

from loket.web.components.kinds import ICONS, Kind
from loket.web.components.registry import component


@component("badge")
class Badge:
    text: str
    kind: Literal["", "nila", "gawat", "segera", "aman", "tunggu", "beres"] = ""
    icon: str = ""


@component("badges", body=True)
class Badges:
    """A row of badges under a title."""


@dataclass(frozen=True, slots=True)
class DueLabel:
    """How a task stands with its time: "Lewat 3 jam 55 menit", and beneath it "Senin, 23 Nov, 15.05"."""

    kind: Kind
    text: str
    detail: str = ""

    @property
    def icon(self) -> str:
        return ICONS[self.kind]


@component("due")
class Due:
    label: DueLabel
