"""One permintaan, a GitLab in this process with people in it, hooks that wait, and a worker that does the jobs."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import timedelta

import time_machine
from django.conf import settings
from django.test import Client, override_settings
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application import outbox
from loket.application.gitlab.changes import read_changes
from loket.application.gitlab.following import follow
from loket.application.gitlab.rounds import check_all
from loket.integrations.gitlab.client import Gitlab, Issues
from loket.integrations.gitlab.connection import connect
from loket.integrations.gitlab.standin.contract import Contract
from loket.integrations.gitlab.standin.hooks import Delivery
from loket.integrations.gitlab.standin.state import Hook, Issue, Level, Project, StandIn, Token
from loket.models.issue_gitlab import IssueGitlab
from tests.cast import Road
from tests.integrations.gitlab.makings import in_process
from tests.integrations.gitlab.standins import BOT, BUDI, PATH, PROJECT, TOKEN, Watch, contract_path

URL = "http://gitlab.test"
SECRET = "rahasia-webhook-milik-kantor"  # noqa: S105 - of a stand-in
HOOKS = "/api/v1/hooks/gitlab"
MOST_JOBS = 60


def a_standin(watch: Watch) -> StandIn:
    path = contract_path()
    project = Project(PROJECT, PATH, {BOT.id: Level.MAINTAINER, BUDI.id: Level.DEVELOPER})
    project.hooks.append(Hook("http://loket.test" + HOOKS, token=SECRET))
    return StandIn(
        clock=watch,
        people={one.id: one for one in (BOT, BUDI)},
        tokens={TOKEN: Token(BOT), "token-budi": Token(BUDI)},
        projects={PROJECT: project},
        contract=Contract.load(path) if path else None,
    )


@dataclass(slots=True)
class World:
    road: Road
    watch: Watch
    standin: StandIn
    client: Client = field(default_factory=Client)

    @property
    def project(self) -> Project:
        return self.standin.projects[PROJECT]

    @property
    def row(self) -> IssueGitlab:
        return IssueGitlab.objects.get(tiket__permintaan__nomor=self.road.nomor)

    @property
    def issue(self) -> Issue:
        return self.project.issues[self.row.iid or 0]

    def gitlab(self, holding: str = TOKEN) -> Gitlab:
        return Gitlab(connect(URL, holding, transport=in_process(self.standin)))

    def budi(self) -> Issues:
        """What a programmer does in GitLab, a moment later."""
        self.watch.move(seconds=1)
        return self.gitlab("token-budi").issues_of(PROJECT)

    def send(self, hook: Delivery) -> int:
        """Let a hook arrive at the real address."""
        with time_machine.travel(self.watch.at, tick=False):
            answer = self.client.post(
                HOOKS, data=hook.body, content_type="application/json", headers=hook.headers
            )
        return answer.status_code

    def take_hooks(self) -> list[Delivery]:
        waiting, self.standin.outgoing = self.standin.outgoing, []
        return waiting

    def deliver(self) -> None:
        assert {self.send(hook) for hook in self.take_hooks()} <= {202}

    def work(self) -> None:
        """Do all jobs about GitLab, as time brings them."""
        for _ in range(MOST_JOBS):
            job = ProcrastinateJob.objects.filter(task_name=outbox.GITLAB).order_by("-priority", "pk").first()
            if job is None:
                return
            ProcrastinateJob.objects.filter(pk=job.pk).delete()
            self.watch.at = max(self.watch.at, self.road.now, job.scheduled_at or self.watch.at)
            later = follow(job.args["permintaan_id"], self.gitlab(), PATH, self.watch.at)
            if later:
                outbox.follow_again(job.args["permintaan_id"], later, self.watch.at)
        raise AssertionError("never done")

    def reconcile(self) -> None:
        """What a quarter of an hour brings."""
        self.watch.move(minutes=15)
        read_changes(self.gitlab(), PATH, self.watch.at)
        self.work()

    def check(self) -> None:
        """What a night brings."""
        self.watch.move(hours=12)
        check_all(self.watch.at)
        self.work()

    def writes(self) -> list[str]:
        return [call for call in self.standin.calls if call in {"create", "update", "note"}]

    def again(self) -> "World":
        """The same once more, to go on from here in another way; what the database holds is the caller's."""
        standin = a_standin(Watch(self.watch.at))
        standin.projects, standin.last_id = deepcopy(self.standin.projects), self.standin.last_id
        watch = standin.clock
        assert isinstance(watch, Watch)
        return World(self.road, watch, standin, self.client)


@contextmanager
def world(road: Road) -> Iterator[World]:
    """A GitLab for the office of this road; what it is asked for and does not know fails the test."""
    watch = Watch(road.now)
    standin = a_standin(watch)
    environment = replace(
        settings.ENVIRONMENT,
        gitlab_url=URL,
        gitlab_token=TOKEN,
        gitlab_project=PATH,
        gitlab_webhook_token=SECRET,
    )
    with override_settings(ENVIRONMENT=environment):
        yield World(road, watch, standin)
    assert standin.violations == []


def moved_on(there: World, **by: float) -> None:
    there.watch.at = max(there.watch.at, there.road.now) + timedelta(**by)
