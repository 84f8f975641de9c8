"""`/lacak`: where a permintaan stands, for whoever holds its tracking code; guesses are counted."""

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from loket.queries.tracking import Tracked, tracked
from loket.web.pages.lacak_status import status_of
from loket.web.request import Request
from loket.web.throttle import Limit, TooMany, client_of, guess, refusal

GUESSES = Limit("lacak", tries=10, seconds=5 * 60)


class KodeForm(forms.Form):
    """The code of the receipt; capitals, dashes and spaces do not matter."""

    kode = forms.CharField(
        label="Kode lacak",
        help_text="28 huruf dan angka pada tanda terima, contoh B7K2M9Q-...",
        error_messages={
            "required": "Isi kode lacak. Kode ini ada pada tanda terima Anda.",
            "null_characters_not_allowed": "Kode lacak hanya huruf dan angka. Ketik ulang kode Anda.",
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


@require_safe
@never_cache
def lacak(request: Request) -> HttpResponse:
    """The form alone, or the search for what was typed into it."""
    if "kode" not in request.GET:
        return _ask(request, KodeForm())
    form = KodeForm(request.GET)
    if not form.is_valid():
        return _ask(request, form, status=422)
    return _show(request, form.cleaned_data["kode"], form, at_home=False)


@require_safe
@never_cache
def lacak_kode(request: Request, kode: str) -> HttpResponse:
    return _show(request, kode, KodeForm({"kode": kode}), at_home=True)


def _show(request: Request, typed: str, form: KodeForm, *, at_home: bool) -> HttpResponse:
    try:
        found = guess(GUESSES, client_of(request), request.now, lambda: tracked(typed))
    except TooMany as too_many:
        return refusal(request, too_many.wait)
    if found is None:
        form.add_error("kode", "Kode lacak belum tercatat. Periksa kembali tanda terima Anda.")
        return _ask(request, form, status=404)
    if not at_home:
        return HttpResponseRedirect(reverse("lacak_kode", args=[found.permintaan.kode_lacak]))
    return render(request, "public/status.html", _context(found, request))


def _ask(request: Request, form: KodeForm, status: int = 200) -> HttpResponse:
    return render(request, "public/lacak.html", {"form": form}, status=status)


def _context(found: Tracked, request: Request) -> dict[str, Any]:
    return {"status": status_of(found, request.now), "permintaan": found.permintaan, "now": request.now}
