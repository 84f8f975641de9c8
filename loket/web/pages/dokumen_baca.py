"""Read a document: its pages as pictures, its versions, and what was said of this one."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loket.models.dokumen import Dokumen, DokumenVersi, Review
from loket.queries.one_dokumen import reading_of
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.navigation import Crumb
from loket.web.components.records import DocumentRow, Letter, LetterPage, TimelineItem
from loket.web.request import Request
from loket.web.step_facts import at, for_another, remark
from loket.web.step_files import file_words
from loket.web.step_links import document_url, page_url, permintaan_url
from loket.web.step_turn import A4, MOST_PAGES
from loket.web.work.documents import reading_url


@login_required
@require_safe
def page(request: Request, nomor: str, pk: str) -> HttpResponse:
    found = reading_of(request.actor, nomor, int(pk))
    if found is None:
        raise Http404
    version, permintaan = found.version, found.version.dokumen.permintaan
    context = {
        "title": str(version.dokumen),
        "lead": f"{_name(version)}, {permintaan.nama_aplikasi}, {permintaan.opd.nama}",
        "crumbs": (
            Crumb("Permintaan", "/permintaan"),
            Crumb(nomor, permintaan_url(nomor)),
            Crumb(str(version.dokumen)),
        ),
        "original": document_url(version.pk),
        "letter": _letter(version),
        "has_pages": version.upload.pages > 0,
        "facts": _facts(version),
        "reviews": tuple(_review(one) for one in found.reviews),
        "versions": tuple(_row(one, nomor, current=one.pk == version.pk) for one in found.versions),
    }
    return render(request, "work/dokumen.html", context)


def _name(version: DokumenVersi) -> str:
    """As its author calls it; of a letter the author's word is its number, which may be long."""
    own = "" if version.dokumen.jenis == Dokumen.Jenis.SURAT else version.versi
    return f"Versi {own}" if own else f"Versi ke-{version.number}"


def _letter(version: DokumenVersi) -> Letter:
    width, height = A4
    title, upload = str(version.dokumen), version.upload
    return Letter(
        title=title.lower(),
        detail=file_words(upload),
        url=document_url(version.pk),
        pages=tuple(
            LetterPage(page_url(version.pk, number), f"{title}, halaman {number}", width, height)
            for number in range(1, min(upload.pages, MOST_PAGES) + 1)
        ),
    )


def _facts(version: DokumenVersi) -> tuple[Fact, ...]:
    facts = (
        Fact("Diajukan oleh", version.submitted_by.nama, lines=(at(version.submitted_at),)),
        Fact("Berkas", version.upload.name, lines=(file_words(version.upload),)),
        Fact("Catatan", version.catatan),
        Fact("Sidik SHA-256", version.upload.sha256),
    )
    return tuple(fact for fact in facts if fact.value)


def _review(one: Review) -> TimelineItem:
    agreed = "menyetujui hasil reviu" if one.bagian == "reviu" else "menyetujui dokumen"
    done = agreed if one.is_approved else "mengembalikan dokumen"
    return remark(one.by, one.at, done, quote=one.catatan, capacity=for_another(one))


def _row(version: DokumenVersi, nomor: str, *, current: bool) -> DocumentRow:
    shown = " (yang Anda baca)" if current else ""
    return DocumentRow(
        title=f"{_name(version)}{shown}",
        url=reading_url(nomor, version.pk),
        detail=f"{at(version.submitted_at)}, {formats.size(version.upload.size)}",
        format=version.upload.label,
        download_url=document_url(version.pk),
    )
