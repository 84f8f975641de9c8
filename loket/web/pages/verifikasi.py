"""`/verifikasi/KODE`: whoever holds a paper can check it, without an account and without personal data."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from loket.application.naskah.comparing import Busy, compare
from loket.queries.public_naskah import PublicNaskah, naskah_of_code, naskah_of_number
from loket.web.request import Request
from loket.web.throttle import Limit, TooMany, client_of, guess, limited, refusal, take
from loket.web.verification.forms import BerkasForm, KodeForm
from loket.web.verification.outcomes import Outcome, outcome_of
from loket.web.verification.words import facts_of, identity_of, parties_of, prints_of, state_banner

GUESSES = Limit("verifikasi", tries=10, seconds=5 * 60)
FILES = Limit("cocokkan", tries=10, seconds=5 * 60)
_UNKNOWN = "Naskah dengan kode atau nomor ini tidak ditemukan. Periksa kembali yang tercetak pada naskah."

_BUSY = "Loket sedang memeriksa berkas lain. Coba sebentar lagi dengan berkas yang sama."
_WAIT = 10  # seconds; longer than one examination may take


@require_safe
@never_cache
def verifikasi(request: Request) -> HttpResponse:
    """The form alone, or the search for what was typed into it."""
    if "kode" not in request.GET:
        return _ask(request, KodeForm())
    form = KodeForm(request.GET)
    if not form.is_valid():
        return _ask(request, form, status=422)
    try:
        attempt = take(GUESSES, client_of(request), request.now)
    except TooMany as too_many:
        return refusal(request, too_many.wait)
    typed = form.cleaned_data["kode"]
    if found := naskah_of_code(typed):
        attempt.give_back()
        return redirect("verifikasi_kode", found.naskah.kode)
    # Numbers follow each other, so one that exists uses up a try like one that does not.
    if found := naskah_of_number(typed):
        return render(request, "public/nomor.html", _brief(found))
    return _unknown(request, form)


@never_cache
@limited(FILES)
@require_http_methods(["GET", "HEAD", "POST"])
def verifikasi_kode(request: Request, kode: str) -> HttpResponse:
    try:
        found = guess(GUESSES, client_of(request), request.now, lambda: naskah_of_code(kode))
    except TooMany as too_many:
        return refusal(request, too_many.wait)
    if found is None:
        return _unknown(request, KodeForm({"kode": kode}))
    if request.method != "POST":
        return _shown(request, found, BerkasForm())
    form = BerkasForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, found, form, status=422)
    try:
        compared = compare(form.cleaned_data["berkas"], found.files, now=request.now)
    except Busy:
        form.add_error("berkas", _BUSY)
        answer = _shown(request, found, form, status=503)
        answer.headers["Retry-After"] = str(_WAIT)
        return answer
    return _shown(request, found, BerkasForm(), outcome=outcome_of(compared, found, request.now))


def _shown(
    request: Request,
    found: PublicNaskah,
    form: BerkasForm,
    *,
    outcome: Outcome | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        **_brief(found),
        "facts": facts_of(found),
        "prints": prints_of(found),
        "form": form,
        "outcome": outcome,
        "now": request.now,
    }
    return render(request, "public/naskah.html", context, status=status)


def _brief(found: PublicNaskah) -> dict[str, object]:
    naskah = found.naskah
    return {
        "title": f"{naskah.get_jenis_display()} {naskah.nomor}".strip(),
        "banner": state_banner(found),
        "facts": identity_of(found),
        "parties": parties_of(found),
        "kode": naskah.kode,
    }


def _unknown(request: Request, form: KodeForm) -> HttpResponse:
    """Nothing tells a wrong code from a malformed one, or from a draft's."""
    form.add_error("kode", _UNKNOWN)
    return _ask(request, form, status=404)


def _ask(request: Request, form: KodeForm, status: int = 200) -> HttpResponse:
    return render(request, "public/verifikasi.html", {"form": form}, status=status)
