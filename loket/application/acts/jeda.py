"""The clocks stand still: why, whom it waits for, and until when that is expected."""

from dataclasses import dataclass
from datetime import date, datetime

from loket.application.data import Plain, Problems
from loket.application.pausing import check_expected, let_rest
from loket.application.registry import Happened, Work, act
from loket.core.acts import STEERING, may_pause
from loket.core.facts import Facts
from loket.core.moving import PAUSED
from loket.core.pause import Reason

CHOSEN = tuple(reason for reason in Reason if reason not in {Reason.DITANGGUHKAN, Reason.KAHAR})
"""A suspension is an act of its own, and keadaan kahar is declared for the whole office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`alasan` is a `Reason`; `perkiraan` the day on which the work is expected to go on."""

    alasan: str
    catatan: str
    perkiraan: date | None = None

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.choice("alasan", self.alasan, CHOSEN, "alasan jeda")
        problems.long_text("catatan", self.catatan, "keterangan jeda")
        check_expected(problems, self.perkiraan, facts, now)
        return problems


@act("jeda", Data, allowed=may_pause, roles=STEERING)
def pause(work: Work, data: Data) -> Happened:
    return let_rest(work, PAUSED, alasan=data.alasan, catatan=data.catatan, perkiraan=data.perkiraan)
