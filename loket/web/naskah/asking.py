"""What every page shares that asks before something is done with a naskah."""

from collections.abc import Callable

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render

from loket.application.act import act
from loket.application.data import StepData
from loket.application.errors import Invalid, NotVisible, Refused
from loket.queries.naskah import OneNaskah
from loket.web.naskah.forms import status_of
from loket.web.naskah.rows import naskah_url
from loket.web.office.sending import place
from loket.web.pages.naskah_satu import found_for, shown_of
from loket.web.request import Request

FORM = ["GET", "HEAD", "POST"]
_PLACES = {"upload_id": "berkas"}
"""By which name a form has a field of the data."""


def in_state(request: Request, pk: str, state: str) -> OneNaskah:
    found = found_for(request, pk)
    if found.naskah.state != state and request.method != "POST":
        raise Http404
    return found


def perform_act(request: Request, found: OneNaskah, key: str, data: StepData) -> None:
    try:
        act(nomor=found.naskah.permintaan.nomor, act_key=key, actor=request.actor, data=data, now=request.now)
    except NotVisible as invisible:
        raise Http404 from invisible


def done(form: forms.Form, do: Callable[[], None]) -> bool:
    """Whether it was done; every sentence of a refusal stands on the form."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        do()
    except Refused as refused:
        form.add_error(None, list(refused.verdict.unmet))
    except Invalid as invalid:
        place(form, {_PLACES.get(name, name): texts for name, texts in invalid.problems.items()})
    return not form.errors


def asked(request: Request, found: OneNaskah, form: forms.Form, what: str) -> HttpResponse:
    context = {
        **shown_of(found, request.actor, request.now),
        "form": form,
        "asks": f"work/naskah/{what}.html",
        "back": naskah_url(found.naskah.pk),
    }
    return render(request, "work/naskah_tindakan.html", context, status=status_of(form))
