"""Positions: those of the heads with their deputies, and giving and ending one of an account."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from loket.application.data import Problems, local_date, present
from loket.application.office.positions import JabatanData, end_jabatan, give_jabatan
from loket.core.role import Role
from loket.models.user import Jabatan
from loket.queries.acting import Seats, is_used, seats_on
from loket.queries.office import last_change, position_of
from loket.web.components.navigation import Crumb
from loket.web.components.tables import Table
from loket.web.office import accounts, seats
from loket.web.office.access import admin_only
from loket.web.office.accounts import ONE, crumbs, lead
from loket.web.office.forms import DeputyForm, JabatanForm
from loket.web.office.sending import accepted, asked, attempted, shown
from loket.web.pages.pengguna import FORM, found_account
from loket.web.request import Request

LIST = "jabatan"
CURRENT, PAST = "Masa yang berjalan dan akan datang", "Masa yang sudah berakhir"


@admin_only
@require_safe
def page(request: Request) -> HttpResponse:
    found = seats_on(local_date(request.now))
    context = {
        "lead": lead(last_change("jabatan"), request.now),
        "seats": seats.seats_table(found.seats),
        "current": _table(found, CURRENT, can_end=True) if found.current else None,
        "past": _table(found, PAST, can_end=False) if found.past else None,
    }
    return render(request, "office/jabatan.html", context)


@admin_only
@require_http_methods(FORM)
def deputise(request: Request) -> HttpResponse:
    """Record a Plh. or Plt.: whom for, who, by which letter, from when until when."""
    today, address = local_date(request.now), request.GET
    data = request.POST if request.method == "POST" else None
    form = DeputyForm(data, today=today, role=address.get("jabatan", ""), kind=address.get("sebagai", ""))

    def act() -> None:
        give_jabatan(present(form.person), form.to_data(), actor=request.actor, now=request.now)

    def judge() -> Problems:
        wanted = form.to_data()
        return wanted.check(form.person, today) if form.person else wanted.check_itself(today)

    if accepted(form, act, judge):
        messages.success(request, f"{present(form.person).nama} dicatat sebagai {_named(form.to_data())}.")
        return redirect(LIST)
    title, back = "Catat Plh. atau Plt.", reverse(LIST)
    context = {"title": title, "crumbs": (Crumb("Jabatan", back), Crumb(title)), "back": back}
    return shown(request, "office/isian.html", form, {**context, "send_text": "Simpan", "lead": ""})


@admin_only
@require_http_methods(FORM)
def give(request: Request, pk: str) -> HttpResponse:
    account, back = found_account(pk), reverse(ONE, args=[pk])
    data = request.POST if request.method == "POST" else None
    form = JabatanForm(data, today=local_date(request.now), account=account)

    def act() -> None:
        give_jabatan(account, form.to_data(), actor=request.actor, now=request.now)

    if accepted(form, act, lambda: form.to_data().check(account, local_date(request.now))):
        messages.success(request, f"Jabatan {account.nama} dicatat.")
        return redirect(back)
    trail = crumbs(account.nama, back, "Beri jabatan")
    context = {"title": "Beri jabatan", "crumbs": trail, "send_text": "Beri jabatan", "back": back}
    return shown(request, "office/isian.html", form, {**context, "lead": account.nama})


@admin_only
@require_http_methods(FORM)
def end(request: Request, pk: str, jabatan: str) -> HttpResponse:
    position, back = position_of(int(jabatan), int(pk)), reverse(ONE, args=[pk])
    if position is None:
        raise Http404
    question = accounts.ending(position, local_date(request.now), is_used=is_used(position))
    done, problems = attempted(request, lambda: end_jabatan(position, actor=request.actor, now=request.now))
    if done:
        messages.success(request, f"Jabatan {position.user.nama} berakhir.")
        return redirect(back)
    return asked(request, question, crumbs(position.user.nama, back, "Akhiri jabatan"), problems)


def _table(found: Seats, caption: str, *, can_end: bool) -> Table:
    periods = found.current if can_end else found.past
    return seats.periods_table(periods, found.deeds, caption, can_end=can_end)


def _named(data: JabatanData) -> str:
    return f"{Jabatan.Kind(data.kind).label} {Role(data.role).label}"
