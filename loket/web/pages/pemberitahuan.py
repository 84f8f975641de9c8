"""Notices: unread first. Reading never writes, so opening an unread one is a POST that leads to its permintaan."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from loket.application.gitlab.telling import LOST, MOVED
from loket.application.gitlab.warning import KIND as GITLAB_WARNED
from loket.application.naskah.unmade import KIND
from loket.application.notice_reading import mark_read
from loket.models.diskusi import Pesan
from loket.queries.notices import notice_of, page_of_notices
from loket.web import formats
from loket.web.office.gitlab_place import PAGE as GITLAB
from loket.web.office.gitlab_place import TITLE as GITLAB_TITLE
from loket.web.pages.kahar import PAGE, TITLE
from loket.web.pages.kantor_naskah import PAGE as LETTERS
from loket.web.pages.kantor_naskah import TITLE as LETTERS_TITLE
from loket.web.request import Request
from loket.web.shell import surroundings
from loket.web.step_links import permintaan_url
from loket.web.work.deadlines import relative

LIST = "pemberitahuan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`url` of what is read already, `open_url` and `read_url` (both POST) of what is not."""

    title: str
    meta: tuple[str, ...]
    is_my_turn: bool
    is_unread: bool
    url: str
    open_url: str
    open_text: str
    read_url: str
    read_text: str


@login_required
@require_safe
def page(request: Request) -> HttpResponse:
    cursor = request.GET.get("sesudah", "")
    found = page_of_notices(request.actor, cursor)
    around = surroundings(request)
    unread = around.unread if around else 0
    context = {
        "lead": f"{formats.number(unread)} belum dibaca." if unread else "Semua sudah dibaca.",
        "has_unread": unread > 0,
        "read_all_url": reverse("baca_semua_pemberitahuan"),
        "unread": tuple(_row(one, request) for one in found.rows if one.read_at is None),
        "read": tuple(_row(one, request) for one in found.rows if one.read_at is not None),
        "next_url": f"?{urlencode({'sesudah': found.next})}" if found.next else "",
        "first_url": reverse(LIST) if cursor else "",
    }
    return render(request, "work/pemberitahuan.html", context)


@login_required
@require_POST
def open_one(request: Request, pk: str) -> HttpResponse:
    """Mark it and go to what it is about."""
    pesan = _found(request, pk)
    mark_read(request.user.pk, request.now, pk=pesan.pk)
    return redirect(_url(pesan))


@login_required
@require_POST
def read_one(request: Request, pk: str) -> HttpResponse:
    pesan = _found(request, pk)
    mark_read(request.user.pk, request.now, pk=pesan.pk)
    return redirect(LIST)


@login_required
@require_POST
def read_all(request: Request) -> HttpResponse:
    count = mark_read(request.user.pk, request.now)
    if count:
        messages.success(request, f"{formats.number(count)} pemberitahuan ditandai sudah dibaca.")
    return redirect(LIST)


def _found(request: Request, pk: str) -> Pesan:
    pesan = notice_of(request.actor, int(pk))
    if pesan is None:
        raise Http404
    return pesan


def _url(one: Pesan) -> str:
    return permintaan_url(one.permintaan.nomor) if one.permintaan else reverse(_place(one)[0])


def _place(one: Pesan) -> tuple[str, str]:
    """Address and name of where a notice leads that is about the office, or about what its reader may not open."""
    if one.entry.kind == KIND:
        return LETTERS, LETTERS_TITLE
    if one.entry.kind.startswith("token."):
        return "token", "Token API"
    if one.entry.kind in {GITLAB_WARNED, LOST, MOVED}:
        return GITLAB, GITLAB_TITLE
    return ("akun", "Sertifikat tanda tangan") if one.entry.kind.startswith("sertifikat.") else (PAGE, TITLE)


def _row(one: Pesan, request: Request) -> Row:
    return Row(
        title=one.judul,
        meta=(one.permintaan.nomor if one.permintaan else _place(one)[1], relative(one.sent_at, request.now)),
        is_my_turn=one.is_my_turn,
        is_unread=one.read_at is None,
        url=_url(one),
        open_url=reverse("buka_pemberitahuan", args=[one.pk]),
        open_text="Buka",
        read_url=reverse("baca_pemberitahuan", args=[one.pk]),
        read_text=f"Tandai sudah dibaca: {one.judul}",
    )
