"""The floor of a step over HTTP: a view with session and CSRF that writes the same rows by plain ORM, and redirects."""

from datetime import datetime
from functools import cache

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import path

from bench.office import NOW
from bench.steps import Bench
from loket.models.permintaan import Permintaan


@cache
def _bench() -> Bench:
    return Bench(NOW)


def write(request: HttpRequest, nomor: str) -> HttpResponse:
    if request.user.is_anonymous:
        return HttpResponse(status=403)
    bench = _bench()
    bench.write_plainly(nomor, datetime.fromisoformat(request.POST["at"]))
    return redirect(f"/permintaan/{nomor}")


def rows(request: HttpRequest) -> HttpResponse:
    """The floor of a list: its rows as JSON, for somebody who sees all of them."""
    if request.user.is_anonymous:
        return HttpResponse(status=403)
    names = ("nomor", "nama_aplikasi", "opd__nama", "status", "at_step", "revision", "created_at", "due_at")
    return JsonResponse({"items": list(Permintaan.objects.order_by("-pk").values(*names)[:25])})


urlpatterns = [path("permintaan", rows), path("permintaan/<str:nomor>/disposisi", write)]
