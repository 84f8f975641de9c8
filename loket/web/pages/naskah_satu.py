"""One naskah: as it prints, who has signed, and what can be done with it now."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from loket.application.data import local_date
from loket.application.naskah.drafting import draftable, lacks
from loket.application.naskah.printing import pictured, printed_bytes
from loket.application.naskah.signing import is_signed_in_step, may_issue_now, may_sign_now, may_void_now
from loket.core.actor import Actor
from loket.core.naskah import JENIS
from loket.core.naskah_acts import ISSUERS
from loket.core.zone import ZONE
from loket.models.naskah import Naskah, TandaTangan
from loket.queries.naskah import OneNaskah, one_naskah
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.navigation import Crumb
from loket.web.components.records import Letter, LetterPage
from loket.web.naskah.rows import state_badge
from loket.web.request import Request
from loket.web.serving import as_attachment, as_picture, original, page_picture
from loket.web.step_links import permintaan_url, step_url
from loket.web.step_turn import A4, MOST_PAGES
from loket.web.verification.words import how_signed

State = Naskah.State


@login_required
@require_safe
def page(request: Request, pk: str) -> HttpResponse:
    found = found_for(request, pk)
    return render(
        request,
        "work/naskah_satu.html",
        {**shown_of(found, request.actor, request.now), **actions(request, found)},
    )


@login_required
@require_safe
def pdf(request: Request, pk: str) -> HttpResponse | FileResponse:
    """The file as signed, else as printed; a draft, and what waits for certificates, comes marked as such."""
    found = found_for(request, pk)
    if found.latest:
        return original(request, found.latest)
    name = f"{found.naskah} belum berlaku.pdf".replace("/", "-")
    return as_attachment(printed_bytes(found.naskah, request.actor, request.now), name)


@login_required
@require_safe
def picture(request: Request, pk: str, number: str) -> HttpResponse | FileResponse:
    """A page to look at."""
    found = found_for(request, pk)
    if found.latest:
        return page_picture(request, found.latest, int(number))
    pictures = pictured(found.naskah, request.actor, request.now)
    if not 0 < int(number) <= len(pictures):
        raise Http404
    return as_picture(pictures[int(number) - 1])


def found_for(request: Request, pk: str) -> OneNaskah:
    found = one_naskah(request.actor, int(pk))
    if found is None:
        raise Http404
    return found


def shown_of(found: OneNaskah, actor: Actor, now: datetime) -> dict[str, Any]:
    """What every page about the naskah shows of it."""
    naskah = found.naskah
    nomor = naskah.permintaan.nomor
    name = naskah.get_jenis_display()
    return {
        "naskah": naskah,
        "title": f"{name} {naskah.nomor}".strip(),
        "lead": naskah.hal,
        "badges": (state_badge(naskah),),
        "crumbs": (
            Crumb("Permintaan", "/permintaan"),
            Crumb(nomor, permintaan_url(nomor)),
            Crumb("Naskah dinas", reverse("naskah_permintaan", args=[nomor])),
            Crumb(name),
        ),
        "letter": _letter(found, actor, now),
        "facts": _facts(naskah),
        "parties": tuple(_party(party) for party in found.parties),
        "download_url": reverse("naskah_pdf", args=[naskah.pk]),
    }


def actions(request: Request, found: OneNaskah) -> dict[str, Any]:
    """What this person may do with it now; what they may not, and is theirs to ask, says why."""
    naskah, actor = found.naskah, request.actor
    jenis = draftable(naskah.jenis)
    drafts = jenis is not None and any(actor.has(role) for role in jenis.drafters)
    sign = may_sign_now(naskah, found.next_party, actor, request.now)
    waits = naskah.state == State.MENUNGGU
    in_step = waits and is_signed_in_step(naskah)
    return {
        "change_url": reverse("ubah_naskah", args=[naskah.pk])
        if drafts and naskah.state == State.KONSEP
        else "",
        "issue_url": reverse("terbitkan_naskah", args=[naskah.pk]) if issues(actor, naskah) else "",
        "sign_url": reverse("tanda_tangani_naskah", args=[naskah.pk])
        if waits and sign and not in_step
        else "",
        "sign_reasons": sign.unmet if waits and drafts and not in_step else (),
        "step_url": step_url(naskah.permintaan.nomor, "serah_terima") if in_step else "",
        "void_url": reverse("batalkan_naskah", args=[naskah.pk]) if voids(actor, naskah) else "",
        "replace_url": _replace_url(naskah) if drafts and _may_be_replaced(naskah) else "",
    }


def issues(actor: Actor, naskah: Naskah) -> bool:
    """Whether to offer it; the act asks again."""
    is_draft = naskah.state == State.KONSEP and draftable(naskah.jenis) is not None
    return is_draft and _is_issuer(actor) and bool(may_issue_now(naskah, actor))


def signs(request: Request, found: OneNaskah) -> bool:
    sign = may_sign_now(found.naskah, found.next_party, request.actor, request.now)
    return bool(sign) and not is_signed_in_step(found.naskah)


def voids(actor: Actor, naskah: Naskah) -> bool:
    return _is_issuer(actor) and bool(may_void_now(naskah, actor))


def _is_issuer(actor: Actor) -> bool:
    return any(actor.has(role) for role in ISSUERS)


def _may_be_replaced(naskah: Naskah) -> bool:
    """As the page behind the link asks it."""
    is_free = naskah.state == State.BERLAKU and not hasattr(naskah, "pengganti")
    return is_free and not lacks(naskah.permintaan, JENIS[naskah.jenis], naskah)


def _replace_url(naskah: Naskah) -> str:
    new = reverse("naskah_baru", args=[naskah.permintaan.nomor, naskah.jenis])
    return f"{new}?ganti={naskah.pk}"


def _letter(found: OneNaskah, actor: Actor, now: datetime) -> Letter:
    naskah, latest = found.naskah, found.latest
    width, height = A4
    count = latest.pages if latest else len(pictured(naskah, actor, now))
    detail = f"{count} halaman" + (f", PDF {formats.size(latest.size)}" if latest else "")
    name = naskah.get_jenis_display()
    return Letter(
        title=name.lower(),
        detail=detail,
        url=reverse("naskah_pdf", args=[naskah.pk]),
        pages=tuple(
            LetterPage(
                reverse("naskah_halaman", args=[naskah.pk, number]),
                f"{name}, halaman {number}",
                width,
                height,
            )
            for number in range(1, min(count, MOST_PAGES) + 1)
        ),
    )


def _facts(naskah: Naskah) -> tuple[Fact, ...]:
    issued = naskah.issued_at and formats.full_datetime(naskah.issued_at.astimezone(ZONE))
    ended = naskah.ended_at and formats.full_date(local_date(naskah.ended_at))
    facts = (
        Fact("Nomor", naskah.nomor),
        Fact("Hal", naskah.hal),
        Fact("Tujuan", naskah.tujuan),
        Fact("Terbit", issued or "", lines=(naskah.issued_by.nama if naskah.issued_by else "Loket",)),
        Fact("Cara tanda tangan", naskah.get_cara_display()),
        Fact(
            "Kode verifikasi",
            naskah.kode,
            url=reverse("verifikasi_kode", args=[naskah.kode]) if naskah.kode else "",
        ),
        Fact(naskah.get_state_display(), naskah.ended_because, lines=(ended,) if ended else ()),
    )
    return tuple(fact for fact in facts if fact.value)


def _party(party: TandaTangan) -> Fact:
    how, *more = how_signed(party)
    return Fact(party.nama, how, lines=(*more, *party.jabatan))
