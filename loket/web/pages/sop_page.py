"""`/sop/NOMOR_SOP`: the SOP with live numbers or as it was written, and the related SOPs as checklists. Public."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from loket.application.data import local_date
from loket.core.sop import Sop
from loket.queries.sop_counts import OpenCounts, open_counts, performance
from loket.queries.sop_in_force import Reading, Released, Standing, reading
from loket.sop.definition import MAIN
from loket.sop.related import RelatedSop, related, related_numbers
from loket.web import formats
from loket.web.components.facts import Stat
from loket.web.components.navigation import Chip
from loket.web.components.records import DocumentRow
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.formats import lowered
from loket.web.office.sop_tables import period
from loket.web.pages import sop_document
from loket.web.pages.revision import asked_revision
from loket.web.pages.sop_document import Voice
from loket.web.pages.sop_pdf import prints_of_main
from loket.web.request import Request

VIEW, AS_WRITTEN = "tampilan", "naskah"


@require_safe
def sop(request: Request, nomor: str) -> HttpResponse:
    layout = "base.html" if request.user.is_authenticated else "public/page.html"
    if nomor != MAIN:
        return render(request, "public/sop_related.html", {"layout": layout, **_related(request, nomor)})
    found = reading(local_date(request.now), asked_revision(request))
    if found is None:
        raise Http404
    voice = Voice(original=request.GET.get(VIEW) == AS_WRITTEN)
    context = _document(request, found, voice) | _live(request, found, voice)
    return render(request, "public/sop.html", {"layout": layout, **context})


def _document(request: Request, found: Reading, voice: Voice) -> dict[str, Any]:
    sop = found.sop
    return {
        "sop": sop,
        "title": sop.nama if voice.original else sop_document.readable(sop.nama),
        "lead": f"{sop.nomor}, revisi {sop.revisi}, {sop_document.in_force(sop, found.standing)}",
        "standing": sop_document.standing_banner(found, request.path),
        "revisions": _revisions(found),
        "instansi": sop.document["instansi"],
        "identity": sop_document.identity(sop, voice, with_nip=request.user.is_authenticated),
        "opening": sop_document.opening(sop, voice),
        "fields": sop_document.fields(sop, voice),
        "as_written": voice.original,
        "views": _views(request, voice),
        "bpmn_url": reverse("sop_bpmn", args=[sop.nomor])
        + ("" if found.standing is Standing.BERLAKU else f"?revisi={sop.revisi}"),
        "prints": prints_of_main(request),
        "related": tuple(_row_of(related(number)) for number in related_numbers()),
    }


def _live(request: Request, found: Reading, voice: Voice) -> dict[str, Any]:
    """The document as it was written stands alone, so nothing is counted for it."""
    if voice.original:
        return {"stats": (), "table": sop_document.table(found.sop, voice, None, with_links=False)}
    counts = open_counts(found.sop, request.now)
    links = request.actor.sees_everything()
    return {
        "stats": _stats(found.sop, counts, performance(found.sop, request.now).timely_percent),
        "table": sop_document.table(found.sop, voice, counts, with_links=links),
    }


def _stats(sop: Sop, counts: OpenCounts, percent: float | None) -> tuple[Stat, ...]:
    stats = [
        Stat(formats.number(counts.open), "permintaan berjalan"),
        Stat(formats.number(counts.late), "lewat waktu baku", kind="gawat" if counts.late else ""),
    ]
    if percent is not None:
        stats.append(Stat(formats.percent(percent), "tepat waktu dalam 90 hari"))
    if counts.busiest:
        fullest = formats.number(counts.at(counts.busiest).open)
        stats.append(Stat(sop.step(counts.busiest).nama, f"langkah terpadat, {fullest} permintaan"))
    return tuple(stats)


def _views(request: Request, voice: Voice) -> tuple[Chip, ...]:
    """The other view keeps the revision that is read."""
    live, written = request.GET.copy(), request.GET.copy()
    live.pop(VIEW, None)
    written[VIEW] = AS_WRITTEN
    return (
        Chip("Dengan data langsung", f"?{live.urlencode()}", active=not voice.original, icon="activity"),
        Chip("Naskah resmi", f"?{written.urlencode()}", active=voice.original, icon="scroll-text"),
    )


def _revisions(found: Reading) -> tuple[DocumentRow, ...]:
    """Only worth showing where there is more than one."""
    if len(found.revisions) < 2:  # noqa: PLR2004 - one is no history
        return ()
    return tuple(
        DocumentRow(f"Revisi {one.revisi}", f"?revisi={one.revisi}", _history(one), format="SOP")
        for one in found.revisions
    )


def _history(one: Released) -> str:
    decided = f"{one.keputusan}, {lowered(period(one))}" if one.keputusan else period(one)
    return f"{decided} ({one.standing})"


def _row_of(sop: RelatedSop) -> DocumentRow:
    detail = f"{sop.nomor}, {len(sop.butir)} butir"
    return DocumentRow(
        sop_document.readable(sop.nama), reverse("sop", args=[sop.nomor]), detail, format="SOP"
    )


def _related(request: Request, nomor: str) -> dict[str, Any]:
    try:
        sop = related(nomor)
    except LookupError as unknown:
        raise Http404 from unknown
    main = reading(local_date(request.now))
    step = main.sop.steps.get(sop.langkah) if main else None
    return {
        "sop": sop,
        "title": sop_document.readable(sop.nama),
        "step": step,
        "lead": f"{sop.nomor}, revisi {sop.revisi}, {sop.status}",
        "main_url": reverse("sop", args=[MAIN]),
        "pdf_url": reverse("sop_pdf", args=[sop.nomor]),
        "items": _items(sop),
    }


def _items(sop: RelatedSop) -> Table:
    with_days = sop.hari_kerja is not None
    days = (Column("Hari kerja", numeric=True),) if with_days else ()
    columns = (Column("Kegiatan"), Column("Pelaksana"), *days, Column("Keluaran"), Column("Bukti"))
    rows = []
    for butir in sop.butir:
        people = [*(role.label for role in butir.pelaksana), *butir.pihak_lain]
        share = (Cell(formats.number(butir.hari_kerja or 0)),) if with_days else ()
        proof = Cell("Wajib" if butir.wajib else "Bila perlu")
        rows.append(
            TableRow(
                (
                    Cell(butir.kegiatan, detail=butir.kode),
                    Cell(", ".join(people)),
                    *share,
                    Cell(", ".join(butir.keluaran)),
                    proof,
                )
            )
        )
    return Table(caption=f"Butir {sop.nama}", columns=columns, rows=tuple(rows))
