"""Jeda: a permintaan stands still for a reason, and no clock of the office runs (DOMAIN 3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from loket.core.calendar import Calendar


class Party(StrEnum):
    """Whom a permintaan waits for: its OPD, or somebody whom neither side can hurry."""

    OPD = "opd"
    LAIN = "lain"


class Reason(StrEnum):
    """Why a permintaan is paused, as the record spells it."""

    OPD = "opd"
    SURAT_FISIK = "surat_fisik"
    JADWAL = "jadwal"
    PRASARANA = "prasarana"
    KEMENTERIAN = "kementerian"
    KAHAR = "kahar"

    @property
    def label(self) -> str:
        """Follows "Dijeda: "."""
        return _LABELS[self]

    @property
    def party(self) -> Party:
        return Party.OPD if self in {Reason.OPD, Reason.SURAT_FISIK} else Party.LAIN


_LABELS = {
    Reason.OPD: "menunggu OPD",
    Reason.SURAT_FISIK: "menunggu surat fisik dari OPD",
    Reason.JADWAL: "menunggu jadwal",
    Reason.PRASARANA: "menunggu prasarana",
    Reason.KEMENTERIAN: "menunggu kementerian",
    Reason.KAHAR: "keadaan kahar",
}


@dataclass(frozen=True, slots=True)
class Pause:
    """`until` is None while it lasts. Pauses of a run follow each other and never overlap."""

    since: datetime
    reason: Reason
    until: datetime | None = None

    def ended(self, at: datetime) -> "Pause":
        return replace(self, until=at)

    def seconds_between(self, a: datetime, b: datetime, calendar: Calendar) -> int:
        """Count its working seconds from a to b."""
        return calendar.seconds_between(max(a, self.since), min(b, self.until or b))

    def days_between(self, a: datetime, b: datetime, calendar: Calendar) -> int:
        """Count the working days from a to b that closed while it lasted."""
        return calendar.closings_between(max(a, self.since), min(b, self.until or b))


def seconds_paused(pauses: Sequence[Pause], a: datetime, b: datetime, calendar: Calendar) -> int:
    return sum(pause.seconds_between(a, b, calendar) for pause in pauses)


def days_paused(pauses: Sequence[Pause], a: datetime, b: datetime, calendar: Calendar) -> int:
    return sum(pause.days_between(a, b, calendar) for pause in pauses)
