"""What people say to each other about an issue that is made: comments both ways, and the merge requests."""

from datetime import datetime

from loket.application.gitlab.merge_requests import bring_merge_requests
from loket.application.gitlab.notes import bring_notes
from loket.application.gitlab.patience import LATER, again_after
from loket.application.gitlab.posting import send_waiting, unsettled
from loket.integrations.gitlab.client import Gitlab
from loket.integrations.gitlab.maker import Overtaken
from loket.integrations.gitlab.problems import GitlabProblem, is_silence
from loket.models.issue_gitlab import IssueGitlab


def talk(permintaan_id: int, gitlab: Gitlab, now: datetime) -> datetime | None:
    """Send and read what is due, and say when to come again, if at all. No failure of GitLab is raised.

    What could not be read is read with the next look; only what waits to be sent asks for another try. Where GitLab
    has just kept the issue itself waiting, nothing more is asked: its job comes again anyhow.
    """
    row = _made(permintaan_id)
    if row is None or row.project_id is None or is_silence(row.problem):
        return None
    issues = gitlab.issues_of(row.project_id)
    later = None
    try:
        account_id = gitlab.me().id
        later = send_waiting(row, issues, account_id, now)
        bring_notes(row, issues, account_id, now)
        bring_merge_requests(row, issues, now)
    except Overtaken:
        return now + LATER
    except GitlabProblem as problem:
        return later or (again_after(problem, now) if unsettled(row) else None)
    return later


def _made(permintaan_id: int) -> IssueGitlab | None:
    rows = IssueGitlab.objects.select_related("tiket").filter(tiket__permintaan=permintaan_id, gone="")
    return rows.exclude(iid=None).first()
