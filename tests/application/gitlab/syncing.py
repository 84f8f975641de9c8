"""The jobs of the queue that talk to GitLab, done one after the other as a worker would."""

from datetime import datetime

from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application import outbox
from loket.application.gitlab.following import follow
from loket.models.issue_gitlab import IssueGitlab
from loket.models.permintaan import Permintaan
from tests.integrations.gitlab.standins import PATH, Talk

MOST = 40


def sync(gitlab: Talk, permintaan: Permintaan, now: datetime, *, patient: bool = True) -> datetime:
    """Follow until nothing is left to do; gives the moment at which that was."""
    gitlab.watch.at = now
    for _ in range(MOST):
        later = follow(permintaan.pk, gitlab.client(patient=patient), PATH, gitlab.watch.at)
        if later is None:
            return gitlab.watch.at
        assert later >= gitlab.watch.at
        gitlab.watch.at = later
    raise AssertionError("never done")


def queued() -> list[int]:
    """The permintaan that a job is to bring up to date, in the order of the jobs."""
    jobs = ProcrastinateJob.objects.filter(task_name=outbox.GITLAB).order_by("pk")
    return [job.args["permintaan_id"] for job in jobs]


def changes_wanted() -> int:
    """How many jobs are to read, before the next round, what has changed."""
    return ProcrastinateJob.objects.filter(task_name=outbox.GITLAB_CHANGES).count()


def issue_row() -> IssueGitlab:
    return IssueGitlab.objects.get()
