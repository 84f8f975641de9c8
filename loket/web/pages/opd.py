"""The register of agencies."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from loket.application.data import local_date
from loket.application.office.opd import change_opd, create_opd, set_opd_active
from loket.models.opd import Opd
from loket.queries.office import agency_of, last_change, register
from loket.web.components.facts import Fact
from loket.web.components.feedback import Confirm
from loket.web.components.navigation import Crumb
from loket.web.office import agencies
from loket.web.office.access import admin_only
from loket.web.office.accounts import lead
from loket.web.office.forms import OpdForm
from loket.web.office.sending import accepted, asked, attempted, shown
from loket.web.request import Request

LIST = "opd"
FORM = ["GET", "HEAD", "POST"]


@admin_only
@require_safe
def page(request: Request) -> HttpResponse:
    rows = register()
    context = {
        "lead": lead(last_change("opd"), request.now),
        "table": agencies.table_of(rows),
        "count": sum(one.is_active for one in rows),
    }
    return render(request, "office/opd.html", context)


@admin_only
@require_http_methods(FORM)
def new(request: Request) -> HttpResponse:
    form = OpdForm(request.POST if request.method == "POST" else None, today=local_date(request.now))

    def act() -> None:
        opd = create_opd(form.to_data(), actor=request.actor, now=request.now)
        messages.success(request, f"{opd.nama} ditambahkan.")

    if accepted(form, act, lambda: form.to_data().check(opd=None)):
        return redirect(LIST)
    context = {"title": "Tambah OPD", "lead": "", "send_text": "Tambah OPD", "opd": None}
    return shown(request, "office/satu_opd.html", form, {**context, **_around("Tambah OPD")})


@admin_only
@require_http_methods(FORM)
def one(request: Request, pk: str) -> HttpResponse:
    opd = _found(pk)
    data = request.POST if request.method == "POST" else None
    form = OpdForm(data, today=local_date(request.now), opd=opd)
    name = opd.nama

    def act() -> None:
        change_opd(opd, form.to_data(), actor=request.actor, now=request.now)
        messages.success(request, f"Data {opd.nama} disimpan.")

    if accepted(form, act, lambda: form.to_data().check(opd=opd)):
        return redirect(LIST)
    context = {"title": "Ubah OPD", "lead": name, "send_text": "Simpan", "opd": opd}
    return shown(request, "office/satu_opd.html", form, {**context, **_around(name)})


@admin_only
@require_http_methods(FORM)
def activate(request: Request, pk: str) -> HttpResponse:
    return _set_active(request, pk, is_active=True)


@admin_only
@require_http_methods(FORM)
def deactivate(request: Request, pk: str) -> HttpResponse:
    return _set_active(request, pk, is_active=False)


def _set_active(request: Request, pk: str, *, is_active: bool) -> HttpResponse:
    opd = _found(pk)
    question = Confirm(
        title=f"{'Aktifkan' if is_active else 'Nonaktifkan'} {opd.nama}?",
        consequence=(
            "OPD ini dapat mengajukan permintaan lagi."
            if is_active
            else "OPD ini tidak dapat mengajukan permintaan baru. Permintaan yang berjalan tetap dikerjakan."
        ),
        facts=(Fact("Kode", opd.kode), Fact("Singkatan", opd.singkatan)),
        confirm_text="Aktifkan OPD" if is_active else "Nonaktifkan OPD",
        back_url=reverse("satu_opd", args=[pk]),
        kind="utama" if is_active else "bahaya",
    )
    done, problems = attempted(
        request, lambda: set_opd_active(opd, is_active=is_active, actor=request.actor, now=request.now)
    )
    if done:
        messages.success(request, f"{opd.nama} {'aktif lagi' if is_active else 'dinonaktifkan'}.")
        return redirect(LIST)
    trail = (Crumb("OPD", reverse(LIST)), Crumb(opd.nama, question.back_url), Crumb(question.confirm_text))
    return asked(request, question, trail, problems)


def _around(name: str) -> dict[str, object]:
    return {"crumbs": (Crumb("OPD", reverse(LIST)), Crumb(name)), "back": reverse(LIST)}


def _found(pk: str) -> Opd:
    opd = agency_of(int(pk))
    if opd is None:
        raise Http404
    return opd
