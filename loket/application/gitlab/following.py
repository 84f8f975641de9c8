"""Bring the issue of one permintaan to what Loket says: make it, change it, close it; called by jobs, again and again."""

from dataclasses import dataclass, replace
from datetime import datetime

from loket.application.gitlab import gone, looking, outcomes
from loket.application.gitlab.kept import RowLedger, making_of
from loket.application.gitlab.patience import AFTER_REFUSAL, LATER, again_after
from loket.application.gitlab.switched import plan_issue
from loket.application.gitlab.telling import tell_gone
from loket.application.gitlab.wanted import wanted_of
from loket.integrations.gitlab import making as rules
from loket.integrations.gitlab.asking import StateEvent
from loket.integrations.gitlab.client import Gitlab, Issues
from loket.integrations.gitlab.maker import Maker, Overtaken
from loket.integrations.gitlab.making import Move
from loket.integrations.gitlab.problems import GitlabProblem, Missing
from loket.integrations.gitlab.taxonomy import Taxonomy
from loket.integrations.gitlab.ticket import Ticket, change_to, new_issue
from loket.integrations.gitlab.values import Issue
from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket


@dataclass(frozen=True, slots=True)
class _Sync:
    row: IssueGitlab
    gitlab: Gitlab
    ticket: Ticket
    known: Taxonomy
    now: datetime


def follow(permintaan_id: int, gitlab: Gitlab, project: str, now: datetime) -> datetime | None:
    """Do what is due, and say when to come again, if at all. No failure of GitLab is raised; it is kept in the row."""
    row = _row_of(permintaan_id)
    if row is None:
        return None
    sync = _Sync(row, gitlab, *wanted_of(row.tiket, row.ref), now)
    try:
        return _followed(sync, project)
    except Overtaken:
        return now + LATER
    except GitlabProblem as problem:
        _note(row, problem)
        return again_after(problem, now)


def _row_of(permintaan_id: int) -> IssueGitlab | None:
    """The issue of its ticket; one from before there was a GitLab is planned now.

    What ended without an application before GitLab was asked needs none any more.
    """
    for tiket in Tiket.objects.filter(permintaan=permintaan_id, state=Tiket.State.TERBUKA, issuegitlab=None):
        plan_issue(tiket)
    rows = IssueGitlab.objects.select_related("tiket__permintaan__opd")
    wanted = rows.exclude(tries=0, tiket__state=Tiket.State.DITUTUP)
    return wanted.filter(tiket__permintaan=permintaan_id).first()


def _followed(sync: _Sync, project: str) -> datetime | None:
    if sync.row.gone:
        return None
    issues = sync.gitlab.issues_of(_project_of(sync, project))
    seen = _make(sync, issues)
    sync.row.refresh_from_db()
    making = making_of(sync.row)
    later = None
    if making.iid is not None:
        later = _look(sync, issues, making.iid, seen)
    elif making.stage is rules.Stage.REFUSED:
        # Nobody has to say that it was repaired: the next try finds out. Until then its reason is there to be read.
        RowLedger(sync.row.pk).move(making, replace(rules.again(making), problem=making.problem))
        return sync.now + AFTER_REFUSAL
    move, at = rules.due(making, sync.now)
    return later if move is Move.REST else min(later or at, at)


def _make(sync: _Sync, issues: Issues) -> Issue | None:
    making = making_of(sync.row)
    if rules.due(making, sync.now)[0] not in {Move.ASK, Move.LOOK}:
        return None
    maker = Maker(issues, sync.gitlab.me().id, RowLedger(sync.row.pk))
    _, seen = maker.go_on(making, new_issue(sync.ticket, sync.known), sync.now)
    return seen


def _look(sync: _Sync, issues: Issues, iid: int, seen: Issue | None) -> datetime | None:
    """Compare and bring it up to date; gives when to look again, if that is needed."""
    try:
        issue = seen or issues.get(iid)
    except Missing:
        return gone.missing(sync.row, sync.gitlab, sync.now)
    if looking.comes_late(sync.row, issue, sync.now):
        return sync.now + LATER
    if issue.moved_to:
        tell_gone(sync.row, IssueGitlab.Gone.PINDAH, sync.now)
        return None
    outcomes.tell_made(sync.row, issue, sync.now)
    _bring(sync, issues, issue, is_new=seen is not None)
    return None


def _bring(sync: _Sync, issues: Issues, issue: Issue, *, is_new: bool) -> None:
    change = change_to(sync.ticket, sync.known, issue)
    if sync.row.closed_at:
        change = replace(change, state_event=_after_closing(sync.ticket, issue))
    if not is_new:
        looking.look_beside(sync.row, sync.gitlab, issues, issue, sync.now)
    if change:
        looking.before_change(sync.row, issue, sync.known, change, sync.now)
        issue = issues.update(issue.iid, change)
    if sync.row.is_open != issue.is_open:
        # Closed or opened while nobody looked: who it was is read before it is kept as seen.
        looking.look_beside(sync.row, sync.gitlab, issues, issue, sync.now)
    looking.after_change(sync.row, issue, sync.known, change, sync.now)
    if not sync.ticket.is_open and not issue.is_open:
        outcomes.tell_closed(sync.row, sync.now)
    elif sync.ticket.is_open and issue.is_open and sync.row.closed_at:
        outcomes.tell_open_again(sync.row, sync.now)


def _after_closing(ticket: Ticket, issue: Issue) -> StateEvent | None:
    """Loket opens again what it has closed itself, once its permintaan was sent back, and nothing else.

    Whoever opens an issue again in GitLab has a reason; Loket does not argue with them.
    """
    return "reopen" if ticket.is_open and not issue.is_open else None


def _project_of(sync: _Sync, project: str) -> int:
    """Its number, looked up once: the path may be another by tomorrow."""
    if sync.row.project_id is None:
        sync.row.project_id = sync.gitlab.project(project).id
        sync.row.save(update_fields=["project_id"])
    return sync.row.project_id


def _note(row: IssueGitlab, problem: GitlabProblem) -> None:
    IssueGitlab.objects.filter(pk=row.pk).update(problem=problem.code)
