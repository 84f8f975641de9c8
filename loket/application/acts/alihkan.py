"""What the OPD needs exists already, or is another office's to give: it is shown the way there."""

from dataclasses import dataclass
from datetime import datetime

from loket.application.closing import close
from loket.application.data import Plain, Problems
from loket.application.registry import Happened, Work, act
from loket.core.acts import SUPERIORS, may_redirect
from loket.core.facts import Facts
from loket.core.moving import REDIRECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`tujuan`: an application or an office; `kontak`: whom to ask there."""

    tujuan: str
    kontak: str
    alasan: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.text("tujuan", self.tujuan, "aplikasi atau instansi tujuan")
        problems.text("kontak", self.kontak, "kontak di tujuan")
        problems.long_text("alasan", self.alasan, "alasan pengalihan")
        return problems


@act("alihkan", Data, allowed=may_redirect, roles=SUPERIORS)
def redirect(work: Work, data: Data) -> Happened:
    return close(work, REDIRECTED, tujuan=data.tujuan, kontak=data.kontak, alasan=data.alasan)
