"""The page of a step: read it, take it up, send it. It cleans and shows; the road decides."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from loket.application.data import present
from loket.application.draft_rows import place_of
from loket.application.drafts import DraftTooLarge, save_draft
from loket.application.errors import Invalid, NotVisible, Overtaken, Refused
from loket.application.locking import in_hand
from loket.application.perform import perform, start
from loket.core.calendar import CalendarNotFilled
from loket.core.process import acting_roles
from loket.core.zone import ZONE
from loket.queries.step_rows import Standing, glance_at, standing_of, visible_permintaan
from loket.web import formats, step_success
from loket.web.components.facts import Fact
from loket.web.request import Request
from loket.web.step_context import page_context
from loket.web.step_files import received
from loket.web.step_overtaken import who_was_first
from loket.web.step_turn import Turn, desk_of, take_up, turn, turn_with
from loket.web.step_typed import typed_in_step
from loket.web.steps import FORMS
from loket.web.steps.base import Desk, StepForm
from loket.web.steps.rows import ADD, with_another_row

__all__ = ["Turn", "begin", "keep_draft", "page", "turn"]

TEMPLATE = "steps/page.html"
SAVE = "simpan"
"""The button that keeps a draft where no script does."""
PROPOSED = "usulan"
"""The button that fills in what Loket proposes; nothing is sent with it."""
OK, OVERTAKEN, UNPROCESSABLE, TOO_LARGE = 200, 409, 422, 413


@login_required
@sensitive_post_parameters("passphrase", "nik", "totp")
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: Request, nomor: str, step: str) -> HttpResponse:
    if request.method == "POST":
        return _send(request, _glance(request, nomor, step), step)
    standing = _standing(request, nomor, step)
    bagian = standing.bagian_of(step)
    desk = desk_of(request, standing, step, bagian)
    may = standing.verdict(request.actor, step, bagian)
    return _shown(request, desk, take_up(desk) if may else None)


@login_required
@require_POST
def begin(request: Request, nomor: str, step: str) -> HttpResponse:
    """`mulai`: the working clock runs from now on."""
    standing = _glance(request, nomor, step)
    bagian = _bagian(request.POST, standing, step)
    try:
        begun = start(nomor=nomor, step_key=step, bagian=bagian, actor=request.actor, now=request.now)
    except Refused as refused:
        messages.error(request, " ".join(refused.verdict.unmet))
    else:
        if begun:
            messages.success(request, f"Waktu kerja berjalan sejak pukul {_clock(request)}.")
    return redirect("langkah", nomor, step)


@require_POST
def keep_draft(request: Request, nomor: str, step: str) -> HttpResponse:
    """What a script saves while somebody is typing."""
    if not request.user.is_authenticated:
        return JsonResponse({"error": "Sesi Anda berakhir. Masuk lagi."}, status=401)
    standing = _glance(request, nomor, step)
    bagian = _bagian(request.POST, standing, step)
    form = FORMS[step, bagian](desk_of(request, standing, step, bagian))
    try:
        _save(request, form, request.POST)
    except DraftTooLarge as problem:
        return JsonResponse({"error": problem.sentence}, status=TOO_LARGE)
    return JsonResponse({"saved_at": _clock(request)})


def _send(request: Request, standing: Standing, step: str) -> HttpResponse:
    """Perform the bagian; whatever is in its way, the page comes back with everything that was typed."""
    bagian = _bagian(request.POST, standing, step)
    desk = desk_of(request, standing, step, bagian)
    typed, file_problem = received(request)
    if ADD in typed:
        form = FORMS[step, bagian](desk, with_another_row(typed))
        form.show_without_judging()
        return _again(request, form, OK)
    form = FORMS[step, bagian](desk, typed)
    if PROPOSED in typed:
        form = FORMS[step, bagian](desk, form.with_proposal(typed))
        form.show_without_judging()
        return _again(request, form, OK)
    if SAVE in typed:
        return _saved(request, form, typed)
    read = form.everything_is_read()
    if file_problem:
        form.add_error("berkas", file_problem)
    if not read or file_problem or form.needs_a_second_look():
        _judge(request, form)
        return _again(request, form, UNPROCESSABLE)
    return _perform(request, form)


def _perform(request: Request, form: StepForm) -> HttpResponse:
    desk = form.desk
    try:
        form.sign_first(request)
        entry = perform(
            nomor=desk.standing.permintaan.nomor,
            step_key=desk.step,
            bagian=desk.bagian,
            actor=request.actor,
            data=form.to_data(),
            seen=form.cleaned_data["seen"],
            now=request.now,
        )
    except Overtaken as overtaken:
        return _overtaken(request, form, overtaken)
    except Refused as refused:
        form.add_error(None, list(refused.verdict.unmet))
    except Invalid as invalid:
        form.place(invalid.problems)
    except CalendarNotFilled as unfilled:
        form.add_error(None, str(unfilled))
    except NotVisible as invisible:
        raise Http404 from invisible
    else:
        if left := form.left_over(entry.outcome):
            with suppress(DraftTooLarge):  # what was sent is recorded all the same
                _save(request, form, left)
        after = glance_at(present(entry.permintaan), request.actor)
        messages.success(request, step_success.sentence(form, entry, after))
        return HttpResponseRedirect(step_success.destination(form, after))
    return _again(request, form, UNPROCESSABLE)


def _overtaken(request: Request, form: StepForm, overtaken: Overtaken) -> HttpResponse:
    """Who was first is told to those who could have had the turn; to all others it never was the reason."""
    desk = form.desk
    standing = _standing(request, desk.standing.permintaan.nomor, desk.step)
    part = standing.sop.bagian(desk.step, desk.bagian)
    if acting_roles(request.actor, part, standing.facts):
        form.add_error(None, who_was_first(overtaken, request))
        return _again(request, form, OVERTAKEN)
    form.add_error(None, list(standing.verdict(request.actor, desk.step, desk.bagian).unmet))
    return _again(request, form, UNPROCESSABLE)


def _judge(request: Request, form: StepForm) -> None:
    """Say all that is wrong at once: what could be read is checked although the rest could not."""
    data = form.to_data()
    work = in_hand(
        form.desk.standing.permintaan, actor=request.actor, data=data, now=request.now, source="web"
    )
    try:
        form.place(data.check(work.facts, request.now))
    except CalendarNotFilled as unfilled:
        form.add_error(None, str(unfilled))


def _again(request: Request, form: StepForm, status: int) -> HttpResponse:
    """The same page with the same answers: fresh for another try, or only to read where it is not hers to send."""
    step, bagian = form.desk.step, form.desk.bagian
    standing = _standing(request, form.desk.standing.permintaan.nomor, step)
    desk = desk_of(request, standing, step, bagian)
    form.desk = desk
    form.refresh(standing.permintaan.revision)
    verdict = standing.verdict(request.actor, step, bagian)
    if _is_hers(request, standing, step, bagian):
        return _shown(request, desk, turn_with(form, desk, reasons=verdict.unmet), status=status)
    return _shown(request, desk, None, typed=typed_in_step(form), status=UNPROCESSABLE)


def _is_hers(request: Request, standing: Standing, step: str, bagian: str) -> bool:
    """Whether the bagian is of a role that this person holds, be it their turn or not."""
    return any(request.actor.has(role) for role in standing.sop.bagian(step, bagian).pelaksana)


def _saved(request: Request, form: StepForm, typed: QueryDict) -> HttpResponse:
    desk = form.desk
    if not _is_hers(request, desk.standing, desk.step, desk.bagian):
        return _again(request, form, UNPROCESSABLE)
    try:
        _save(request, form, typed)
    except DraftTooLarge as problem:
        form.is_valid()
        form.add_error(None, problem.sentence)
        return _again(request, form, TOO_LARGE)
    messages.success(request, f"Draf tersimpan pukul {_clock(request)}.")
    return redirect("langkah", desk.standing.permintaan.nomor, desk.step)


def _save(request: Request, form: StepForm, typed: QueryDict) -> None:
    desk = form.desk
    save_draft(
        user_id=request.user.pk,
        place=place_of(desk.standing.permintaan.nomor, desk.step, desk.bagian),
        fields={name: typed.getlist(name) for name in typed if form.may_draft(name)},
        actor=request.actor,
        now=request.now,
    )


def _shown(
    request: Request, desk: Desk, shown: Turn | None, *, typed: Sequence[Fact] = (), status: int = OK
) -> HttpResponse:
    context: dict[str, Any] = {**page_context(desk, shown, refused=status != OK), "typed": typed}
    return render(request, TEMPLATE, context, status=status)


def _glance(request: Request, nomor: str, step: str, *, with_opd: bool = False) -> Standing:
    """404 for what this person may not see, and for a step that the SOP does not know."""
    permintaan = visible_permintaan(nomor, request.actor, with_opd=with_opd)
    if permintaan is None:
        raise Http404
    standing = glance_at(permintaan, request.actor)
    if step not in standing.sop.steps:
        raise Http404
    return standing


def _standing(request: Request, nomor: str, step: str) -> Standing:
    """The same with its runs and team, as a page needs them."""
    return standing_of(_glance(request, nomor, step, with_opd=True).permintaan, request.actor, request.now)


def _bagian(typed: QueryDict, standing: Standing, step: str) -> str:
    bagian = typed.get("bagian", "")
    if bagian not in standing.sop.step(step).bagian:
        raise Http404
    return bagian


def _clock(request: Request) -> str:
    return formats.clock(request.now.astimezone(ZONE))
