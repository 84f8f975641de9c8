"""Which SOP there is to read: the revision in force, an earlier one, or the shipped file of a new office."""

from dataclasses import dataclass
from datetime import datetime

from loket.core.sop import Sop
from loket.models.sop_revision import SopRevision, rules_of
from loket.sop.definition import MAIN, shipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A revision to read. `revisions` are all that were released, the newest first."""

    sop: Sop
    released_at: datetime | None
    revisions: tuple[tuple[int, datetime], ...]

    @property
    def is_newest(self) -> bool:
        return not self.revisions or self.revisions[0][0] == self.sop.revisi


def sop_in_force() -> Sop:
    """The newest revision of the main SOP; an office that has none yet reads the shipped file."""
    newest = (
        SopRevision.objects.filter(nomor=MAIN).order_by("-released_at", "-revisi").values_list("pk").first()
    )
    return rules_of(newest[0]) if newest else shipped()


def reading(revisi: int | None = None) -> Reading | None:
    """The main SOP in one revision, or None where that was never released."""
    rows = SopRevision.objects.filter(nomor=MAIN).order_by("-released_at", "-revisi")
    released = list(rows.values_list("pk", "revisi", "released_at"))
    if not released:
        return Reading(sop=shipped(), released_at=None, revisions=()) if revisi is None else None
    found = next((row for row in released if revisi is None or row[1] == revisi), None)
    if found is None:
        return None
    revisions = tuple((number, at) for _, number, at in released)
    return Reading(sop=rules_of(found[0]), released_at=found[2], revisions=revisions)
