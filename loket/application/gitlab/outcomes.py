"""What GitLab's answers leave in the record, each once; the last of them ends step 11."""

from datetime import datetime

from django.db import transaction

from loket.application import outbox
from loket.application.locking import in_hand, locked_for_loket
from loket.application.recording import record
from loket.application.registry import Happened, Work
from loket.core.actor import SYSTEM
from loket.core.awaiting import WAITS
from loket.core.process import is_at_work
from loket.integrations.gitlab.values import Issue
from loket.models.entry import Entry
from loket.models.issue_gitlab import IssueGitlab

SOURCE = "gitlab"
MADE = "issue.created"
CLOSED = "issue.closed"
RESUMED = "issue.resumed"
CONFIRMED = "status_gitlab.confirmed"


def tell_made(row: IssueGitlab, issue: Issue, now: datetime) -> None:
    """Once of each issue; another one may be made in its place."""
    happened = Happened(kind=MADE, particulars={"project_id": issue.project_id, "iid": issue.iid})
    told = Entry.objects.filter(permintaan=row.tiket.permintaan_id, kind=MADE)
    told = told.filter(particulars=happened.particulars)
    if told.exists():
        return
    with transaction.atomic(durable=True):
        work = in_hand_of(row, now)
        if not told.exists():
            record(work, happened)


def tell_closed(row: IssueGitlab, now: datetime) -> None:
    """Keep that it is closed, and end step 11 where that waits for it."""
    with transaction.atomic(durable=True):
        work = in_hand_of(row, now)
        if IssueGitlab.objects.filter(pk=row.pk, closed_at=None).update(closed_at=now):
            record(work, Happened(kind=CLOSED, particulars=_named(row)))
        if not _may_confirm(work):
            return
        step, bagian = WAITS
        said = {"tiket_id": row.tiket_id, "iid": row.iid}
        happened = Happened(kind=CONFIRMED, outcome="terkonfirmasi", particulars=said)
        entry = record(work, happened, step=step, bagian=bagian)
        outbox.enqueue(work.sop.bagian(step, bagian).effects, entry)


def tell_open_again(row: IssueGitlab, now: datetime) -> None:
    """Keep that it is open, as its permintaan was sent back; it is going to be closed once more."""
    with transaction.atomic(durable=True):
        work = in_hand_of(row, now)
        if IssueGitlab.objects.filter(pk=row.pk, closed_at__isnull=False).update(closed_at=None):
            record(work, Happened(kind=RESUMED, particulars=_named(row)))


def _named(row: IssueGitlab) -> dict[str, int | None]:
    return {"project_id": row.project_id, "iid": row.iid}


def in_hand_of(row: IssueGitlab, now: datetime) -> Work:
    """The permintaan of an issue, locked, in the hands of Loket itself."""
    permintaan = locked_for_loket(row.tiket.permintaan_id)
    return in_hand(permintaan, actor=SYSTEM, data=None, now=now, source=SOURCE)


def _may_confirm(work: Work) -> bool:
    """Nobody's button, but the same conditions: it stands there, it is not paused, and the calendar goes so far."""
    facts = work.facts
    return (
        (facts.step, facts.bagian) == WAITS
        and facts.status.is_open
        and not facts.is_paused
        and bool(is_at_work(facts))
        and bool(work.in_filled_years())
    )
