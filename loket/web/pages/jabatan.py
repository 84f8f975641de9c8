"""Positions of an account: giving one, and ending it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from loket.application.data import local_date
from loket.application.office.positions import end_jabatan, give_jabatan
from loket.queries.office import position_of
from loket.web.office import accounts
from loket.web.office.access import admin_only
from loket.web.office.accounts import ONE, crumbs
from loket.web.office.forms import JabatanForm
from loket.web.office.sending import accepted, asked, attempted, shown
from loket.web.pages.pengguna import FORM, found_account
from loket.web.request import Request


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
    question = accounts.ending(position, local_date(request.now))
    done, problems = attempted(request, lambda: end_jabatan(position, actor=request.actor, now=request.now))
    if done:
        messages.success(request, f"Jabatan {position.user.nama} berakhir.")
        return redirect(back)
    return asked(request, question, crumbs(position.user.nama, back, "Akhiri jabatan"), problems)
