"""The office declines a request, and says why and what the OPD can do instead."""

from dataclasses import dataclass
from datetime import datetime

from loket.application.closing import close
from loket.application.data import Plain, Problems
from loket.application.registry import Happened, Work, act
from loket.core.acts import SUPERIORS, may_reject
from loket.core.facts import Facts
from loket.core.moving import REJECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    alasan: str
    saran: str = ""

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.long_text("alasan", self.alasan, "alasan penolakan")
        problems.long_text("saran", self.saran, "saran", required=False)
        return problems


@act("tolak", Data, allowed=may_reject, roles=SUPERIORS)
def reject(work: Work, data: Data) -> Happened:
    return close(work, REJECTED, alasan=data.alasan, saran=data.saran)
