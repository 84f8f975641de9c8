"""Where GitLab and Loket differ, and what an admin may do about it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from loket.application.gitlab.pausing import may_press
from loket.application.gitlab.repairs import Way, repair
from loket.queries.gitlab_drift import page_of_drift
from loket.queries.gitlab_queue import waiting
from loket.web.office.gitlab_drift import drift_rows
from loket.web.office.gitlab_lists import lead
from loket.web.office.gitlab_place import DRIFT, TITLE, views, with_gitlab
from loket.web.pages.gitlab_antrean import edge_of, pages_of, pressed
from loket.web.request import Request

_DONE = {
    Way.ISSUE_BARU: "Issue baru segera dibuat.",
    Way.TUTUP: "Issue segera ditutup lagi.",
    Way.BANDINGKAN: "Issue segera dibandingkan.",
}


@with_gitlab
@require_safe
def page(request: Request) -> HttpResponse:
    found, counted = page_of_drift(edge_of(request), request.now), waiting()
    context = {
        "title": TITLE,
        "lead": lead(counted, request.now),
        "views": views(DRIFT, counted, request),
        "rows": drift_rows(found.rows, request),
        "reasons": may_press().unmet,
        **pages_of(found, DRIFT),
    }
    return render(request, "office/gitlab_perbedaan.html", context)


@with_gitlab
@require_POST
def repair_now(request: Request, pk: str, way: str) -> HttpResponse:
    chosen = Way(way)
    pressed(request, lambda: repair(int(pk), chosen, actor=request.actor, now=request.now), _DONE[chosen])
    return redirect(DRIFT)
