"""`/akun/token`: the tokens by which programs act as this person."""

from collections.abc import Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from loket.application.office.tokens import LONGEST_DAYS, TokenData, create_token, revoke_token
from loket.core.zone import ZONE
from loket.models.token import Token
from loket.queries.tokens import own_token, tokens_of
from loket.web import formats
from loket.web.components.navigation import Crumb
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.confirming import ConfirmedForm
from loket.web.office.sending import accepted, shown
from loket.web.request import Request
from loket.web.steps.fields import ChoiceField, NumberField, TextField

PAGE = "token"
FORM = ["GET", "HEAD", "POST"]
USUAL_DAYS = 90
COLUMNS = tuple(map(Column, ("Nama", "Izin", "Berlaku sampai", "Terakhir dipakai", "Tindakan")))


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
        "table": _table(tokens_of(request.user.pk, request.now)),
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


def _table(tokens: Sequence[Token]) -> Table | None:
    if not tokens:
        return None
    return Table(caption="Token yang berlaku", columns=COLUMNS, rows=tuple(map(_row, tokens)))


def _row(one: Token) -> TableRow:
    used = formats.full_datetime(one.last_used_at.astimezone(ZONE)) if one.last_used_at else "Belum pernah"
    return TableRow(
        (
            Cell(one.nama, detail=f"{one.prefix}..."),
            Cell(one.get_scope_display()),
            Cell(formats.full_date(one.expires_at.astimezone(ZONE).date())),
            Cell(used),
            Cell("Cabut", url=reverse("cabut_token", args=[one.pk])),
        )
    )
