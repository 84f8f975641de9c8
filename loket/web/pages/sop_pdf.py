"""`/sop/NOMOR_SOP/pdf`: the SOP in its official format, to be saved. Public."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from loket.application.data import local_date
from loket.documents.sop_document import Naskah
from loket.queries.sop_in_force import reading
from loket.queries.sop_print import related_print, sop_print
from loket.sop.definition import MAIN, shipped
from loket.sop.related import related
from loket.web.components.records import DocumentRow
from loket.web.pages.revision import asked_revision
from loket.web.request import Request
from loket.web.serving import as_attachment

PRINT = "naskah"


@require_safe
def sop_pdf(request: Request, nomor: str) -> HttpResponse:
    """`?naskah=lengkap` asks for corrected words and the gates; a NIP is only for people who are signed in."""
    try:
        naskah = Naskah(request.GET.get(PRINT, Naskah.ASLI))
    except ValueError as unknown:
        raise Http404 from unknown
    if nomor != MAIN:
        return _related(request, nomor)
    found = reading(local_date(request.now), asked_revision(request))
    if found is None:
        raise Http404
    name = f"{nomor}-lengkap.pdf" if naskah is Naskah.LENGKAP else f"{nomor}.pdf"
    return as_attachment(sop_print(found.sop, naskah, with_nip=request.user.is_authenticated), name)


def prints_of_main(request: Request) -> tuple[DocumentRow, ...]:
    """Both prints of the revision that is read."""
    query = request.GET.copy()
    for name in set(query) - {"revisi"}:
        del query[name]
    address = reverse("sop_pdf", args=[MAIN])
    literal = f"?{query.urlencode()}" if query else ""
    query[PRINT] = Naskah.LENGKAP.value
    return (
        DocumentRow(
            "Naskah resmi", f"{address}{literal}", "Kata demi kata seperti naskah kantor, dengan bagan alir"
        ),
        DocumentRow(
            "Naskah lengkap",
            f"{address}?{query.urlencode()}",
            "Ejaan dibakukan, dengan setiap keputusan Ya atau Tidak dalam bagan alir",
        ),
    )


def _related(request: Request, nomor: str) -> HttpResponse:
    try:
        sop = related(nomor)
    except LookupError as unknown:
        raise Http404 from unknown
    main = reading(local_date(request.now))
    return as_attachment(related_print(sop, main.sop if main else shipped()), f"{nomor}.pdf")
