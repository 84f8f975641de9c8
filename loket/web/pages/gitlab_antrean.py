"""What waits for GitLab, and the jobs that gave up."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from loket.application.errors import Invalid
from loket.application.gitlab.connection_row import is_paused
from loket.application.gitlab.pausing import may_press
from loket.application.gitlab.retrying import retry
from loket.application.outbox import GITLAB, GITLAB_QUEUE
from loket.queries.gitlab_queue import next_jobs, numbers_of, page_of_failed, page_of_waiting, waiting
from loket.queries.keyset import Edge, Page, key_of
from loket.web.office.gitlab_lists import failed_rows, lead, queue_table
from loket.web.office.gitlab_place import FAILED, QUEUE, TITLE, views, with_gitlab
from loket.web.office.sending import sentences_of
from loket.web.request import Request


@with_gitlab
@require_safe
def queue(request: Request) -> HttpResponse:
    found, counted = page_of_waiting(edge_of(request)), waiting()
    jobs = next_jobs(GITLAB, [row.permintaan_id for row in found.rows])
    context = {
        "title": TITLE,
        "lead": lead(counted, request.now),
        "views": views(QUEUE, counted, request),
        "table": queue_table(found.rows, jobs, request, is_paused=is_paused()) if found.rows else None,
        **pages_of(found, QUEUE),
    }
    return render(request, "office/gitlab_antrean.html", context)


@with_gitlab
@require_safe
def failed(request: Request) -> HttpResponse:
    found, counted = page_of_failed(GITLAB_QUEUE, edge_of(request)), waiting()
    numbers = numbers_of([job.args["permintaan_id"] for job in found.rows if "permintaan_id" in job.args])
    context = {
        "title": TITLE,
        "lead": lead(counted, request.now),
        "views": views(FAILED, counted, request),
        "rows": failed_rows(found.rows, numbers, request.now),
        "reasons": may_press().unmet,
        **pages_of(found, FAILED),
    }
    return render(request, "office/gitlab_gagal.html", context)


@with_gitlab
@require_POST
def retry_now(request: Request, pk: str) -> HttpResponse:
    pressed(request, lambda: retry(int(pk), actor=request.actor, now=request.now), "Pekerjaan diulang.")
    return redirect(FAILED)


def pressed(request: Request, act: Callable[[], None], done: str) -> None:
    """Do what one press asks for, and say how it went on the page that comes next."""
    try:
        act()
    except Invalid as invalid:
        messages.error(request, " ".join(sentences_of(invalid)))
    else:
        messages.success(request, done)


def edge_of(request: Request) -> Edge:
    return Edge(after=key_of(request.GET.get("sesudah", "")), before=key_of(request.GET.get("sebelum", "")))


def pages_of(found: Page[Any], name: str) -> dict[str, str]:
    """The addresses of the page before and of the next."""
    url = reverse(name)
    return {
        "next_url": f"{url}?sesudah={found.next}" if found.next else "",
        "previous_url": f"{url}?sebelum={found.previous}" if found.previous else "",
    }
