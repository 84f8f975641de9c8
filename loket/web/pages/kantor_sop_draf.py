"""`/kantor/sop/draf`: the next revision row by row, compared with the one before, and released."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from loket.application.data import local_date
from loket.application.office.sop_access import may_release
from loket.application.office.sop_concern import concern_of
from loket.application.office.sop_draft import printed_roles, save_naskah, save_row
from loket.application.office.sop_release import release_draft
from loket.application.office.sop_text import head_of, proposed, text_of_draft, unsound
from loket.core.role import Role
from loket.core.sop_difference import changes_between
from loket.models.sop_draft import SopDraft
from loket.queries.sop_revisions import current_draft
from loket.web import formats
from loket.web.components.navigation import Crumb
from loket.web.office.access import only
from loket.web.office.sending import accepted, shown
from loket.web.office.sop_forms import DraftForm, NaskahForm, ReleaseForm, RowForm
from loket.web.office.sop_reading import compared_rows, remarks_on
from loket.web.office.sop_tables import concern_banner, concern_table, draft_table
from loket.web.pages.kantor_sop import DRAFT, FORM, PAGE, TITLE, draft_facts, drafters_only, gone, trail
from loket.web.request import Request
from loket.web.shell import surroundings

head_only = only(Role.KEPALA_DINAS)


@drafters_only
@require_safe
def page(request: Request) -> HttpResponse:
    draft = current_draft()
    if draft is None:
        return gone(request)
    sop = proposed(draft)
    changes = changes_between(draft.based_on.rules(), sop)
    title = f"Rancangan revisi {draft.revisi}"
    context = {
        **_around(request, draft),
        "title": title,
        "crumbs": (Crumb(TITLE, reverse(PAGE)), Crumb(title)),
        "facts": draft_facts(draft),
        "table": draft_table(sop, changes),
        "remarks": remarks_on(sop),
    }
    return render(request, "office/sop_draf.html", context)


@drafters_only
@require_safe
def comparison(request: Request) -> HttpResponse:
    draft, around = current_draft(), surroundings(request)
    if draft is None or around is None:
        return gone(request)
    sop = proposed(draft)
    concern = concern_of(sop, around.calendar)
    context = {
        **_around(request, draft),
        "crumbs": trail("Perbandingan"),
        "changes": compared_rows(changes_between(draft.based_on.rules(), sop)),
        "remarks": remarks_on(sop),
        "concern": concern_banner(concern, draft.revisi),
        "concern_table": concern_table(concern, with_links=request.actor.sees_everything()),
    }
    return render(request, "office/sop_perbandingan.html", context)


@drafters_only
@require_http_methods(FORM)
def row(request: Request, key: str) -> HttpResponse:
    draft = current_draft()
    if draft is None:
        return gone(request)
    before, sop = draft.based_on.rules(), proposed(draft)
    step = sop.steps.get(key)
    if step is None:
        raise Http404
    form = RowForm(_sent(request), today=local_date(request.now), seen=draft.version, sop=sop, step=step)

    def act() -> None:
        save_row(key, form.to_data(), seen=form.version, actor=request.actor, now=request.now)

    def judge() -> Mapping[str, list[str]]:
        return form.to_data().check(before.step(key), printed_roles(before))

    title = f"Langkah {step.ke}, {step.nama}"
    context = {"title": title, "lead": _lead(draft), "standard": step.standard}
    return _saved(
        request,
        form,
        act,
        judge,
        done=f"{title} disimpan.",
        template="office/sop_baris.html",
        context=context,
    )


@drafters_only
@require_http_methods(FORM)
def naskah(request: Request) -> HttpResponse:
    draft = current_draft()
    if draft is None:
        return gone(request)
    form = NaskahForm(_sent(request), today=local_date(request.now), seen=draft.version, sop=proposed(draft))

    def act() -> None:
        save_naskah(form.to_data(), seen=form.version, actor=request.actor, now=request.now)

    return _saved(
        request,
        form,
        act,
        lambda: form.to_data().check(),
        done="Naskah disimpan.",
        template="office/isian.html",
        context={"title": "Naskah di luar tabel", "lead": _lead(draft)},
    )


@head_only
@require_http_methods(FORM)
def release(request: Request) -> HttpResponse:
    """A question with a form: what happens then, for whom, and by which decision."""
    draft = current_draft()
    if draft is None:
        return gone(request)
    today = local_date(request.now)
    form = ReleaseForm(_sent(request), today=today, seen=draft.version, initial=_offered(request, draft))

    def act() -> None:
        release_draft(form.to_data(), seen=form.version, actor=request.actor, now=request.now)

    if accepted(form, act, lambda: form.to_data().check(draft.based_on, today)):
        day = formats.plain_date(form.cleaned_data["tanggal_berlaku"])
        messages.success(request, f"Revisi {draft.revisi} ditetapkan. Berlaku mulai {day}.")
        return redirect(PAGE)
    _refresh(form)
    title = f"Tetapkan revisi {draft.revisi}"
    context = {
        **_around(request, draft),
        "title": title,
        "question": f"{title}?",
        "crumbs": trail(title),
        "facts": draft_facts(draft),
        "remarks": remarks_on(proposed(draft)),
    }
    return shown(request, "office/sop_tetapkan.html", form, context)


def _saved(
    request: Request,
    form: DraftForm,
    act: Callable[[], None],
    judge: Callable[[], Mapping[str, list[str]]],
    *,
    done: str,
    template: str,
    context: Mapping[str, Any],
) -> HttpResponse:
    if accepted(form, act, judge):
        messages.success(request, done)
        return redirect(DRAFT)
    _refresh(form)
    title = context["title"]
    around = {"crumbs": trail(title), "send_text": "Simpan ke rancangan", "back": reverse(DRAFT)}
    return shown(request, template, form, {**context, **around})


def _refresh(form: DraftForm) -> None:
    """After an answer the page is true again, whatever it was before."""
    if form.errors and (now := current_draft()):
        form.refresh(now.version)


def _around(request: Request, draft: SopDraft) -> dict[str, Any]:
    return {
        "draft": draft,
        "lead": _lead(draft),
        "problems": unsound(text_of_draft(draft)),
        "may_release": may_release(request.actor),
    }


def _lead(draft: SopDraft) -> str:
    return f"Rancangan revisi {draft.revisi} {draft.nomor}, disusun dari revisi {draft.based_on.revisi}."


def _offered(request: Request, draft: SopDraft) -> dict[str, Any]:
    """Whoever signed the revision before has the same rank still, as far as Loket knows."""
    signed = head_of(draft.based_on.content)
    same = signed["nama"].casefold() == request.user.nama.casefold()
    today = local_date(request.now)
    pangkat = signed.get("pangkat", "") if same else ""
    return {"tanggal_penetapan": today, "tanggal_berlaku": today, "pangkat": pangkat}


def _sent(request: Request) -> Any:
    return request.POST if request.method == "POST" else None
