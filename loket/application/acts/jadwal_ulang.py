"""Nobody of the OPD came to the technical meeting: invite again when it says when it can come, three times at most."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from loket.application.data import Plain, Problems
from loket.application.pausing import let_rest
from loket.application.registry import Happened, Work, act
from loket.core.acts import INVITATION, may_reschedule
from loket.core.facts import Facts
from loket.core.moving import MISSED
from loket.core.pause import Cause, Reason
from loket.core.role import Role
from loket.core.text import problem_with_letter_number
from loket.models.rapat import Rapat

GRACE = timedelta(minutes=30)
"""How long the office waits for the OPD (DOMAIN: exceptional flows)."""
TRIES = 3
"""After so many meetings without the OPD its head gets a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`catatan`: who waited, who was called. `surat_teguran`: the number of the letter to the head of the OPD."""

    catatan: str
    surat_teguran: str = ""

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.long_text("catatan", self.catatan, "catatan ketidakhadiran")
        earliest = facts.event_start + GRACE if facts.event_start else now
        problems.unless(
            now >= earliest,
            "catatan",
            "Tunggu OPD sampai 30 menit setelah jam mulai rapat, baru catat bahwa OPD tidak hadir.",
        )
        if needs_letter(facts):
            problems.add("surat_teguran", problem_with_letter_number(self.surat_teguran))
        return problems


def needs_letter(facts: Facts) -> bool:
    """Whether this is the last try."""
    return facts.missed + 1 >= TRIES


@act("jadwal_ulang", Data, allowed=may_reschedule, roles=(Role.SISTEM_ANALIS,))
def reschedule(work: Work, data: Data) -> Happened:
    last = needs_letter(work.facts)
    rapat = Rapat.objects.get(permintaan=work.permintaan, sesi=work.permintaan.sesi)
    rapat.missed_at, rapat.notulen = work.now, data.catatan
    rapat.surat_teguran = data.surat_teguran if last else ""
    rapat.save(update_fields=["missed_at", "notulen", "surat_teguran"])
    cause = {"alasan": Reason.DITANGGUHKAN, "sebab": Cause.TIDAK_HADIR} if last else {"alasan": Reason.OPD}
    return let_rest(work, MISSED, catatan=data.catatan, rapat_id=rapat.pk, langkah=INVITATION, **cause)
