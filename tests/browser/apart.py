"""GitLab as an admin finds it on a bad day: refused, behind, paused, and with issues that have come apart."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.test import override_settings
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application import outbox
from loket.models.gitlab import GitlabConnection
from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket
from loket.models.user import User

SIGNS: tuple[dict[str, object], ...] = (
    {"gone": "hilang", "problem": "gitlab_tidak_ditemukan"},
    {"gone": "pindah"},
    {"closed_at": True},
    {"is_open": False, "dropped": ["labels", "due_date"]},
    {"corrected": ["title", "labels"], "tries": 2},
)
URL = "https://gitlab.invalid/diskominfo/e-ticketing"


def with_a_gitlab() -> override_settings:
    """Settings that name one; nobody asks it for anything."""
    environment = replace(
        settings.ENVIRONMENT,
        gitlab_url="https://gitlab.invalid",
        gitlab_project="diskominfo/e-ticketing",
        gitlab_token=str(uuid4()),
    )
    return override_settings(ENVIRONMENT=environment)


def come_apart(now: datetime) -> None:
    for number, (tiket, said) in enumerate(zip(Tiket.objects.order_by("pk"), SIGNS, strict=False), start=1):
        given = {"stage": "created", "tries": 1, "asked_at": now, "corrected_at": now, **said}
        if said.get("closed_at"):
            given["closed_at"] = now
        IssueGitlab.objects.create(
            tiket=tiket,
            ref=uuid4(),
            project_id=1,
            iid=number,
            web_url=f"{URL}/-/issues/{number}",
            seen_at=now,
            **given,
        )
        job = app.configure_task(outbox.GITLAB, queue=outbox.GITLAB_QUEUE).defer(
            permintaan_id=tiket.permintaan_id
        )
        ProcrastinateJob.objects.filter(pk=job).update(status="failed", attempts=8)
    GitlabConnection.objects.create(
        paused_at=now,
        paused_by=User.objects.get(username="admin"),
        paused_because="GitLab dipindahkan ke server lain.",
        checked_at=now,
        problem="gitlab_tidak_terjangkau",
        failing_since=now - timedelta(days=1),
        version="19.5.0",
        project_name="e-ticketing",
        project_url=URL,
        token_expires_on=now.date() + timedelta(days=20),
        rights={
            "username": "loket-bot",
            "access_level": 10,
            "is_archived": False,
            "has_issues": True,
            "scopes": ["api"],
        },
    )
