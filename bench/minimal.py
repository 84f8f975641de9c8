"""The floor of a step over HTTP: a view with session and CSRF that writes the same rows by plain ORM, and redirects."""

from datetime import datetime
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from bench.office import NOW
from bench.steps import Bench


@cache
def _bench() -> Bench:
    return Bench(NOW)


def write(request: HttpRequest, nomor: str) -> HttpResponse:
    if request.user.is_anonymous:
        return HttpResponse(status=403)
    bench = _bench()
    bench.write_plainly(nomor, datetime.fromisoformat(request.POST["at"]))
    return redirect(f"/permintaan/{nomor}")


urlpatterns = [path("permintaan/<str:nomor>/disposisi", write)]
