"""What people write under the issue in GitLab, kept as it is there now; only the office reads it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from loket.application.data import present
from loket.integrations.gitlab.client import Issues
from loket.integrations.gitlab.comment import is_marked
from loket.integrations.gitlab.plain import line, plain
from loket.integrations.gitlab.values import Note
from loket.models.gitlab import GitlabComment, GitlabPosting
from loket.models.issue_gitlab import IssueGitlab

_CLOCKS = timedelta(minutes=2)
"""How far the clock of GitLab may be from ours."""
_LONGEST_NAME = 250
_UNNAMED = "Seseorang"
_EDITED_AFTER = timedelta(minutes=1)
"""GitLab does not say that a note was edited, only when it was touched last."""


def bring_notes(row: IssueGitlab, issues: Issues, account_id: int, now: datetime) -> None:
    """Let what is kept be what GitLab holds: new, edited and deleted notes alike. Ours never come back.

    The list is whole or a problem, so what is missing in it was deleted, or is hidden from the account. What was
    written before the issue was made stood under another one, in whose place it is; that stays.
    """
    there = {note.id: note for note in _of_people(row, issues.notes(present(row.iid)), account_id)}
    with transaction.atomic():
        since = present(row.first_asked_at) - _CLOCKS
        here = {one.note_id: one for one in GitlabComment.objects.filter(issue=row, at__gte=since)}
        GitlabComment.objects.filter(
            pk__in=[one.pk for key, one in here.items() if key not in there]
        ).delete()
        new = [_kept(row, note, now) for key, note in there.items() if key not in here]
        # Another job may be at it too: whoever comes second finds nothing left to do.
        GitlabComment.objects.bulk_create(new, ignore_conflicts=True)
        for key, one in here.items():
            if key in there and _differs(one, there[key], now):
                one.save(update_fields=["author", "text", "changed_at"])


def _of_people(row: IssueGitlab, notes: Iterable[Note], account_id: int) -> Iterable[Note]:
    """All but those that Loket has sent. The account alone does not tell: a person may use its token."""
    postings = list(GitlabPosting.objects.filter(comment__permintaan=row.tiket.permintaan_id))
    numbers = {posting.iid for posting in postings}
    authors = {account_id}.union(*(posting.authors for posting in postings))
    for note in notes:
        ours = note.author_id in authors and any(is_marked(note, posting.ref) for posting in postings)
        if note.id not in numbers and not ours:
            yield note


def _kept(row: IssueGitlab, note: Note, now: datetime) -> GitlabComment:
    at = note.created_at or now
    touched = note.updated_at or at
    return GitlabComment(
        issue=row,
        note_id=note.id,
        author=_author(note),
        text=plain(note.body),
        at=at,
        changed_at=touched if touched - at > _EDITED_AFTER else None,
    )


def _differs(one: GitlabComment, note: Note, now: datetime) -> bool:
    """Take over what is different, and say whether anything is."""
    author, text = _author(note), plain(note.body)
    if (one.author, one.text) == (author, text):
        return False
    if one.text != text:
        one.changed_at = note.updated_at or now
    one.author, one.text = author, text
    return True


def _author(note: Note) -> str:
    return line(note.author_name, longest=_LONGEST_NAME) or _UNNAMED
