"""`/akun/sertifikat`: one's own internal certificate, by which letters are signed in Loket."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from loket.application.data import local_date
from loket.application.office.certificates import (
    SHORTEST,
    Data,
    make_certificate,
    problems_of_revoking,
    revoke_certificate,
)
from loket.core.naskah_acts import SIGNERS
from loket.models.sertifikat import Sertifikat
from loket.queries.naskah import certificates_of
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.navigation import Crumb
from loket.web.confirming import ConfirmedForm
from loket.web.office.access import admin_only
from loket.web.office.accounts import ONE, crumbs
from loket.web.office.sending import accepted, shown
from loket.web.pages.pengguna import found_account
from loket.web.request import Request
from loket.web.steps.fields import TextField

PAGE = "sertifikat"
FORM = ["GET", "HEAD", "POST"]


def _secret(label: str, help_text: str = "") -> TextField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return TextField(label=label, help_text=help_text, strip=False, widget=widget)


class PassphraseForm(ConfirmedForm):
    passphrase = _secret(
        "Passphrase baru", f"Paling sedikit {SHORTEST} karakter; jangan samakan dengan kata sandi."
    )
    again = _secret("Ulangi passphrase")

    def to_data(self) -> Data:
        typed = {name: str(self.cleaned_data.get(name) or "") for name in ("passphrase", "again")}
        return Data(**typed)


class ReasonForm(forms.Form):
    reason = TextField(label="Alasan pencabutan", help_text="Contoh passphrase diketahui orang lain")

    def text(self) -> str:
        return str(self.cleaned_data.get("reason") or "")


class RevokeForm(ConfirmedForm, ReasonForm):
    """One's own."""


@login_required
@require_http_methods(FORM)
@never_cache
@sensitive_post_parameters("passphrase", "again", "password")
def page(request: Request) -> HttpResponse:
    """What there is, and the form that makes it or makes it anew."""
    if not any(request.actor.has(role) for role in SIGNERS):
        raise Http404
    form = PassphraseForm(request, request.POST if request.method == "POST" else None)

    def make() -> None:
        make_certificate(form.to_data(), actor=request.actor, now=request.now)

    if accepted(form, make, lambda: form.to_data().check()):
        messages.success(
            request, "Sertifikat internal dibuat. Ingat passphrase Anda; Loket tidak menyimpannya."
        )
        return redirect(PAGE)
    held = certificates_of(request.user.pk)
    valid = next((one for one in held if one.revoked_at is None), None)
    context = {
        "form": form,
        "is_valid": valid is not None,
        "facts": _facts(valid) if valid else (),
        "earlier": tuple(_earlier(one) for one in held if one.revoked_at),
        "crumbs": (Crumb("Akun", reverse("akun")), Crumb("Sertifikat")),
        "revoke_url": reverse("cabut_sertifikat"),
    }
    return render(request, "work/sertifikat.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(FORM)
@never_cache
@sensitive_post_parameters("password")
def revoke(request: Request) -> HttpResponse:
    form = RevokeForm(request, request.POST if request.method == "POST" else None)

    def end() -> None:
        revoke_certificate(request.user, form.text(), actor=request.actor, now=request.now)

    if accepted(form, end, lambda: problems_of_revoking(request.user, form.text())):
        messages.success(request, "Sertifikat dicabut. Yang sudah ditandatangani sebelumnya tetap berlaku.")
        return redirect(PAGE)
    context = {
        "title": "Cabut sertifikat",
        "lead": "Sertifikat tidak dapat dipakai lagi. Anda dapat membuat yang baru.",
        "crumbs": (Crumb("Akun", reverse("akun")), Crumb("Sertifikat", reverse(PAGE)), Crumb("Cabut")),
        "send_text": "Cabut sertifikat",
        "back": reverse(PAGE),
    }
    return shown(request, "office/isian.html", form, context)


@admin_only
@require_http_methods(FORM)
def revoke_of(request: Request, pk: str) -> HttpResponse:
    """An admin revokes that of somebody who has lost the passphrase or left."""
    account, back = found_account(pk), reverse(ONE, args=[pk])
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def end() -> None:
        revoke_certificate(account, form.text(), actor=request.actor, now=request.now)

    if accepted(form, end, dict):
        messages.success(request, f"Sertifikat {account.nama} dicabut, dan pemiliknya diberi tahu.")
        return redirect(back)
    context = {
        "title": "Cabut sertifikat",
        "lead": f"{account.nama} tidak dapat memakainya lagi. Yang sudah ditandatangani tetap berlaku.",
        "crumbs": crumbs(account.nama, back, "Cabut sertifikat"),
        "send_text": "Cabut sertifikat",
        "back": back,
    }
    return shown(request, "office/isian.html", form, context)


def _facts(one: Sertifikat) -> tuple[Fact, ...]:
    return (
        Fact("Berlaku sejak", formats.full_date(local_date(one.valid_from))),
        Fact("Berlaku sampai", formats.full_date(local_date(one.valid_until))),
        Fact("Nomor seri", one.serial),
    )


def _earlier(one: Sertifikat) -> Fact:
    ended = formats.full_date(local_date(one.revoked_at)) if one.revoked_at else ""
    return Fact(one.serial, f"Dicabut {ended}", lines=(one.reason,))
