"""The pages about GitLab: for admins, and all but the first only where there is a GitLab."""

from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse

from loket.application.gitlab.switched import place
from loket.application.outbox import GITLAB_QUEUE
from loket.queries.gitlab_drift import drifted
from loket.queries.gitlab_queue import Waiting, failed_jobs
from loket.web.components.navigation import Chip, Crumb
from loket.web.office.access import View, admin_only
from loket.web.request import Request

PAGE, QUEUE, FAILED, DRIFT = "gitlab", "gitlab_antrean", "gitlab_gagal", "gitlab_perbedaan"
TITLE = "Sambungan GitLab"


def with_gitlab(view: View) -> View:
    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if place() is None:
            raise Http404
        return view(request, *args, **kwargs)

    return admin_only(guarded)


def views(active: str, waiting: Waiting, request: Request) -> tuple[Chip, ...]:
    """The four pages and how much is on each (two queries)."""
    counts = {
        QUEUE: waiting.count,
        FAILED: failed_jobs(GITLAB_QUEUE).count(),
        DRIFT: drifted(request.now).count(),
    }
    names = {PAGE: "Sambungan", QUEUE: "Antrean", FAILED: "Pekerjaan gagal", DRIFT: "Perbedaan"}
    return tuple(
        Chip(text, reverse(name), count=counts.get(name), active=name == active)
        for name, text in names.items()
    )


def trail(name: str) -> tuple[Crumb, ...]:
    return Crumb(TITLE, reverse(PAGE)), Crumb(name)
