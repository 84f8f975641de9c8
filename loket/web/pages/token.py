"""`/akun/token`: the tokens by which programs act as this person."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from loket.application.office.tokens import LONGEST_DAYS, TokenData, create_token, revoke_token
from loket.models.token import Token
from loket.queries.tokens import own_token, tokens_of
from loket.web.components.navigation import Crumb
from loket.web.confirming import ConfirmedForm
from loket.web.office.access import admin_only
from loket.web.office.accounts import ONE, crumbs
from loket.web.office.sending import accepted, asked, attempted, shown
from loket.web.office.tokens import revoking, tokens_table
from loket.web.pages.pengguna import found_account
from loket.web.request import Request
from loket.web.steps.fields import ChoiceField, NumberField, TextField

PAGE = "token"
FORM = ["GET", "HEAD", "POST"]
USUAL_DAYS = 90


class TokenForm(ConfirmedForm):
    nama = TextField(label="Nama", what="nama token", help_text="Contoh Sistem perencanaan kabupaten")
    scope = ChoiceField(label="Izin", choices=Token.Scope.choices, initial=Token.Scope.BACA)
    days = NumberField(
        label="Masa berlaku", help_text=f"Dalam hari, paling lama {LONGEST_DAYS}.", initial=USUAL_DAYS
    )

    def to_data(self) -> TokenData:
        typed = self.cleaned_data
        return TokenData(
            nama=str(typed.get("nama") or ""), scope=str(typed.get("scope") or ""), days=typed.get("days")
        )


@login_required
@require_http_methods(FORM)
@never_cache
@sensitive_post_parameters("password")
def page(request: Request) -> HttpResponse:
    """The list, and the form. A new secret is shown by the answer that made it and by no other."""
    form = TokenForm(request, request.POST if request.method == "POST" else None)
    made: list[str] = []

    def make() -> None:
        made.append(create_token(request.user, form.to_data(), actor=request.actor, now=request.now)[1])

    accepted(form, make, lambda: form.to_data().check())
    context = {
        "form": TokenForm(request) if made else form,
        "secret": made[0] if made else "",
        "table": tokens_table(
            tokens_of(request.user.pk, request.now), lambda one: reverse("cabut_token", args=[one.pk])
        ),
        "docs_url": "/api/v1/docs",
        "crumbs": (Crumb("Akun", reverse("akun")), Crumb("Token")),
    }
    return render(request, "work/token.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(FORM)
@never_cache
@sensitive_post_parameters("password")
def revoke(request: Request, pk: str) -> HttpResponse:
    token = own_token(int(pk), request.user.pk, request.now)
    if token is None:
        raise Http404
    form = ConfirmedForm(request, request.POST if request.method == "POST" else None)
    if accepted(form, lambda: revoke_token(token, actor=request.actor, now=request.now), dict):
        messages.success(request, f"Token {token.nama} dicabut.")
        return redirect(PAGE)
    context = {
        "title": "Cabut token",
        "lead": f"Program yang memakai {token} tidak dapat masuk lagi.",
        "crumbs": (Crumb("Akun", reverse("akun")), Crumb("Token", reverse(PAGE)), Crumb("Cabut")),
        "send_text": "Cabut token",
        "back": reverse(PAGE),
    }
    return shown(request, "office/isian.html", form, context)


@admin_only
@require_http_methods(FORM)
def revoke_of(request: Request, pk: str, token: str) -> HttpResponse:
    """An admin ends one that has strayed, or whose program nobody knows; its owner is told."""
    account, back = found_account(pk), reverse(ONE, args=[pk])
    found = own_token(int(token), account.pk, request.now)
    if found is None:
        raise Http404
    done, problems = attempted(request, lambda: revoke_token(found, actor=request.actor, now=request.now))
    if done:
        messages.success(request, f"Token {found.nama} dicabut, dan pemiliknya diberi tahu.")
        return redirect(back)
    return asked(request, revoking(found, back), crumbs(account.nama, back, "Cabut token"), problems)
