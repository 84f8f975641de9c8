"""Write to everybody on the permintaan, or only to the office."""

from dataclasses import dataclass
from datetime import datetime

from loket.application.data import Plain, Problems
from loket.application.registry import Happened, Work, act
from loket.core.acts import may_discuss, may_discuss_internally
from loket.core.facts import Facts
from loket.models.diskusi import Comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    text: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.long_text("text", self.text, "tanggapan")
        return problems


@act("diskusi", Data, allowed=may_discuss, moves=False)
def post(work: Work, data: Data) -> Happened:
    return Happened(
        kind="diskusi.posted", particulars={"comment_id": _keep(work, data, is_internal=False).pk}
    )


@act("catatan_internal", Data, allowed=may_discuss_internally, moves=False)
def post_internally(work: Work, data: Data) -> Happened:
    comment = _keep(work, data, is_internal=True)
    return Happened(kind="diskusi.posted_internally", particulars={"comment_id": comment.pk})


def _keep(work: Work, data: Data, *, is_internal: bool) -> Comment:
    return Comment.objects.create(
        permintaan=work.permintaan, text=data.text, is_internal=is_internal, by_id=work.by, at=work.now
    )
