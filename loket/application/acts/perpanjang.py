"""An agreed date is put off."""

from dataclasses import dataclass
from datetime import date, datetime

from loket.application.addenda import check_addendum, put_off
from loket.application.data import Plain, Problems
from loket.application.registry import Happened, Work, act
from loket.core.acts import SUPERIORS, may_extend
from loket.core.facts import Facts
from loket.core.moving import EXTENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`nomor` of an addendum that both parties have signed elsewhere; without one Loket drafts it."""

    sampai: date | None
    nomor: str
    alasan: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        check_addendum(
            problems, facts, now, sampai=self.sampai, nomor=self.nomor, is_numbered=bool(self.nomor)
        )
        problems.long_text("alasan", self.alasan, "alasan perpanjangan")
        return problems


@act("perpanjang", Data, allowed=may_extend, roles=SUPERIORS)
def extend(work: Work, data: Data) -> Happened:
    _, particulars = put_off(work, sampai=data.sampai, nomor=data.nomor, alasan=data.alasan)
    return Happened(kind=EXTENDED, particulars=particulars)
