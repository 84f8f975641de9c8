"""Who may come in to write a request; everybody else is told so politely."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from loket.application.draft_rows import NEW, read_draft
from loket.application.rehearsal import may_submit
from loket.models.diskusi import Draft
from loket.web.request import Request
from loket.web.shell import surroundings
from loket.web.submission.answers import Sender

View = Callable[..., HttpResponse]


def sending(view: View) -> View:
    """Give a view the sender."""

    @wraps(view)
    def asked(request: Request, **parts: Any) -> HttpResponse:
        around = surroundings(request)
        if around is None or around.sop is None:
            raise Http404
        verdict = may_submit(request.actor, around.sop)
        if not verdict:
            return render(request, "submission/ditolak.html", {"reasons": verdict.unmet}, status=403)
        sender = Sender(
            user=request.user, actor=request.actor, sop=around.sop, calendar=around.calendar, now=request.now
        )
        return view(request, sender, **parts)

    return asked


def draft_of(request: Request) -> Draft | None:
    return read_draft(request.user.pk, NEW)
