"""The list of permintaan that a person may see, with search, filters and saved views in the address."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loket.core.role import Role
from loket.queries.counts import Surroundings
from loket.queries.keyset import Edge, key_of
from loket.queries.requests import Wanted, agencies, page_of_requests
from loket.web.request import Request
from loket.web.shell import may_submit, sees_permintaan, surroundings
from loket.web.work import list_filters
from loket.web.work.list_filters import Active, FilterForm, Offer
from loket.web.work.list_table import table_of


@login_required
@require_safe
def page(request: Request) -> HttpResponse:
    around = surroundings(request)
    if around is None or around.sop is None:
        raise Http404
    everyone = agencies()
    offer = Offer(sop=around.sop, agencies=everyone if _has_many(request) else ())
    wanted = list_filters.read(request.GET.dict(), offer)
    found = page_of_requests(request.actor, wanted, _edge(request), request.now, agencies=everyone)
    active = list_filters.active(wanted, offer)
    context = {
        "lead": _lead(request, around),
        "may_submit": may_submit(request.actor),
        "views": list_filters.views(wanted, offer),
        "form": FilterForm(wanted, offer),
        "with_opd": bool(offer.agencies),
        "active": active,
        "is_filtered": bool(active),
        "filter_text": f"Cari dan saring, {len(active)} saringan aktif" if active else "Cari dan saring",
        "clear_url": list_filters.url_of(Wanted(view=wanted.view), offer),
        "table": table_of(found.rows, around.calendar, request.now, with_opd=bool(offer.agencies)),
        "count_text": f"{len(found.rows)} permintaan pada halaman ini",
        "next_url": list_filters.url_of(wanted, offer, sesudah=found.next) if found.next else "",
        "previous_url": list_filters.url_of(wanted, offer, sebelum=found.previous) if found.previous else "",
        **(_empty(request, wanted, active, offer) if not found.rows else {"empty": ""}),
    }
    return render(request, "work/daftar.html", context)


def _has_many(request: Request) -> bool:
    """Whether this person sees the permintaan of more than one agency."""
    return request.actor.sees_everything() or request.actor.works_in_teams()


def _edge(request: Request) -> Edge:
    return Edge(after=key_of(request.GET.get("sesudah", "")), before=key_of(request.GET.get("sebelum", "")))


def _lead(request: Request, around: Surroundings) -> str:
    if request.actor.sees_everything():
        return "Semua permintaan, yang terbaru di atas."
    if request.actor.works_in_teams():
        return "Permintaan yang Anda kerjakan dalam tim, yang terbaru di atas."
    return f"Permintaan dari {around.opd}, yang terbaru di atas." if around.opd else ""


def _empty(request: Request, wanted: Wanted, active: tuple[Active, ...], offer: Offer) -> dict[str, Any]:
    """Why the list is empty, and the one useful thing to do."""
    if not sees_permintaan(request.actor):
        only_admin = request.actor.has(Role.ADMIN)
        who = "Akun admin" if only_admin else "Akun tanpa jabatan"
        return {"empty": f"{who} tidak melihat permintaan.", "empty_text": "", "empty_url": ""}
    if active:
        names = " dan ".join(one.text for one in active)
        return {
            "empty": f"Tidak ada permintaan yang cocok dengan saringan {names}.",
            "empty_text": f"Hapus saringan {active[0].name}",
            "empty_url": active[0].url,
        }
    if wanted.view:
        name = list_filters.VIEWS[wanted.view]
        return {
            "empty": f"Tidak ada permintaan pada tampilan {name}.",
            "empty_text": "Lihat semua permintaan",
            "empty_url": list_filters.PAGE,
        }
    text, url = ("Ajukan permintaan", "/permintaan/baru") if may_submit(request.actor) else ("", "")
    return {"empty": "Belum ada permintaan.", "empty_text": text, "empty_url": url}
