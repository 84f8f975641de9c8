"""What keadaan kahar does to each permintaan; `application.kahar` declares it and walks through all."""

from dataclasses import dataclass
from datetime import datetime

from loket.application.data import Plain, Problems
from loket.application.pausing import go_on, let_rest
from loket.application.registry import Happened, Work, act
from loket.core.acts import may_pause_by_decree, may_resume_after_decree
from loket.core.facts import Facts
from loket.core.moving import PAUSED, RESUMED
from loket.core.pause import Reason
from loket.core.role import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`catatan` in the words of the decree, which have been checked with it."""

    catatan: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        return Problems()


@act("kahar", Data, allowed=may_pause_by_decree, roles=(Role.KEPALA_DINAS,))
def pause(work: Work, data: Data) -> Happened:
    return let_rest(work, PAUSED, alasan=Reason.KAHAR, catatan=data.catatan)


@act("kahar_berakhir", Data, allowed=may_resume_after_decree, roles=(Role.KEPALA_DINAS,))
def resume(work: Work, data: Data) -> Happened:
    return go_on(work, RESUMED, data.catatan)
