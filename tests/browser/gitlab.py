"""A permintaan that people in GitLab have worked on and written about, as its rows are after a look."""

from datetime import timedelta
from uuid import uuid4

from loket.application.act import act
from loket.application.acts.diskusi import Data as Comment
from loket.models.diskusi import Comment as Kept
from loket.models.gitlab import GitlabComment, GitlabMergeRequest, GitlabPosting
from loket.models.issue_gitlab import IssueGitlab
from loket.models.permintaan import Permintaan
from tests.browser.papers import PaperRoad

_ADDRESS = "http://gitlab.invalid/diskominfo/e-ticketing/-"
_MERGE_REQUESTS = (
    ("Formulir pengambilan nomor antrean dari rumah", "merged", False, "success"),
    ("Rekap harian", "opened", False, "failed"),
    ("Cetak ulang tiket", "opened", True, "running"),
)


def talk_in_gitlab(road: PaperRoad) -> None:
    """Two notes there, two comments of which one waits, and three merge requests."""
    issue = IssueGitlab.objects.create(
        tiket=road.permintaan.tiket,
        ref=uuid4(),
        stage="created",
        tries=1,
        is_settled=True,
        project_id=10,
        iid=41,
        web_url=f"{_ADDRESS}/issues/41",
        dropped=["due_date"],
        seen_at=road.now,
    )
    for number, text in enumerate(
        ("Rancangan tabel sudah **selesai**.", "Pipeline gagal karena uji lama."), 1
    ):
        at = road.now - timedelta(minutes=10 * number)
        changed_at = road.now if number == 1 else None
        GitlabComment.objects.create(
            issue=issue, note_id=number, author="Budi Hartono", text=text, at=at, changed_at=changed_at
        )
    for number, (title, state, is_draft, pipeline) in enumerate(_MERGE_REQUESTS, 1):
        GitlabMergeRequest.objects.create(
            issue=issue,
            remote_id=number,
            reference=f"diskominfo/antrean!{number}",
            title=title,
            state=state,
            is_draft=is_draft,
            pipeline=pipeline,
            web_url=f"{_ADDRESS}/merge_requests/{number}",
            changed_at=road.now,
        )
    _send(road.permintaan, road, "Server uji sudah siap.", iid=7)
    _send(road.permintaan, road, "Alamat basis data menyusul.", problem="gitlab_tidak_terjangkau")


def _send(permintaan: Permintaan, road: PaperRoad, text: str, **said: object) -> None:
    data, actor = Comment(text=text), road.actor("kasi")
    act(nomor=road.nomor, act_key="catatan_internal", actor=actor, data=data, now=road.now)
    comment = Kept.objects.filter(permintaan=permintaan).latest("pk")
    GitlabPosting.objects.create(comment=comment, ref=uuid4(), **said)
