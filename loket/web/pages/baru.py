"""`/permintaan/baru`: one thing per page, kept as a draft while it is written."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from loket.application.draft_rows import NEW, discard_draft
from loket.application.drafts import DraftTooLarge, save_draft
from loket.models.diskusi import Draft
from loket.queries.agencies import active_names
from loket.web import formats
from loket.web.request import Request
from loket.web.step_files import received
from loket.web.steps.base import PlainForm
from loket.web.submission.answers import Answers, Sender
from loket.web.submission.door import draft_of, sending
from loket.web.submission.questions import Page

SAVE, TO_CHECK = "simpan", "ubah"


@login_required
@require_safe
@sending
def mulai(request: Request, sender: Sender) -> HttpResponse:
    """What is needed, and the way into the questions or back to a draft."""
    draft = draft_of(request)
    next_url = _address(Answers.of(sender, draft).unfinished())
    context = {"draft": draft, "is_clerk": sender.is_clerk, "next_url": next_url}
    return render(request, "submission/mulai.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@sending
def isian(request: Request, sender: Sender, halaman: str) -> HttpResponse:
    """One page of questions."""
    page = sender.page(halaman)
    if page is None:
        raise Http404
    draft = draft_of(request)
    answers = Answers.of(sender, draft)
    if request.method == "POST":
        return _take(request, page, answers)
    return _ask(request, page, answers, answers.form_to_fill(page), saved_at=_clock(draft))


@require_POST
def draf(request: Request) -> HttpResponse:
    """What a script saves while somebody is typing."""
    if not request.user.is_authenticated:
        return JsonResponse({"error": "Sesi Anda berakhir. Masuk lagi."}, status=401)
    return _save(request)


@login_required
@require_POST
def hapus(request: Request) -> HttpResponse:
    discard_draft(request.user.pk, NEW)
    messages.success(request, "Draf dihapus.")
    return redirect("baru")


@sending
def _save(request: Request, sender: Sender) -> HttpResponse:
    page = sender.page(request.GET.get("halaman", ""))
    if page is None:
        raise Http404
    try:
        draft = _keep(request, Answers.of(sender, draft_of(request)).with_page(page, request.POST))
    except DraftTooLarge as problem:
        return JsonResponse({"error": problem.sentence}, status=413)
    return JsonResponse({"saved_at": _clock(draft)})


def _take(request: Request, page: Page, before: Answers) -> HttpResponse:
    """Keep the page whatever is wrong with it, and go on when nothing is."""
    typed, file_problem = received(request) if page.takes_file else (request.POST, "")
    answers = before.with_page(page, typed)
    try:
        saved_at = _clock(_keep(request, answers))
    except DraftTooLarge as problem:
        form = answers.form_judged(page, file_problem)
        form.add_error(None, problem.sentence)
        return _ask(request, page, answers, form, status=413)
    if SAVE in request.POST:
        messages.success(request, f"Draf tersimpan pukul {saved_at}.")
        return redirect("baru")
    form = answers.form_judged(page, file_problem)
    if form.errors:
        return _ask(request, page, answers, form, saved_at=saved_at, status=422)
    following = None if TO_CHECK in request.GET else answers.sender.page_after(page)
    return redirect(_address(following))


def _ask(
    request: Request, page: Page, answers: Answers, form: PlainForm, *, saved_at: str = "", status: int = 200
) -> HttpResponse:
    pages = answers.sender.pages
    context = {
        "page": page,
        "form": form,
        "form_label": f"Halaman {page.title.lower()}",
        "number": pages.index(page) + 1,
        "total": len(pages) + 1,
        "to_check": TO_CHECK in request.GET,
        "draft_url": f"{reverse('draf_baru')}?halaman={page.key}",
        "saved_at": saved_at,
        "opd_names": active_names() if answers.sender.is_clerk else (),
    }
    return render(request, page.template, context, status=status)


def _keep(request: Request, answers: Answers) -> Draft:
    return save_draft(
        user_id=request.user.pk, place=NEW, fields=answers.fields(), actor=request.actor, now=request.now
    )


def _address(page: Page | None) -> str:
    """Of a page, or of the check behind the last one."""
    return reverse("baru_isian", args=[page.key]) if page else reverse("baru_periksa")


def _clock(draft: Draft | None) -> str:
    return formats.clock(localtime(draft.saved_at)) if draft else ""
