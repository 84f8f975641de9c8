"""Tugas Saya: one sentence, the one task to do first, and the rest by due time."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loket.core.capacity import role_of
from loket.core.role import Role
from loket.core.zone import ZONE
from loket.queries import agenda, inbox, naskah
from loket.queries.counts import Surroundings
from loket.queries.inbox import Bucket, Chosen, Workload
from loket.web import formats
from loket.web.naskah.rows import waiting_row
from loket.web.request import Request
from loket.web.shell import may_submit, sees_permintaan, surroundings
from loket.web.work import focus, inbox_cards

MOST_PAPERS = 20


@login_required
@require_safe
def page(request: Request) -> HttpResponse:
    around = surroundings(request)
    if around is None:
        raise Http404
    chosen = _chosen(request.GET.get("saring", ""), request)
    work = inbox.workload(request.actor, request.now)
    tasks = inbox.tasks(request.actor, request.now, chosen)
    first = next((task for task in tasks if task.bucket is not Bucket.MENUNGGU), None)
    context = {
        "sentence": sentence(work, request),
        "chips": inbox_cards.chips_of(work, chosen),
        "groups": inbox_cards.groups_of(tasks, first, work, around.calendar, request.now),
        "focus": focus.card_of(request, first, around.calendar) if first else None,
        "empty": empty_sentence(work, chosen, request) if first is None and not tasks else "",
        "empty_action": empty_action(work, chosen, request),
        "naskah": tuple(map(waiting_row, naskah.waiting_for(request.actor)[:MOST_PAPERS])),
        "may_submit": may_submit(request.actor),
        **_aside(request, around, work),
    }
    return render(request, "work/tugas.html", context)


def sentence(work: Workload, request: Request) -> str:
    """2 tugas lewat batas dan 2 jatuh tempo hari ini, Selasa, 24 November 2026."""
    late, today = work.buckets[Bucket.LEWAT], work.buckets[Bucket.HARI_INI]
    day = formats.full_date(request.now.astimezone(ZONE).date())
    if not late and not today:
        return f"Tidak ada tugas yang lewat batas atau jatuh tempo hari ini, {day}."
    if not today:
        return f"{late} tugas sudah lewat batas hari ini, {day}."
    due = f"{today} jatuh tempo hari ini, {day}."
    return f"{late} tugas lewat batas dan {due}" if late else f"{today} tugas {due.partition(' ')[2]}"


def empty_sentence(work: Workload, chosen: Chosen, request: Request) -> str:
    if not request.actor.capacities:
        return "Anda belum memegang jabatan, jadi belum ada tugas. Hubungi admin Loket kantor Anda."
    if chosen is not None and work.total:
        return f"Tidak ada tugas pada saringan {_name(chosen, request)}."
    if request.actor.has(Role.ADMIN) and not sees_permintaan(request.actor):
        return "Akun admin mengelola pengguna dan kalender, dan tidak memproses permintaan."
    return "Tidak ada tugas untuk Anda saat ini. Tugas baru muncul di sini dan pada pemberitahuan."


def empty_action(work: Workload, chosen: Chosen, request: Request) -> tuple[str, str]:
    """The one useful thing to do where there is nothing."""
    if chosen is not None and work.total:
        return "Lihat semua tugas", "/tugas"
    if request.actor.has(Role.ADMIN) and not sees_permintaan(request.actor):
        return "Kelola pengguna", "/kantor/pengguna"
    return ("Lihat permintaan", "/permintaan") if sees_permintaan(request.actor) else ("", "")


def _chosen(text: str, request: Request) -> Chosen:
    """Anything else in the address is no filter."""
    if text in set(Bucket):
        return Bucket(text)
    return next((role for role in map(role_of, request.actor.for_others()) if role == text), None)


def _name(chosen: Bucket | Role, request: Request) -> str:
    if isinstance(chosen, Role):
        return inbox_cards.as_whom(request.actor.capacity(chosen))
    return inbox_cards.NAMES[chosen]


def _aside(request: Request, around: Surroundings, work: Workload) -> dict[str, Any]:
    today = request.now.astimezone(ZONE).date()
    return {
        "agenda": inbox_cards.agenda_of(agenda.appointments(request.actor, today), request.now),
        "work": work,
        "phases": inbox_cards.phases_of(work, around.sop) if around.sop and work.total else (),
    }
