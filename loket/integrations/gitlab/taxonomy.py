"""The labels that are Loket's: a closed list, so that one request can set the right ones and take away all others.

`key::value` is for what has one value at a time, as GitLab's Premium edition enforces it; the Community Edition does
not, so every change takes away the other values by name. People have one colon, for a team has several of them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from loket.core.priority import Level

_LONGEST = 60


class Progress(StrEnum):
    """What the ticket says of the making of the application (SOP row 11)."""

    PROSES = "proses"
    DIJEDA = "dijeda"
    SELESAI = "selesai"
    DITUTUP = "ditutup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """All values that there can be: steps in the order of the SOP, codes of OPD, usernames of analysts and programmers."""

    steps: tuple[str, ...]
    opd: tuple[str, ...] = ()
    analis: tuple[str, ...] = ()
    programmers: tuple[str, ...] = ()

    def all(self) -> frozenset[str]:
        return frozenset(
            (
                *map(priority, Level),
                *map(progress, Progress),
                *(step(key, self.steps) for key in self.steps),
                *map(opd, self.opd),
                *map(analis, self.analis),
                *map(programmer, self.programmers),
            )
        )

    def others(self, wanted: Iterable[str]) -> frozenset[str]:
        """Give what must go when `wanted` comes; labels that people in GitLab use for themselves are not among it."""
        return self.all() - frozenset(wanted)


def priority(level: Level) -> str:
    return f"prioritas::{level}"


def progress(state: Progress) -> str:
    return f"status::{state}"


def step(key: str, steps: tuple[str, ...]) -> str:
    """Numbered as in the SOP, so that a board sorts them."""
    return f"langkah::{steps.index(key) + 1:02d}-{_name(key)}"


def opd(code: str) -> str:
    return f"opd::{_name(code)}"


def analis(username: str) -> str:
    return f"analis:{_name(username)}"


def programmer(username: str) -> str:
    return f"programmer:{_name(username)}"


def _name(said: str) -> str:
    """No comma, which would make two labels of one; no sign that GitLab reads as something else."""
    return re.sub(r"[^a-z0-9._-]+", "-", said.lower()).strip("-.")[:_LONGEST] or "lain"
