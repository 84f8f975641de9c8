"""What the procedure needs to know about one permintaan, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from loket.core.awaiting import Awaited
from loket.core.calendar import Calendar
from loket.core.role import Role


class Status(StrEnum):
    """States of a permintaan (DOMAIN: states of a request; the reasons of `menunggu` are kept beside it)."""

    BERJALAN = "berjalan"
    MENUNGGU = "menunggu"
    SELESAI = "selesai"
    DITOLAK = "ditolak"
    DIALIHKAN = "dialihkan"
    DIBATALKAN = "dibatalkan"
    DIGABUNG = "digabung"

    @property
    def is_open(self) -> bool:
        return self in OPEN

    @property
    def label(self) -> str:
        return self.value.capitalize()


OPEN = frozenset({Status.BERJALAN, Status.MENUNGGU})


@dataclass(frozen=True, slots=True)
class UploadFacts:
    """A file that data names: who uploaded it, what it is, and whether it already belongs to this permintaan."""

    uploaded_by: int
    label: str
    attached: bool


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """Another permintaan that data names: how it stands, and the one that it has been merged into."""

    status: Status
    merged_into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A permintaan as the rules see it. `people`, `uploads` and `others` hold only what the data in hand names.

    `proposed`: what the clock proposes and nobody has decided yet, an `Alarm`.
    `available_at`: since when the step in hand could be worked on. `behind`: earlier steps that can begin again.
    `awaited`: GitLab's answer, where the bagian in hand waits for it.
    """

    nomor: str = ""
    opd_id: int
    step: str
    bagian: str
    status: Status
    waiting_on: str = ""
    proposed: str = ""
    team: frozenset[tuple[int, Role]] = frozenset()
    reached: frozenset[str] = frozenset()
    sesi: int = 0
    missed: int = 0
    scope: str = ""
    scenarios: int = 0
    waiting_reason: str = ""
    implementasi_until: date | None = None
    pendampingan_until: date | None = None
    available_at: datetime | None = None
    behind: tuple[str, ...] = ()
    event_start: datetime | None = None
    event_end: datetime | None = None
    awaited: Awaited | None = None
    calendar: Calendar | None = None
    actor_id: int | None = None
    people: Mapping[int, frozenset[Role]] = field(default_factory=dict)
    uploads: Mapping[int, UploadFacts] = field(default_factory=dict)
    others: Mapping[str, RequestFacts] = field(default_factory=dict)
    is_kahar: bool = False

    @property
    def is_paused(self) -> bool:
        """Nobody's turn. A letter that is back with its OPD to be completed is the turn of that OPD."""
        return self.status is Status.MENUNGGU and self.step != "surat"

    def has_member(self, user_id: int | None, role: Role) -> bool:
        return user_id is not None and (user_id, role) in self.team
