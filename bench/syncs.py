"""Permintaan with an open ticket whose issues are made and changed: by the jobs of Loket, and by bare requests."""

from datetime import datetime
from itertools import cycle

import httpx
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application import outbox
from loket.application.gitlab.rounds import follow_all_open
from loket.core.priority import Level
from loket.models.issue_gitlab import IssueGitlab
from loket.models.permintaan import Permintaan
from loket.models.user import User
from tests.cast import Road


class Syncs:
    def __init__(self, now: datetime) -> None:
        self.now = now
        self.levels = cycle(Level)

    def prepare(self, count: int) -> None:
        """So many permintaan that have been through step 4; nothing of them has been sent yet."""
        road = Road({user.username: user for user in User.objects.all()}, self.now)
        for _ in range(count):
            road.submit()
            road.walk_to("undangan")
        ProcrastinateJob.objects.all().delete()

    def change_all(self) -> None:
        """Let every issue differ from its ticket, and queue what brings it up to date."""
        Permintaan.objects.update(priority=next(self.levels).value)
        follow_all_open(self.now)

    def work(self) -> None:
        """Do what is queued, as the one worker of an office does."""
        with app.replace_connector(app.connector.get_worker_connector()) as worker:  # type: ignore[attr-defined]  # of the Django connector
            worker.run_worker(queues=[outbox.GITLAB_QUEUE], wait=False, install_signal_handlers=False)

    def agree(self) -> bool:
        """Whether each has its issue without a problem, and all that was queued is done."""
        rows = IssueGitlab.objects.filter(problem="", iid__isnull=False)
        waiting = ProcrastinateJob.objects.filter(queue_name=outbox.GITLAB_QUEUE, status="todo")
        return rows.count() == Permintaan.objects.count() and not waiting.exists()


def bare(url: str, token: str, count: int) -> None:
    """The least there is to do: read an issue and change it, each by a connection of its own, so many times."""
    headers = {"Authorization": f"Bearer {token}"}
    limits = httpx.Limits(max_keepalive_connections=0)
    with httpx.Client(base_url=url, trust_env=False, headers=headers, limits=limits) as client:
        for number in range(count):
            issue = client.get("/api/v4/projects/1/issues/1").json()
            labels = {"add_labels": f"urut::{number}", "remove_labels": ",".join(issue["labels"])}
            client.put("/api/v4/projects/1/issues/1", json=labels).raise_for_status()
