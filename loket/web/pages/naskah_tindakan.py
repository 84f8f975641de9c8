"""What is done with a naskah by whoever answers for it: it is issued, or voided; each asks on a page of its own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from loket.application.acts.naskah import Issue, Voiding
from loket.application.errors import Overtaken
from loket.application.naskah.certified import ways_of_signing
from loket.models.naskah import Naskah
from loket.web.naskah.asking import FORM, asked, done, in_state, perform_act
from loket.web.naskah.forms import IssueForm, VoidForm
from loket.web.naskah.rows import naskah_url
from loket.web.pages.naskah_satu import found_for, issues, voids
from loket.web.request import Request
from loket.web.step_overtaken import who_was_first


@login_required
@require_http_methods(FORM)
def issue(request: Request, pk: str) -> HttpResponse:
    found = in_state(request, pk, Naskah.State.KONSEP)
    if request.method != "POST" and not issues(request.actor, found.naskah):
        raise Http404
    form = IssueForm(ways_of_signing(), request.POST or None, version=found.naskah.version)

    def give_number() -> None:
        way = str(form.cleaned_data.get("cara") or "")
        data = Issue(naskah_id=found.naskah.pk, cara=way, version=form.shown_version())
        try:
            perform_act(request, found, "terbitkan_naskah", data)
        except Overtaken as overtaken:
            form.overtake(who_was_first(overtaken, request), found_for(request, pk).naskah.version)

    if done(form, give_number):
        messages.success(request, "Naskah terbit dan bernomor. Sekarang tanda tangani.")
        return redirect(naskah_url(found.naskah.pk))
    return asked(request, found_for(request, pk) if form.is_overtaken else found, form, "terbitkan")


@login_required
@require_http_methods(FORM)
def void(request: Request, pk: str) -> HttpResponse:
    found = found_for(request, pk)
    if request.method != "POST" and not voids(request.actor, found.naskah):
        raise Http404
    form = VoidForm(request.POST or None)

    def end() -> None:
        data = Voiding(naskah_id=found.naskah.pk, alasan=form.text())
        perform_act(request, found, "batalkan_naskah", data)

    if done(form, end):
        messages.success(request, "Naskah dibatalkan. Nomornya tetap tercatat pada register.")
        return redirect(naskah_url(found.naskah.pk))
    return asked(request, found, form, "batalkan")
