"""What people did to an issue in GitLab is told once: in the record, and to those who are to judge it in Loket.

None of it moves the permintaan. That the work is done is a sign for whoever may say so in Loket.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from loket.application.data import local_date
from loket.application.gitlab.outcomes import in_hand_of
from loket.application.recording import record
from loket.application.registry import Happened, Work
from loket.core.role import Role
from loket.integrations.gitlab.values import StateChange
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.gitlab import GitlabStateChange
from loket.models.issue_gitlab import IssueGitlab
from loket.models.permintaan import Penugasan
from loket.models.user import Jabatan, User

FINISHED, REOPENED = "issue.finished", "issue.reopened"
LOST, MOVED = "issue.lost", "issue.moved"
NOBODY = "akun yang sudah tidak ada"
_GONE = {
    IssueGitlab.Gone.HILANG: (LOST, "Issue GitLab {nomor} sudah dihapus atau tidak terlihat lagi."),
    IssueGitlab.Gone.PINDAH: (MOVED, "Issue GitLab {nomor} dipindahkan ke proyek lain."),
}
_DECIDE = "Loket tidak mengirim apa pun lagi ke sana sampai Anda memutuskannya."


def tell_state_changes(
    row: IssueGitlab, changes: Sequence[StateChange], account_id: int, now: datetime
) -> None:
    """Keep each, and tell of those by others than the account that Loket has now or had when it made the issue."""
    with transaction.atomic(durable=True):
        work = in_hand_of(row, now)
        for one in changes:
            is_ours = one.author_id in {account_id, *row.authors}
            kept, is_new = GitlabStateChange.objects.get_or_create(
                issue=row,
                event_id=one.id,
                defaults={
                    "is_open": one.is_open,
                    "is_ours": is_ours,
                    "author": _name(one.author),
                    "at": one.at,
                },
            )
            if is_new and not is_ours:
                _tell_of(work, kept)


def tell_gone(row: IssueGitlab, gone: IssueGitlab.Gone, now: datetime) -> None:
    """From now on nothing is sent to it; an admin hears of it and decides."""
    kind, sentence = _GONE[gone]
    with transaction.atomic(durable=True):
        work = in_hand_of(row, now)
        if not IssueGitlab.objects.filter(pk=row.pk, gone="", iid=row.iid).update(gone=gone, problem=""):
            return
        said = {"project_id": row.project_id, "iid": row.iid}
        entry = record(work, Happened(kind=kind, particulars=said))
        _send(_admins(now), f"{sentence.format(nomor=work.permintaan.nomor)} {_DECIDE}", entry)


def _tell_of(work: Work, change: GitlabStateChange) -> None:
    kind = REOPENED if change.is_open else FINISHED
    entry = record(work, Happened(kind=kind, particulars={"perubahan_id": change.pk}))
    what = "Issue dibuka kembali oleh" if change.is_open else "Pekerjaan ditandai selesai oleh"
    judul = f"{what} {change.author or NOBODY} di GitLab: {work.permintaan.nama_aplikasi}"
    _send(_section_and_team(work), judul, entry, permintaan_id=work.permintaan.pk)


def _send(users: Q, judul: str, entry: Entry, permintaan_id: int | None = None) -> None:
    """Whoever may not see the permintaan is told without a way to it."""
    people = User.objects.filter(users, is_active=True).distinct().order_by("pk")
    said = {
        "entry": entry,
        "judul": judul[:250],
        "sent_at": entry.happened_at,
        "permintaan_id": permintaan_id,
    }
    Pesan.objects.bulk_create(Pesan(user=user, **said) for user in people)


def _section_and_team(work: Work) -> Q:
    team = Penugasan.objects.current().filter(permintaan=work.permintaan)
    return _serving(Role.KEPALA_SEKSI, work.now) | Q(pk__in=team.values("user_id"))


def _admins(now: datetime) -> Q:
    return _serving(Role.ADMIN, now)


def _serving(role: Role, now: datetime) -> Q:
    return Q(pk__in=Jabatan.objects.serving([role], local_date(now)).values("user_id"))


def _name(said: str) -> str:
    """A name from GitLab is what somebody typed there."""
    return " ".join("".join(one if one.isprintable() else " " for one in said).split())[:100]
