"""A permintaan is suspended until its OPD, or the office itself, has done what is missing."""

from dataclasses import dataclass
from datetime import date, datetime

from loket.application.data import Plain, Problems
from loket.application.errors import Invalid
from loket.application.pausing import check_expected, let_rest
from loket.application.registry import Happened, Work, act
from loket.core.acts import SUPERIORS, may_suspend
from loket.core.facts import Facts
from loket.core.moving import SUSPENDED
from loket.core.pause import Cause, Party, Reason
from loket.core.role import Role

OWN = tuple(cause for cause in Cause if cause.party is Party.KOMINFO)
"""Causes of the office itself: only its head takes back what was accepted (DOMAIN 12), and says until when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`sebab` is a `Cause`; `perkiraan` the day on which the work is expected to go on."""

    sebab: str
    keterangan: str
    perkiraan: date | None = None

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.choice("sebab", self.sebab, list(Cause), "sebab penangguhan")
        problems.long_text("keterangan", self.keterangan, "keterangan penangguhan")
        check_expected(problems, self.perkiraan, facts, now)
        if self.perkiraan is None and self.sebab in OWN:
            problems.add("perkiraan", "Isi perkiraan sampai kapan permintaan ditangguhkan.")
        return problems


@act("tangguhkan", Data, allowed=may_suspend, roles=SUPERIORS)
def suspend(work: Work, data: Data) -> Happened:
    if data.sebab in OWN:
        work.capacity = work.actor.acting_as((Role.KEPALA_DINAS,))
    if not work.capacity:
        sentence = "Penangguhan karena kapasitas, peraturan, atau anggaran diputuskan Kepala Dinas."
        raise Invalid(Problems({"sebab": [sentence]}))
    return let_rest(
        work,
        SUSPENDED,
        alasan=Reason.DITANGGUHKAN,
        sebab=data.sebab,
        catatan=data.keterangan,
        perkiraan=data.perkiraan,
    )
