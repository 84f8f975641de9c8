"""The clocks go on."""

from dataclasses import dataclass
from datetime import datetime

from loket.application.data import Plain, Problems
from loket.application.pausing import go_on
from loket.application.registry import Happened, Work, act
from loket.core.acts import STEERING, may_resume
from loket.core.facts import Facts
from loket.core.moving import RESUMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`catatan`: what has come, or what has been settled."""

    catatan: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.long_text("catatan", self.catatan, "hal yang sudah terpenuhi")
        return problems


@act("lanjutkan", Data, allowed=may_resume, roles=STEERING)
def resume(work: Work, data: Data) -> Happened:
    return go_on(work, RESUMED, data.catatan)
