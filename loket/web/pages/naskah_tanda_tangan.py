"""`/naskah/N/tanda-tangan`: with the passphrase of a certificate, or with the scan of the signed paper."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from loket.application.acts.naskah import Signature
from loket.application.naskah.certified import sign_by
from loket.application.naskah.recording import Proof
from loket.application.naskah.signing import is_signed_in_step
from loket.core.naskah import STEP
from loket.models.naskah import OPD, Naskah
from loket.queries.naskah import OneNaskah
from loket.web.naskah.asking import FORM, asked, done, in_state, perform_act
from loket.web.naskah.forms import ScanForm
from loket.web.naskah.passphrase import BothWaysForm, PassphraseForm, counted
from loket.web.naskah.rows import naskah_url
from loket.web.pages.naskah_satu import signs
from loket.web.request import Request
from loket.web.step_files import received
from loket.web.step_links import step_url
from loket.web.steps.fields import as_id

SIGNED = "Naskah sudah ditandatangani."
FILED = "Pindaian tersimpan. Naskah sudah ditandatangani."


@login_required
@sensitive_post_parameters("passphrase", "nik", "totp")
@require_http_methods(FORM)
def sign(request: Request, pk: str) -> HttpResponse:
    """What is signed in its step is signed there; the second party has both ways."""
    found = in_state(request, pk, Naskah.State.MENUNGGU)
    naskah, party = found.naskah, found.next_party
    if is_signed_in_step(naskah):
        return redirect(step_url(naskah.permintaan.nomor, STEP))
    if request.method != "POST" and not signs(request, found):
        raise Http404
    if naskah.cara == Naskah.Cara.BASAH:
        return _on_paper(request, found)
    if party and party.pihak == OPD and not found.unrecorded(request.actor):
        return _either_way(request, found)
    return _by_certificate(request, found)


def _by_certificate(request: Request, found: OneNaskah) -> HttpResponse:
    """What was signed and not recorded goes on."""
    kept = found.unrecorded(request.actor)
    form = PassphraseForm(found.naskah.cara, request.actor, is_signed=bool(kept), data=request.POST or None)

    def sign_and_record() -> None:
        _record(request, found, Proof(file_id=kept.pk) if kept else _signed(request, found, form))

    if done(form, sign_and_record):
        return _finished(request, found, SIGNED)
    return asked(request, found, form, "lanjutkan" if kept else "sertifikat")


def _either_way(request: Request, found: OneNaskah) -> HttpResponse:
    typed, file_problem = _received(request)
    form = BothWaysForm(found.naskah.cara, request.actor, data=typed)

    def record() -> None:
        _record(request, found, _scan(form) if form.is_on_paper else _signed(request, found, form))

    if _refused(form, file_problem) or not done(form, record):
        return asked(request, found, form, "dua_cara")
    return _finished(request, found, FILED if form.is_on_paper else SIGNED)


def _on_paper(request: Request, found: OneNaskah) -> HttpResponse:
    typed, file_problem = _received(request)
    form = ScanForm(typed)
    if _refused(form, file_problem) or not done(form, lambda: _record(request, found, _scan(form))):
        return asked(request, found, form, "pindaian")
    return _finished(request, found, FILED)


def _received(request: Request) -> tuple[QueryDict | None, str]:
    return received(request) if request.method == "POST" else (None, "")


def _refused(form: forms.Form, file_problem: str) -> bool:
    if file_problem:
        form.add_error("berkas", file_problem)
    return bool(file_problem)


def _signed(request: Request, found: OneNaskah, form: PassphraseForm) -> Proof:
    pk, typed = found.naskah.pk, form.typed()
    file = counted(request, lambda: sign_by(pk, typed, actor=request.actor, now=request.now))
    return Proof(file_id=file.pk)


def _scan(form: ScanForm | BothWaysForm) -> Proof:
    return Proof(upload_id=as_id(form.text("berkas_id")), nomor=form.text("nomor"))


def _record(request: Request, found: OneNaskah, proof: Proof) -> None:
    signature = Signature(naskah_id=found.naskah.pk, proof=proof)
    perform_act(request, found, "tanda_tangani_naskah", signature)


def _finished(request: Request, found: OneNaskah, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect(naskah_url(found.naskah.pk))
