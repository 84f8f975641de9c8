"""What is done with a naskah: it is issued, signed, or voided; each asks on a page of its own."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from loket.application.act import act
from loket.application.acts.naskah import Issue, Signature, Voiding
from loket.application.data import StepData
from loket.application.errors import Invalid, NotVisible, Overtaken, Refused
from loket.application.naskah.certified import sign_by, ways_of_signing
from loket.application.naskah.recording import Proof
from loket.models.naskah import Naskah
from loket.queries.naskah import OneNaskah
from loket.web.naskah.forms import IssueForm, ScanForm, VoidForm, status_of
from loket.web.naskah.passphrase import PassphraseForm, counted
from loket.web.naskah.rows import naskah_url
from loket.web.office.sending import place
from loket.web.pages.naskah_satu import found_for, issues, shown_of, signs, voids
from loket.web.request import Request
from loket.web.step_files import received
from loket.web.step_overtaken import who_was_first
from loket.web.steps.fields import as_id

FORM = ["GET", "HEAD", "POST"]
State = Naskah.State


@login_required
@require_http_methods(FORM)
def issue(request: Request, pk: str) -> HttpResponse:
    found = _in_state(request, pk, State.KONSEP)
    if request.method != "POST" and not issues(request.actor, found.naskah):
        raise Http404
    form = IssueForm(ways_of_signing(), request.POST or None, seen=found.naskah.version)

    def give_number() -> None:
        way = str(form.cleaned_data.get("cara") or "")
        data = Issue(naskah_id=found.naskah.pk, cara=way, seen=form.seen_version())
        try:
            _act(request, found, "terbitkan_naskah", data)
        except Overtaken as overtaken:
            form.overtake(who_was_first(overtaken, request), found_for(request, pk).naskah.version)

    if _done(form, give_number):
        messages.success(request, "Naskah terbit dan bernomor. Sekarang tanda tangani.")
        return redirect(naskah_url(found.naskah.pk))
    return _asked(request, found_for(request, pk) if form.is_overtaken else found, form, "terbitkan")


@login_required
@sensitive_post_parameters("passphrase", "nik", "totp")
@require_http_methods(FORM)
def sign(request: Request, pk: str) -> HttpResponse:
    """With the passphrase of a certificate, or with the scan of the paper; what was signed and not recorded goes on."""
    found = _in_state(request, pk, State.MENUNGGU)
    naskah = found.naskah
    if request.method != "POST" and not signs(request, found):
        raise Http404
    if naskah.cara == Naskah.Cara.BASAH:
        return _sign_by_scan(request, found)
    kept = found.unrecorded(request.actor)
    form = PassphraseForm(naskah.cara, is_signed=kept is not None, data=request.POST or None)

    def sign_and_record() -> None:
        file = kept or counted(
            request, lambda: sign_by(naskah.pk, form.typed(), actor=request.actor, now=request.now)
        )
        proof = Proof(file_id=file.pk)
        _act(request, found, "tanda_tangani_naskah", Signature(naskah_id=naskah.pk, proof=proof))

    if _done(form, sign_and_record):
        messages.success(request, "Naskah sudah ditandatangani.")
        return redirect(naskah_url(naskah.pk))
    return _asked(request, found, form, "lanjutkan" if kept else "sertifikat")


@login_required
@require_http_methods(FORM)
def void(request: Request, pk: str) -> HttpResponse:
    found = found_for(request, pk)
    if request.method != "POST" and not voids(request.actor, found.naskah):
        raise Http404
    form = VoidForm(request.POST or None)

    def end() -> None:
        data = Voiding(naskah_id=found.naskah.pk, alasan=form.text())
        _act(request, found, "batalkan_naskah", data)

    if _done(form, end):
        messages.success(request, "Naskah dibatalkan. Nomornya tetap tercatat pada register.")
        return redirect(naskah_url(found.naskah.pk))
    return _asked(request, found, form, "batalkan")


def _sign_by_scan(request: Request, found: OneNaskah) -> HttpResponse:
    typed, file_problem = received(request) if request.method == "POST" else (None, "")
    form = ScanForm(typed)

    def record() -> None:
        proof = Proof(upload_id=as_id(form.text("berkas_id")), nomor=form.text("nomor"))
        _act(request, found, "tanda_tangani_naskah", Signature(naskah_id=found.naskah.pk, proof=proof))

    if file_problem and form.is_valid():
        form.add_error("berkas", file_problem)
    elif _done(form, record):
        messages.success(request, "Pindaian tersimpan. Naskah sudah ditandatangani.")
        return redirect(naskah_url(found.naskah.pk))
    return _asked(request, found, form, "pindaian")


def _in_state(request: Request, pk: str, state: str) -> OneNaskah:
    found = found_for(request, pk)
    if found.naskah.state != state and request.method != "POST":
        raise Http404
    return found


def _act(request: Request, found: OneNaskah, key: str, data: StepData) -> None:
    try:
        act(nomor=found.naskah.permintaan.nomor, act_key=key, actor=request.actor, data=data, now=request.now)
    except NotVisible as invisible:
        raise Http404 from invisible


def _done(form: forms.Form, do: Callable[[], None]) -> bool:
    """Whether it was done; every sentence of a refusal stands on the form."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        do()
    except Refused as refused:
        form.add_error(None, list(refused.verdict.unmet))
    except Invalid as invalid:
        place(form, invalid.problems)
    return not form.errors


def _asked(request: Request, found: OneNaskah, form: forms.Form, what: str) -> HttpResponse:
    context = {
        **shown_of(found, request.actor, request.now),
        "form": form,
        "asks": f"work/naskah/{what}.html",
        "back": naskah_url(found.naskah.pk),
    }
    return render(request, "work/naskah_tindakan.html", context, status=status_of(form))
