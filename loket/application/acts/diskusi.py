"""Write to everybody on the permintaan, or only to the office, and if its author wants so to GitLab too."""

from dataclasses import dataclass
from datetime import datetime

from loket.application.data import Plain, Problems
from loket.application.errors import Invalid
from loket.application.gitlab.posting import plan_posting, takes_comments
from loket.application.registry import Happened, Work, act
from loket.core.acts import may_discuss, may_discuss_internally
from loket.core.facts import Facts
from loket.core.personal import holds_personal_data
from loket.models.diskusi import Comment

_ONLY_INTERNAL = "Hanya catatan internal yang dapat dikirim ke GitLab. Hilangkan centang ini, atau simpan sebagai catatan internal."
_PERSONAL = (
    "Catatan ini tampaknya memuat NIK, NIP, nomor telepon, atau pos-el. Hapus data pribadi itu,"
    " atau simpan tanpa mengirimnya ke GitLab."
)
_NOWHERE = "Permintaan ini tidak mempunyai issue di GitLab. Hilangkan centang ini, lalu simpan lagi."


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`ke_gitlab`: an internal comment goes to GitLab as well, with its author's name."""

    text: str
    ke_gitlab: bool = False

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.long_text("text", self.text, "tanggapan")
        if self.ke_gitlab and holds_personal_data(self.text):
            problems.add("text", _PERSONAL)
        return problems


@act("diskusi", Data, allowed=may_discuss, moves=False)
def post(work: Work, data: Data) -> Happened:
    """Raises Invalid where it should go to GitLab: what everybody reads is not for programmers."""
    if data.ke_gitlab:
        raise Invalid(Problems({"ke_gitlab": [_ONLY_INTERNAL]}))
    return Happened(
        kind="diskusi.posted", particulars={"comment_id": _keep(work, data, is_internal=False).pk}
    )


@act("catatan_internal", Data, allowed=may_discuss_internally, moves=False)
def post_internally(work: Work, data: Data) -> Happened:
    """Raises Invalid where it should go to GitLab and there is no issue to go to."""
    if data.ke_gitlab and not takes_comments(work.permintaan):
        raise Invalid(Problems({"ke_gitlab": [_NOWHERE]}))
    comment = _keep(work, data, is_internal=True)
    if data.ke_gitlab:
        plan_posting(comment)
    return Happened(kind="diskusi.posted_internally", particulars={"comment_id": comment.pk})


def _keep(work: Work, data: Data, *, is_internal: bool) -> Comment:
    return Comment.objects.create(
        permintaan=work.permintaan, text=data.text, is_internal=is_internal, by_id=work.by, at=work.now
    )
