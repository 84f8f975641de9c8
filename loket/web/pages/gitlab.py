"""`/kantor/gitlab`: how the connection is, a test of it now, and its pause; what to set where there is no GitLab."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from loket.application.data import local_date
from loket.application.gitlab.checking import check_at_once
from loket.application.gitlab.pausing import Data, pause, resume
from loket.application.gitlab.switched import place
from loket.queries.gitlab_connection import kept_connection
from loket.queries.gitlab_queue import waiting
from loket.web.components.facts import Fact
from loket.web.components.feedback import Confirm
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.office.access import admin_only
from loket.web.office.forms import DatedForm
from loket.web.office.gitlab_facts import abilities, banners, facts, when
from loket.web.office.gitlab_lists import lead
from loket.web.office.gitlab_place import PAGE, TITLE, trail, views, with_gitlab
from loket.web.office.sending import accepted, asked, attempted, shown
from loket.web.request import Request
from loket.web.steps.fields import AreaField

FORM = ["GET", "HEAD", "POST"]
PAUSE, RESUME = "Jeda sinkronisasi", "Lanjutkan sinkronisasi"
SETTINGS = (
    ("URL", "Alamat GitLab, misalnya https://gitlab.contoh.go.id"),
    ("PROJECT", "Nomor atau jalur proyek untuk tiket, misalnya diskominfo/e-ticketing"),
    ("TOKEN", 'Token akun Loket dengan cakupan "api"; perannya pada proyek sedikitnya Reporter'),
    ("WEBHOOK_TOKEN", "Token rahasia webhook, bila GitLab mengabari Loket"),
    ("SIGNING_TOKEN", "Kunci tanda tangan webhook, bila GitLab menandatanganinya"),
)


class PauseForm(DatedForm):
    alasan = AreaField(label="Alasan", help_text="Misalnya pemeliharaan atau pemindahan GitLab")


@admin_only
@require_safe
def page(request: Request) -> HttpResponse:
    if place() is None:
        return render(request, "office/gitlab_tanpa.html", {"title": TITLE, "table": _settings()})
    row, queue = kept_connection(), waiting()
    context = {
        "title": TITLE,
        "lead": lead(queue, request.now),
        "views": views(PAGE, queue, request),
        "is_paused": row.paused_at is not None,
        "banners": banners(row, request.now),
        "facts": facts(row),
        "table": abilities(row),
    }
    return render(request, "office/gitlab.html", context)


@with_gitlab
@require_POST
def try_now(request: Request) -> HttpResponse:
    """Ask GitLab while the admin waits, for a few seconds at most."""
    found = place()
    if found is None:
        raise Http404
    if check_at_once(found, request.now):
        messages.success(request, "Sambungan sudah diuji. Hasilnya ada di bawah.")
    else:
        text = "GitLab belum menjawab. Pengujian dilanjutkan di belakang layar; muat ulang halaman ini sebentar lagi."
        messages.info(request, text)
    return redirect(PAGE)


@with_gitlab
@require_http_methods(FORM)
def pause_now(request: Request) -> HttpResponse:
    form = PauseForm(request.POST if request.method == "POST" else None, today=local_date(request.now))

    def act() -> None:
        pause(Data(alasan=form.text("alasan")), actor=request.actor, now=request.now)

    if accepted(form, act, lambda: Data(alasan=form.text("alasan")).check()):
        messages.success(request, "Sinkronisasi dijeda. Langkah SOP tetap berjalan.")
        return redirect(PAGE)
    context = {
        "title": PAUSE,
        "lead": "Selama dijeda tidak ada yang dikirim ke GitLab atau dibaca dari sana. Langkah SOP tetap berjalan.",
        "crumbs": trail(PAUSE),
        "send_text": PAUSE,
        "back": reverse(PAGE),
    }
    return shown(request, "office/isian.html", form, context)


@with_gitlab
@require_http_methods(FORM)
def resume_now(request: Request) -> HttpResponse:
    row = kept_connection()
    if row.paused_at is None and request.method != "POST":
        raise Http404
    question = Confirm(
        title=f"{RESUME}?",
        consequence="Semua tiket yang terbuka dibandingkan dengan GitLab, lalu disamakan.",
        facts=(Fact("Dijeda sejak", when(row.paused_at)), Fact("Alasan", row.paused_because)),
        confirm_text=RESUME,
        back_url=reverse(PAGE),
    )
    done, problems = attempted(request, lambda: resume(actor=request.actor, now=request.now))
    if done:
        messages.success(request, "Sinkronisasi dilanjutkan. Semua tiket yang terbuka sedang dibandingkan.")
        return redirect(PAGE)
    return asked(request, question, trail(RESUME), problems)


def _settings() -> Table:
    rows = tuple(TableRow((Cell(f"LOKET_GITLAB_{name}"), Cell(what))) for name, what in SETTINGS)
    columns = (Column("Pengaturan", narrow=True), Column("Isi"))
    return Table(caption="Pengaturan GitLab", columns=columns, rows=rows)
