"""The OPD withdraws its request before the disposisi."""

from dataclasses import dataclass
from datetime import datetime

from loket.application.closing import leave_nothing_open
from loket.application.data import Plain, Problems
from loket.application.registry import Happened, Work, act
from loket.core.acts import may_withdraw
from loket.core.facts import Facts
from loket.core.moving import WITHDRAWN
from loket.core.role import Role
from loket.models.diskusi import Comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    alasan: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.long_text("alasan", self.alasan, "alasan penarikan")
        return problems


@act("tarik", Data, allowed=may_withdraw, roles=(Role.OPD,))
def withdraw(work: Work, data: Data) -> Happened:
    leave_nothing_open(work)
    comment = Comment.objects.create(permintaan=work.permintaan, text=data.alasan, by_id=work.by, at=work.now)
    return Happened(kind=WITHDRAWN, particulars={"comment_id": comment.pk})
