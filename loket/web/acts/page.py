"""The page of an act: what it does, its form, and back to the permintaan."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loket.application.act import act
from loket.application.acts import ACTS
from loket.application.errors import Invalid, NotVisible, Overtaken, Refused
from loket.application.locking import in_hand
from loket.core.calendar import CalendarNotFilled
from loket.core.capacity import is_own, name_of
from loket.queries.step_rows import Standing, standing_of, uploads_shown, visible_permintaan
from loket.web.acts.forms import FORMS, ActForm
from loket.web.components.facts import Fact
from loket.web.components.forms import ErrorSummary, errors_of
from loket.web.components.navigation import Crumb
from loket.web.request import Request
from loket.web.step_files import kept_file, received
from loket.web.step_links import permintaan_url
from loket.web.step_overtaken import who_was_first
from loket.web.step_page import OK, OVERTAKEN, UNPROCESSABLE
from loket.web.step_typed import typed_in


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: Request, nomor: str, key: str) -> HttpResponse:
    permintaan = visible_permintaan(nomor, request.actor, with_opd=True)
    if permintaan is None or key not in FORMS:
        raise Http404
    standing = standing_of(permintaan, request.actor, request.now)
    if request.method != "POST":
        return _shown(request, standing, key, FORMS[key](standing, request.actor, request.now))
    typed, file_problem = received(request)
    form = FORMS[key](standing, request.actor, request.now, typed)
    read = form.is_valid()
    if file_problem and form.takes_file:
        form.add_error("berkas", file_problem)
    if not read or form.errors:
        _judge(request, standing, form)
        return _shown(request, standing, key, form, UNPROCESSABLE)
    return _perform(request, standing, key, form)


def _perform(request: Request, standing: Standing, key: str, form: ActForm) -> HttpResponse:
    nomor = standing.permintaan.nomor
    try:
        act(
            nomor=nomor,
            act_key=key,
            actor=request.actor,
            data=form.to_data(),
            now=request.now,
            seen=form.cleaned_data.get("seen"),
        )
    except Overtaken as overtaken:
        return _overtaken(request, key, form, overtaken)
    except Refused as refused:
        form.add_error(None, list(refused.verdict.unmet))
    except Invalid as invalid:
        form.place(invalid.problems)
    except CalendarNotFilled as unfilled:
        form.add_error(None, str(unfilled))
    except NotVisible as invisible:
        raise Http404 from invisible
    else:
        messages.success(request, form.RESULT)
        return HttpResponseRedirect(f"{permintaan_url(nomor)}{form.ANCHOR}")
    return _shown(request, standing, key, form, UNPROCESSABLE)


def _overtaken(request: Request, key: str, form: ActForm, overtaken: Overtaken) -> HttpResponse:
    """Who was first is told to those whose act it is; to all others it never was the reason."""
    permintaan = visible_permintaan(overtaken.nomor, request.actor, with_opd=True)
    if permintaan is None:
        raise Http404
    standing = standing_of(permintaan, request.actor, request.now)
    if any(request.actor.has(role) for role in ACTS[key].roles):
        form.add_error(None, who_was_first(overtaken, request))
        return _shown(request, standing, key, form, OVERTAKEN)
    verdict = ACTS[key].allowed(request.actor, standing.sop, standing.facts)
    form.add_error(None, list(verdict.unmet))
    return _shown(request, standing, key, form, UNPROCESSABLE)


def _judge(request: Request, standing: Standing, form: ActForm) -> None:
    """Say what else is wrong, beside what could not be read."""
    data = form.to_data()
    work = in_hand(standing.permintaan, actor=request.actor, data=data, now=request.now, source="web")
    form.place(data.check(work.facts, request.now))


def _shown(request: Request, standing: Standing, key: str, form: ActForm, status: int = OK) -> HttpResponse:
    permintaan = standing.permintaan
    form.refresh(permintaan.revision)
    form.kept = tuple(map(kept_file, uploads_shown(form.file_ids(), permintaan, request.actor)))
    back = permintaan_url(permintaan.nomor)
    reasons = ACTS[key].allowed(request.actor, standing.sop, standing.facts).unmet
    context = {
        "form": form,
        "title": form.LABEL,
        "lead": f"{permintaan.nama_aplikasi}, {permintaan.opd.nama}",
        "problems": ErrorSummary(errors=errors_of(form)),
        "reasons": reasons,
        "typed": typed_in(form) if reasons and form.is_bound else (),
        "facts": (
            Fact("Permintaan", permintaan.nama_aplikasi),
            Fact("Nomor", permintaan.nomor),
            *_as_whom(request, standing, key),
            *form.facts(),
        ),
        "back": back,
        "crumbs": (Crumb("Permintaan", "/permintaan"), Crumb(permintaan.nomor, back), Crumb(form.LABEL)),
    }
    return render(request, "acts/page.html", context, status=status)


def _as_whom(request: Request, standing: Standing, key: str) -> tuple[Fact, ...]:
    """Only where it is not done as oneself."""
    capacity = ACTS[key].capacity_of(request.actor, standing.sop, standing.facts)
    return () if is_own(capacity) else (Fact("Anda bertindak sebagai", name_of(capacity)),)
