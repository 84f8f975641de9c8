"""Jeda: a permintaan stands still for a reason, and no clock of the office runs (DOMAIN 3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from loket.core.calendar import Calendar


class Party(StrEnum):
    """Whom a permintaan waits for: its OPD, the office itself, or somebody whom neither side can hurry."""

    OPD = "opd"
    KOMINFO = "kominfo"
    LAIN = "lain"

    @property
    def suspends(self) -> str:
        """Follows "Ditangguhkan"."""
        return "oleh Dinas Kominfo" if self is Party.KOMINFO else "menunggu OPD"


class Reason(StrEnum):
    """Why a permintaan is paused, as the record spells it."""

    OPD = "opd"
    SURAT_FISIK = "surat_fisik"
    JADWAL = "jadwal"
    PRASARANA = "prasarana"
    KEMENTERIAN = "kementerian"
    KAHAR = "kahar"
    DITANGGUHKAN = "ditangguhkan"

    @property
    def label(self) -> str:
        """Follows "Dijeda: "; of a suspension its cause says more."""
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
    Reason.DITANGGUHKAN: "ditangguhkan",
}


class Cause(StrEnum):
    """Why a permintaan is suspended (DOMAIN 12), as the record spells it."""

    SURAT_ASLI = "surat_asli"
    TIDAK_HADIR = "tidak_hadir"
    KAPASITAS = "kapasitas"
    REGULASI = "regulasi"
    ANGGARAN = "anggaran"

    @property
    def label(self) -> str:
        """Follows "Ditangguhkan: "."""
        return _CAUSES[self]

    @property
    def party(self) -> Party:
        return Party.OPD if self in {Cause.SURAT_ASLI, Cause.TIDAK_HADIR} else Party.KOMINFO


_CAUSES = {
    Cause.SURAT_ASLI: "menunggu surat asli dari OPD",
    Cause.TIDAK_HADIR: "OPD tidak hadir dalam technical meeting",
    Cause.KAPASITAS: "kapasitas Dinas Kominfo belum mencukupi",
    Cause.REGULASI: "menunggu penyesuaian peraturan",
    Cause.ANGGARAN: "menunggu anggaran",
}


@dataclass(frozen=True, slots=True)
class Pause:
    """`until` is None while it lasts; `cause` is that of a suspension. Pauses of a run follow each other."""

    since: datetime
    reason: Reason
    until: datetime | None = None
    cause: Cause | None = None

    @property
    def party(self) -> Party:
        return (self.cause or self.reason).party

    @property
    def label(self) -> str:
        return (self.cause or self.reason).label

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
