"""What is said of an issue and of a comment on its way, as sentences for the people of the office."""

from collections.abc import Iterable

from loket.core.facts import Status
from loket.integrations.gitlab.making import Stage
from loket.integrations.gitlab.problems import sentence_of
from loket.models.gitlab import GitlabConnection, GitlabPosting
from loket.models.issue_gitlab import IssueGitlab
from loket.models.permintaan import Permintaan
from loket.models.tiket import Tiket

RENEW = "Putar (rotate) atau ganti token di GitLab, pasang pada LOKET_GITLAB_TOKEN, lalu mulai Loket kembali."
"""What is done about a token that ends or has ended."""
_FIELDS = {
    "title": "judul",
    "description": "uraian",
    "labels": "label",
    "due_date": "tenggat",
    "confidential": "kerahasiaan",
    "state": "status",
}
"""The fields of an issue, as `dropped` and `corrected` name them."""


def state_of(issue: IssueGitlab) -> str:
    """How the issue stands: terbuka, ditutup, or why there is none (yet)."""
    if issue.gone:
        return IssueGitlab.Gone(issue.gone).label
    if issue.iid is None:
        return _unmade(issue)
    if issue.is_open:
        return "Terbuka"
    return "Ditutup di GitLab" if issue.tiket.state == Tiket.State.TERBUKA else "Ditutup"


def reason_of(row: IssueGitlab | GitlabConnection | GitlabPosting) -> str:
    """What stood in the way last, with what to do about it; "" where nothing did."""
    return sentence_of(row.problem)


def trouble_of(issue: IssueGitlab) -> str:
    """What stands in the way between Loket and the issue, or nothing."""
    return "" if issue.gone else reason_of(issue)


def words_of(fields: Iterable[str]) -> str:
    """In words, each once; a name that is not known is shown as it is."""
    return ", ".join(dict.fromkeys(_FIELDS.get(name, name) for name in fields))


def posting_state(posting: GitlabPosting, permintaan: Permintaan, issue: IssueGitlab | None) -> str:
    """Whether a comment has come to GitLab, or what it waits for."""
    if posting.iid is not None:
        return "Dikirim ke GitLab"
    if issue is not None and issue.gone:
        return f"Tidak dikirim ke GitLab. Issue: {state_of(issue).lower()}"
    if posting.problem:
        will_be = "Tidak" if posting.stage == Stage.REFUSED else "Belum"
        return f"{will_be} dikirim ke GitLab. {reason_of(posting)}"
    has_issue = issue is not None and issue.iid is not None
    if not has_issue and not Status(permintaan.status).is_open:
        return "Tidak dikirim ke GitLab, karena permintaan berakhir sebelum issue dibuat"
    return "Menunggu dikirim ke GitLab"


def _unmade(issue: IssueGitlab) -> str:
    if issue.tries == 0 and issue.tiket.state == Tiket.State.DITUTUP:
        return "Tidak dibuat, karena permintaan berakhir lebih dahulu"
    return "Belum dibuat"
