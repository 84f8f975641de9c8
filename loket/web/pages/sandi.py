"""`/akun/sandi`: one's own password, changed while signed in or set by a link that an admin has issued."""

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from loket.application.errors import Invalid
from loket.application.office.accounts import link_for, set_password
from loket.application.office.own_password import change_own_password
from loket.models.token import Token
from loket.queries.tokens import tokens_of
from loket.web.formats import lowered
from loket.web.request import Request
from loket.web.steps.fields import TickField
from loket.web.throttle import Limit, TooMany, client_of, guess, limited, refusal

LINKS = Limit("tautan-sandi", tries=20, seconds=10 * 60)
CHANGES = Limit("ganti-sandi", tries=5, seconds=5 * 60)
_HINT = "Paling sedikit 10 karakter, bukan hanya angka, dan tidak mirip nama Anda."


def _password(label: str, *, autocomplete: str, help_text: str = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    errors = {
        "required": f"Isi {lowered(label)}.",
        "max_length": "Kata sandi terlalu panjang. Pakai paling banyak 4.096 karakter.",
        "null_characters_not_allowed": "Kata sandi mengandung karakter tersembunyi. Ketik ulang.",
    }
    return forms.CharField(
        label=label, strip=False, max_length=4_096, widget=widget, help_text=help_text, error_messages=errors
    )


class NewPasswordForm(forms.Form):
    new = _password("Kata sandi baru", autocomplete="new-password", help_text=_HINT)
    again = _password("Ulangi kata sandi baru", autocomplete="new-password")

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if self.cleaned_data.get("new") not in {None, again}:
            raise forms.ValidationError("Kata sandi ulangan berbeda. Ketik sekali lagi.")
        return again


class ChangePasswordForm(NewPasswordForm):
    """Asks about the tokens where there are any: a program that nobody thought of may stop."""

    old = _password("Kata sandi lama", autocomplete="current-password")
    revokes_tokens = TickField(label="Cabut semua token API", initial=True)
    field_order = ("old", "new", "again", "revokes_tokens")

    def __init__(self, tokens: Sequence[Token], data: QueryDict | None = None) -> None:
        super().__init__(data)
        if tokens:
            names = ", ".join(token.nama for token in tokens)
            text = f"{len(tokens)} token berlaku: {names}. Program yang memakainya tidak dapat masuk lagi."
            self.fields["revokes_tokens"].help_text = text
        else:
            del self.fields["revokes_tokens"]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
@limited(CHANGES, lambda request: str(request.user.pk))
def sandi(request: Request) -> HttpResponse:
    """Change one's own password."""
    tokens = tokens_of(request.user.pk, request.now)
    form = ChangePasswordForm(tokens, request.POST if request.method == "POST" else None)
    if form.is_valid() and _change(request, form):
        return redirect("sandi")
    return render(request, "account/sandi.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def atur_sandi(request: Request, token: str) -> HttpResponse:
    """Set a password by a link that works once."""
    try:
        link = guess(LINKS, client_of(request), request.now, lambda: link_for(token, request.now))
    except TooMany as too_many:
        return refusal(request, too_many.wait)
    if link is None:
        return render(request, "account/tautan_mati.html", status=404)
    form = NewPasswordForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _set(request, form, token):
        messages.success(request, "Kata sandi tersimpan. Masuk dengan kata sandi baru Anda.")
        return redirect("account_login")
    context = {"form": form, "user_name": link.user.nama, "username": link.user.username}
    return render(request, "account/atur_sandi.html", context, status=422 if form.is_bound else 200)


def _change(request: Request, form: ChangePasswordForm) -> bool:
    read = form.cleaned_data
    try:
        revoked = change_own_password(
            request.user,
            read["old"],
            read["new"],
            revokes_tokens=read.get("revokes_tokens", False),
            actor=request.actor,
            now=request.now,
        )
    except Invalid as invalid:
        for field, sentences in invalid.problems.items():
            form.add_error(field, sentences)
        return False
    update_session_auth_hash(request, request.user)
    ended = f" {revoked} token API dicabut." if revoked else ""
    text = f"Kata sandi diganti. Perangkat lain harus masuk lagi dengan kata sandi baru.{ended}"
    messages.success(request, text)
    return True


def _set(request: Request, form: NewPasswordForm, token: str) -> bool:
    try:
        set_password(token, form.cleaned_data["new"], now=request.now)
    except Invalid as invalid:
        form.add_error("new", [sentence for sentences in invalid.problems.values() for sentence in sentences])
        return False
    return True
