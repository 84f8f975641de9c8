"""`/register`: the books of letters out and in, and the same as a file."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from loket.core.actor import Actor
from loket.queries.keyset import Edge, key_of
from loket.queries.register import Wanted, letters_in, letters_out, page_in, page_out
from loket.queries.requests import agencies
from loket.web.components.navigation import Chip
from loket.web.components.tables import Table
from loket.web.register import filters
from loket.web.register.export import MOST, exported
from loket.web.register.filters import Book, FilterForm, Look
from loket.web.register.tables import table_in, table_out
from loket.web.request import Request
from loket.web.shell import sees_permintaan, surroundings
from loket.web.throttle import Limit, TooMany, refusal, take

EXPORTS = Limit("unduh_register", tries=30, seconds=10 * 60)
"""A file of thousands of lines is work for the server; nobody needs one every few seconds."""


@login_required
@require_safe
def page(request: Request) -> HttpResponse:
    look = _look(request)
    table, count, next_, previous = _page(request, look)
    active = filters.active(look)
    context = {
        "lead": _lead(request.actor),
        "tabs": filters.tabs(look),
        "form": FilterForm(look),
        "is_out": look.book is Book.KELUAR,
        "active": active,
        "filter_text": f"Cari dan saring, {len(active)} saringan aktif" if active else "Cari dan saring",
        "clear_url": filters.url_of(Look(look.book, Wanted(), look.years)),
        "table": table,
        "count": count,
        "count_text": f"{count} surat pada halaman ini",
        "next_url": filters.url_of(look, sesudah=next_) if next_ else "",
        "previous_url": filters.url_of(look, sebelum=previous) if previous else "",
        "exports": _exports(look),
        **_empty(request.actor, look),
    }
    return render(request, "work/register.html", context)


@login_required
@require_safe
def export(request: Request, form: str) -> HttpResponse:
    look = _look(request)
    if form not in MOST:
        raise Http404
    try:
        take(EXPORTS, str(request.user.pk), request.now)
    except TooMany as too_many:
        return refusal(request, too_many.wait)
    return exported(look, request.actor, form, request.now)


def _look(request: Request) -> Look:
    around = surroundings(request)
    if around is None:
        raise Http404
    years = range(request.now.year, around.kantor.calendar_from.year - 1, -1)
    return filters.read(request.GET.dict(), years or (request.now.year,))


def _page(request: Request, look: Look) -> tuple[Table, int, str, str]:
    edge = Edge(after=key_of(request.GET.get("sesudah", "")), before=key_of(request.GET.get("sebelum", "")))
    if look.book is Book.KELUAR:
        out = page_out(letters_out(request.actor, look.wanted, agencies()), edge)
        return table_out(out.rows), len(out.rows), out.next, out.previous
    came = page_in(letters_in(request.actor, look.wanted, agencies()), edge)
    return table_in(came.rows), len(came.rows), came.next, came.previous


def _exports(look: Look) -> tuple[Chip, ...]:
    icons = {"xlsx": "table-2", "csv": "file-text", "pdf": "printer"}
    return tuple(
        Chip(form.upper(), filters.url_of(look, reverse("unduh_register", args=[form])), icon=icons[form])
        for form in MOST
    )


def _lead(actor: Actor) -> str:
    if actor.sees_everything():
        return "Buku agenda surat keluar dan masuk, yang terbaru di atas."
    if actor.works_in_teams():
        return "Surat dari permintaan yang Anda kerjakan dalam tim, yang terbaru di atas."
    return "Surat dari permintaan OPD Anda, yang terbaru di atas."


def _empty(actor: Actor, look: Look) -> dict[str, Any]:
    """Why there is nothing, and the one useful thing to do."""
    active = filters.active(look)
    if not sees_permintaan(actor):
        return {"empty": "Akun ini tidak melihat surat permintaan.", "empty_text": "", "empty_url": ""}
    if active:
        names = " dan ".join(one.text for one in active)
        return {
            "empty": f"Tidak ada surat yang cocok dengan saringan {names}.",
            "empty_text": f"Hapus saringan {active[0].name}",
            "empty_url": active[0].url,
        }
    sentence = {
        Book.KELUAR: "Belum ada surat keluar. Naskah masuk ke buku ini begitu terbit dan bernomor.",
        Book.MASUK: "Belum ada surat masuk. Surat OPD masuk ke buku ini begitu permintaannya diterima.",
    }
    return {
        "empty": sentence[look.book],
        "empty_text": "Lihat permintaan",
        "empty_url": reverse("permintaan"),
    }
