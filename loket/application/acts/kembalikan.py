"""Back to an earlier step: what was handed in stays as it was, and is handed in anew."""

from dataclasses import dataclass
from datetime import datetime

from loket.application.data import Plain, Problems
from loket.application.registry import Happened, Work, act
from loket.core.acts import SUPERIORS, may_return
from loket.core.facts import Facts
from loket.core.moving import RETURNED
from loket.models.diskusi import Comment
from loket.models.tiket import Tiket


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`langkah`: the key of an earlier step."""

    langkah: str
    alasan: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.choice("langkah", self.langkah, facts.behind, "langkah sebelum langkah ini")
        problems.long_text("alasan", self.alasan, "alasan pengembalian")
        return problems


@act("kembalikan", Data, allowed=may_return, roles=SUPERIORS)
def return_to(work: Work, data: Data) -> Happened:
    made = Tiket.objects.filter(permintaan=work.permintaan, state=Tiket.State.SELESAI)
    made.update(state=Tiket.State.TERBUKA, changed_at=work.now)
    comment = Comment.objects.create(permintaan=work.permintaan, text=data.alasan, by_id=work.by, at=work.now)
    return Happened(kind=RETURNED, particulars={"langkah": data.langkah, "comment_id": comment.pk})
