"""Which SOP there is to read: the revision in force, an earlier or a coming one, or the shipped file of a new office."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from loket.core.sop import Sop
from loket.models.sop_revision import SopRevision, rules_of
from loket.sop.definition import shipped


class Standing(StrEnum):
    AKAN_BERLAKU = "akan berlaku"
    BERLAKU = "berlaku"
    DICABUT = "dicabut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A revision without its text. `until` is the first day of the one that takes its place."""

    id: int
    revisi: int
    keputusan: str
    tanggal_penetapan: date | None
    tanggal_berlaku: date | None
    standing: Standing
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A revision to read. `revisions` are all that were released, the newest first."""

    sop: Sop
    revision: Released | None
    revisions: tuple[Released, ...]

    @property
    def standing(self) -> Standing:
        return self.revision.standing if self.revision else Standing.BERLAKU


def sop_in_force(today: date) -> Sop:
    """The main SOP under which a permintaan is accepted; an office that has none yet reads the shipped file."""
    found = SopRevision.objects.in_force(today).values_list("pk").first()
    return rules_of(found[0]) if found else shipped()


def released_revisions(today: date) -> tuple[Released, ...]:
    """The newest first; the newest whose day has come is in force (one query)."""
    found: list[Released] = []
    for row in SopRevision.objects.released().defer("content"):
        is_replaced = any(one.standing is Standing.BERLAKU for one in found)
        is_coming = row.tanggal_berlaku is not None and row.tanggal_berlaku > today
        standing = Standing.AKAN_BERLAKU if is_coming else Standing.BERLAKU
        found.append(
            Released(
                id=row.pk,
                revisi=row.revisi,
                keputusan=row.keputusan,
                tanggal_penetapan=row.tanggal_penetapan,
                tanggal_berlaku=row.tanggal_berlaku,
                standing=Standing.DICABUT if is_replaced else standing,
                until=found[-1].tanggal_berlaku if found else None,
            )
        )
    return tuple(found)


def reading(today: date, revisi: int | None = None) -> Reading | None:
    """The main SOP in one revision, that in force if none is named; None where it was never released."""
    revisions = released_revisions(today)
    if not revisions:
        return Reading(sop=shipped(), revision=None, revisions=()) if revisi is None else None
    found = next((one for one in revisions if _is_meant(one, revisi)), None)
    return Reading(sop=rules_of(found.id), revision=found, revisions=revisions) if found else None


def _is_meant(one: Released, revisi: int | None) -> bool:
    return one.standing is Standing.BERLAKU if revisi is None else one.revisi == revisi
