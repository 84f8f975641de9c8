"""The four ways in which the road says no."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from loket.core.actor import Actor
from loket.core.verdict import Verdict

OFFICE = "Dinas Kominfo"


class NotVisible(LookupError):
    """There is no such permintaan, bagian or act for this person; whoever asks learns nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """Who was faster; without `id` it was Loket itself, without `agency` somebody of the office."""

    id: int | None
    name: str
    opd_id: int | None = None
    agency: str = ""

    def told_to(self, reader: Actor) -> str:
        """A colleague is of the same agency; of anybody else one is told the agency."""
        if self.id is None:
            return self.name
        if self.opd_id == reader.opd_id:
            return f"Rekan Anda, {self.name},"
        return f"{self.name} ({self.agency or OFFICE})"


class Overtaken(Exception):
    """Somebody else was faster: the permintaan has changed since the page was read."""

    def __init__(self, nomor: str, *, first: First, what: str, at: datetime) -> None:
        super().__init__(nomor)
        self.nomor, self.first, self.what, self.at = nomor, first, what, at


class Refused(Exception):
    """The procedure does not allow it; `verdict.unmet` holds every reason."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(*verdict.unmet)
        self.verdict = verdict


class Invalid(Exception):
    """What was entered cannot be; `problems` maps each field to its sentences."""

    def __init__(self, problems: Mapping[str, list[str]]) -> None:
        super().__init__(dict(problems))
        self.problems = problems
