"""What was done in an acting period: for the one acted for, and for the one who acted."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from loket.application.data import local_date
from loket.core.capacity import label
from loket.core.kinds import KINDS
from loket.core.zone import ZONE
from loket.models.entry import Entry
from loket.models.user import Jabatan
from loket.queries.acting import deeds_in, periods_of
from loket.queries.keyset import Edge, key_of
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.navigation import Crumb
from loket.web.components.records import TimelineItem
from loket.web.request import Request
from loket.web.step_links import permintaan_url


@login_required
@require_safe
def page(request: Request, pk: str) -> HttpResponse:
    period = periods_of(request.user.pk, local_date(request.now)).filter(pk=int(pk)).first()
    if period is None:
        raise Http404
    edge = Edge(after=key_of(request.GET.get("sesudah", "")), before=key_of(request.GET.get("sebelum", "")))
    found = deeds_in(period, request.actor, edge)
    context = {
        "title": str(period),
        "crumbs": (Crumb("Akun", reverse("akun")), Crumb(str(period))),
        "facts": facts_of(period),
        "deeds": tuple(_deed(entry) for entry in found.rows),
        "next_url": f"?sesudah={found.next}" if found.next else "",
        "previous_url": f"?sebelum={found.previous}" if found.previous else "",
    }
    return render(request, "work/penggantian.html", context)


def facts_of(period: Jabatan) -> tuple[Fact, ...]:
    until = formats.plain_date(period.until_date) if period.until_date else ""
    return (
        Fact("Yang bertugas", period.user.nama),
        Fact("Masa", f"{formats.plain_date(period.from_date)} sampai {until}"),
        Fact("Surat perintah", period.nomor_surat),
    )


def _deed(entry: Entry) -> TimelineItem:
    at, kind, permintaan = entry.happened_at.astimezone(ZONE), KINDS[entry.kind], entry.permintaan
    return TimelineItem(
        text=kind.sentence,
        when=formats.full_datetime(at),
        datetime_iso=at.isoformat(timespec="minutes"),
        who=entry.actor.nama if entry.actor else "",
        unit=label(entry.capacity),
        icon=kind.icon,
        detail=permintaan.nama_aplikasi if permintaan else "",
        url=permintaan_url(permintaan.nomor) if permintaan else "",
        url_text=permintaan.nomor if permintaan else "",
    )
