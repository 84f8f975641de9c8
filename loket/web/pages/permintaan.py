"""One permintaan: where it stands, the one next action, what it took, what was said, and its papers."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from loket.application.acts import ACTS
from loket.core.facts import Status
from loket.core.zone import ZONE
from loket.queries.one_permintaan import Whole, found_for, whole_of
from loket.web import formats
from loket.web.acts import Offer, offered
from loket.web.acts.forms import FORMS
from loket.web.components.navigation import Crumb
from loket.web.naskah.rows import naskah_row
from loket.web.request import Request
from loket.web.shell import surroundings
from loket.web.step_account import counted_in_hand, share_facts
from loket.web.step_links import act_url
from loket.web.work import explained, flow, gitlab, summary, usulan
from loket.web.work.deadlines import worked_between
from loket.web.work.documents import documents_of
from loket.web.work.gitlab_sign import sign_for
from loket.web.work.in_hand import in_hand
from loket.web.work.timeline import timeline_of

EVERYTHING = "semua"
TALK, NOTE = "diskusi", "catatan_internal"
FOREMOST = {"surat_asli_diterima", "lanjutkan", "tarik", "putuskan_perubahan", "terapkan_perubahan"}
"""Acts that somebody came for; the others stand aside, with their reasons where they are not possible."""


@login_required
@require_safe
def page(request: Request, nomor: str) -> HttpResponse:
    around, permintaan = surroundings(request), found_for(request.actor, nomor)
    if permintaan is None or around is None:
        raise Http404
    everything = request.GET.get("linimasa") == EVERYTHING
    whole = whole_of(permintaan, request.actor, around.calendar, request.now, everything=everything)
    hand = in_hand(request, whole)
    context = {
        "permintaan": permintaan,
        "crumbs": (Crumb("Permintaan", "/permintaan"), Crumb(permintaan.nomor)),
        "lead": f"Diminta {permintaan.opd.nama}, diterima {_received(whole)}",
        "badges": summary.badges_of(whole, _lateness(request, whole)),
        "hand": hand,
        "is_waiting": hand.turn is None,
        "counted": counted_in_hand(whole.standing, request.now),
        "stepper": flow.stepper_of(whole, request.now),
        "usulan": usulan.proposal_of(whole, request.actor),
        "gitlab_sign": sign_for(whole),
        "summary": summary.summary_of(whole, request.actor, request.now),
        "shares": share_facts(whole.standing, whole.standing.runs, request.now),
        "wanted": summary.wanted_of(permintaan),
        "gitlab": gitlab.facts_of(whole),
        "team": summary.team_of(whole, request.actor),
        "swimlane": flow.swimlane_of(whole, request.now),
        "explained": explained.explained(whole, request.now),
        "sop_url": reverse("sop", args=[whole.standing.sop.nomor]),
        "timeline": timeline_of(whole, request.now),
        "more_url": f"?linimasa={EVERYTHING}#{TALK}" if whole.has_more else "",
        "documents": documents_of(nomor, whole.outputs.versions),
        "naskah": tuple(map(naskah_row, whole.outputs.naskah)),
        "naskah_url": reverse("naskah_permintaan", args=[nomor]),
        **_acts(request, whole),
    }
    return render(request, "work/permintaan.html", context)


def _received(whole: Whole) -> str:
    return formats.full_date(whole.permintaan.created_at.astimezone(ZONE).date())


def _lateness(request: Request, whole: Whole) -> str:
    """How much working time has passed since the limit, or nothing."""
    due_at = whole.permintaan.due_at
    if due_at is None or not flow.is_late(whole, request.now):
        return ""
    return worked_between(due_at, request.now, whole.standing.calendar)


def _acts(request: Request, whole: Whole) -> dict[str, Any]:
    """Acts with a page of their own are buttons; the discussion is written on this page."""
    offers = {one.key: one for one in offered(request.actor, whole.permintaan, whole.standing.facts)}
    talk, note = offers.pop(TALK), offers.pop(NOTE)
    del offers[usulan.ACCEPT], offers[usulan.DECLINE]  # they stand with what is proposed
    nomor, is_open = whole.permintaan.nomor, Status(whole.permintaan.status).is_open
    possible = tuple(one for one in offers.values() if one.verdict)
    grey = tuple(one for one in offers.values() if is_open and _is_grey(one, request))
    return {
        "acts": tuple(one for one in possible if one.key in FOREMOST),
        "other_acts": tuple(one for one in possible if one.key not in FOREMOST),
        "grey_acts": grey,
        "talk": FORMS[TALK](whole.standing, request.actor, request.now) if talk.verdict else None,
        "talk_url": act_url(nomor, TALK),
        "note_url": act_url(nomor, NOTE) if note.verdict else "",
    }


def _is_grey(offer: Offer, request: Request) -> bool:
    """Refused, to somebody whose business it is; to others a grey button would only be in the way."""
    return not offer.verdict and any(request.actor.has(role) for role in ACTS[offer.key].roles)
