"""Comments of Loket that go to GitLab: which may, which wait, and that each becomes exactly one note there."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from loket.application import outbox
from loket.application.data import present
from loket.application.gitlab.kept import RowLedger, making_of
from loket.application.gitlab.patience import after_refusal
from loket.application.gitlab.switched import place
from loket.core.facts import Status
from loket.integrations.gitlab import making as rules
from loket.integrations.gitlab.client import Issues
from loket.integrations.gitlab.comment import body
from loket.integrations.gitlab.making import Making, Move, Stage
from loket.integrations.gitlab.poster import Poster
from loket.models.diskusi import Comment
from loket.models.gitlab import GitlabPosting
from loket.models.issue_gitlab import IssueGitlab
from loket.models.permintaan import Permintaan


def takes_comments(permintaan: Permintaan) -> bool:
    """Whether there is an issue in GitLab for what is written, or will be one."""
    if place() is None:
        return False
    issue = issue_of(permintaan)
    if issue is None:
        return Status(permintaan.status).is_open
    return not issue.gone and (issue.iid is not None or Status(permintaan.status).is_open)


def issue_of(permintaan: Permintaan) -> IssueGitlab | None:
    """The issue of its ticket, planned or made."""
    found: IssueGitlab | None = getattr(getattr(permintaan, "tiket", None), "issuegitlab", None)
    return found


def plan_posting(comment: Comment) -> None:
    """To be sent after the commit; the name by which it is found again is committed with the comment."""
    GitlabPosting.objects.create(comment=comment, ref=uuid4())
    outbox.follow_now(comment.permintaan_id)


def send_waiting(row: IssueGitlab, issues: Issues, account_id: int, now: datetime) -> datetime | None:
    """Send what waits under an issue that is made, the oldest first; says when to come again, if at all.

    While GitLab does not answer, the later ones wait too. A note that it refuses keeps nobody waiting.
    """
    later: list[datetime] = []
    for posting in unsettled(row):
        making = _go_on(posting, row, issues, account_id, now)
        if making.stage is Stage.REFUSED:
            if at := after_refusal(posting.comment.at, now):
                # Nobody has to say that it was repaired: the next try finds out. Until then its reason can be read.
                again = replace(rules.again(making), problem=making.problem)
                RowLedger(posting.pk, GitlabPosting).move(making, again)
                later.append(at)
            continue
        move, at = rules.due(making, now)
        if move is not Move.REST:
            later.append(at)
        if not making.is_made:
            break
    return min(later, default=None)


def unsettled(row: IssueGitlab) -> list[GitlabPosting]:
    """Those that wait, and those of which a twin may still turn up."""
    postings = GitlabPosting.objects.filter(comment__permintaan=row.tiket.permintaan_id, is_settled=False)
    return list(postings.select_related("comment__by").order_by("comment_id"))


def _go_on(
    posting: GitlabPosting, row: IssueGitlab, issues: Issues, account_id: int, now: datetime
) -> Making:
    comment = posting.comment
    poster = Poster(issues, present(row.iid), account_id, RowLedger(posting.pk, GitlabPosting))
    return poster.go_on(making_of(posting), body(comment.by.nama, comment.text, posting.ref), now)
