"""`/permintaan/baru/periksa`: read all answers once more, then send them; and the receipt of what was sent."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_safe

from loket.application.draft_rows import NEW, discard_draft
from loket.application.errors import Invalid, Refused
from loket.application.submit import sent_with, submit
from loket.core.calendar import CalendarNotFilled
from loket.core.facts import Status
from loket.models.diskusi import Draft
from loket.models.surat import Surat
from loket.queries.step_rows import visible_permintaan
from loket.web.request import Request
from loket.web.step_links import permintaan_url
from loket.web.steps.fields import as_id
from loket.web.submission import summary
from loket.web.submission.answers import Answers, Sender
from loket.web.submission.door import draft_of, sending


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@sending
def periksa(request: Request, sender: Sender) -> HttpResponse:
    draft = draft_of(request)
    if draft is None:
        return _sent_before(request)
    answers = Answers.of(sender, draft)
    if request.method != "POST":
        return _show(request, draft, answers)
    if answers.problems:
        return _show(request, draft, answers, status=422)
    return _send(request, draft, answers)


@login_required
@require_safe
def tanda_terima(request: Request, nomor: str) -> HttpResponse:
    """The receipt: number, tracking code, and what happens next and until when."""
    permintaan = visible_permintaan(nomor, request.actor, with_opd=True)
    surat = Surat.objects.filter(permintaan=permintaan, is_current=True).first() if permintaan else None
    if permintaan is None or surat is None:
        raise Http404
    context = {
        "permintaan": permintaan,
        "facts": summary.receipt(permintaan, surat),
        "following": summary.following(permintaan),
        "owes_original": surat.asli_received_at is None and surat.bentuk != Surat.Bentuk.ELEKTRONIK_TTE,
        "is_open": Status(permintaan.status).is_open,
        "permintaan_url": permintaan_url(nomor),
        "track_url": reverse("lacak_kode", args=[permintaan.kode_lacak]),
        "now": request.now,
    }
    return render(request, "submission/tanda_terima.html", context)


def _send(request: Request, draft: Draft, answers: Answers) -> HttpResponse:
    try:
        permintaan = submit(
            actor=request.actor,
            opd_id=answers.opd_id,
            data=answers.data,
            now=request.now,
            begun_at=_begun(draft, answers.sender),
            key=_key(draft.pk),
        )
    except Invalid as invalid:
        sentences = [sentence for found in invalid.problems.values() for sentence in found]
        return _show(request, draft, answers, sentences, status=422)
    except Refused as refused:
        return _show(request, draft, answers, refused.verdict.unmet, status=422)
    except CalendarNotFilled as unfilled:
        return _show(request, draft, answers, [str(unfilled)], status=422)
    discard_draft(request.user.pk, NEW)
    return redirect("tanda_terima", permintaan.nomor)


def _show(
    request: Request, draft: Draft, answers: Answers, refusals: Sequence[str] = (), status: int = 200
) -> HttpResponse:
    context = {
        "sections": summary.sections(answers),
        "missing": summary.missing(answers),
        "refusals": refusals,
        "is_refused": status != 200,  # noqa: PLR2004 - anything but OK
        "similar": summary.similar(answers),
        "key": draft.pk,
        "number": len(answers.sender.pages) + 1,
    }
    return render(request, "submission/periksa.html", context, status=status)


def _sent_before(request: Request) -> HttpResponse:
    """Nothing to check: perhaps the button was pressed twice, and then the first time counts."""
    draft_id = as_id(request.POST.get("kunci", ""))
    permintaan = sent_with(_key(draft_id), actor=request.actor) if draft_id else None
    if permintaan is not None:
        return redirect("tanda_terima", permintaan.nomor)
    messages.warning(request, "Belum ada draf untuk diperiksa. Isi permintaan dahulu.")
    return redirect("baru")


def _key(draft_id: int) -> str:
    return f"draf-{draft_id}"


def _begun(draft: Draft, sender: Sender) -> datetime | None:
    """When the writing began, as far as the office's calendar reaches back."""
    return draft.begun_at if localtime(draft.begun_at).date() >= sender.calendar.first else None
