"""Keadaan kahar, for the head of the office: declare it, end it, and see when it was."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from loket.application.data import local_date
from loket.application.office.kahar import Data, declare, end
from loket.core.role import Role
from loket.core.zone import ZONE
from loket.models.kahar import Kahar
from loket.queries.kahar import declared
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.feedback import Confirm
from loket.web.components.navigation import Crumb
from loket.web.office.access import only
from loket.web.office.forms import DatedForm
from loket.web.office.sending import accepted, asked, attempted, shown
from loket.web.request import Request
from loket.web.steps.fields import AreaField, TextField

PAGE = "kahar"
FORM = ["GET", "HEAD", "POST"]
TITLE = "Keadaan kahar"
head_only = only(Role.KEPALA_DINAS)


class KaharForm(DatedForm):
    nomor = TextField(label="Nomor keputusan", what="nomor surat")
    alasan = AreaField(
        label="Keadaan yang terjadi", help_text="Contoh bencana, listrik padam, atau serangan siber."
    )

    def to_data(self) -> Data:
        return Data(nomor=self.text("nomor"), alasan=self.text("alasan"))


@head_only
@require_safe
def page(request: Request) -> HttpResponse:
    found = declared()
    holds = next((one for one in found if one.until is None), None)
    context = {
        "holds": holds is not None,
        "lead": f"Berlaku sejak {_at(holds)}." if holds else "Tidak sedang berlaku.",
        "records": tuple((f"Keputusan {one.nomor}", _facts(one)) for one in found),
    }
    return render(request, "office/kahar.html", context)


@head_only
@require_http_methods(FORM)
def new(request: Request) -> HttpResponse:
    form = KaharForm(request.POST if request.method == "POST" else None, today=local_date(request.now))

    def act() -> None:
        declare(form.to_data(), actor=request.actor, now=request.now)

    if accepted(form, act, lambda: form.to_data().check()):
        messages.success(request, "Keadaan kahar dinyatakan. Permintaan yang berjalan segera dijeda.")
        return redirect(PAGE)
    title = "Nyatakan keadaan kahar"
    lead = "Semua permintaan yang berjalan dijeda, sampai Anda menyatakan keadaan kahar berakhir."
    context = {"title": title, "lead": lead, "crumbs": _trail(title), "send_text": title}
    return shown(request, "office/isian.html", form, {**context, "back": reverse(PAGE)})


@head_only
@require_http_methods(FORM)
def finish(request: Request) -> HttpResponse:
    holds = next((one for one in declared() if one.until is None), None)
    if holds is None and request.method != "POST":
        raise Http404
    title = "Nyatakan keadaan kahar berakhir"
    question = Confirm(
        title=f"{title}?",
        consequence="Permintaan yang dijeda karenanya dilanjutkan, dan batasnya mundur selama itu.",
        facts=_facts(holds) if holds else (),
        confirm_text="Nyatakan berakhir",
        back_url=reverse(PAGE),
    )
    done, problems = attempted(request, lambda: end(actor=request.actor, now=request.now))
    if done:
        messages.success(request, "Keadaan kahar berakhir. Permintaan segera dilanjutkan.")
        return redirect(PAGE)
    return asked(request, question, _trail(title), problems)


def _facts(one: Kahar) -> tuple[Fact, ...]:
    until = one.until and formats.full_datetime(one.until.astimezone(ZONE))
    return (
        Fact("Keadaan", one.alasan),
        Fact("Sejak", _at(one), lines=(one.declared_by.nama,)),
        Fact("Sampai", until or "Masih berlaku", lines=(one.ended_by.nama,) if one.ended_by else ()),
    )


def _at(one: Kahar) -> str:
    return formats.full_datetime(one.since.astimezone(ZONE))


def _trail(name: str) -> tuple[Crumb, ...]:
    return Crumb(TITLE, reverse(PAGE)), Crumb(name)
