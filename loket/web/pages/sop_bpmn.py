"""`/sop/NOMOR_SOP/bpmn`: the SOP for BPMN editors and engines, to be saved. Public."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from loket.application.data import local_date
from loket.queries.sop_in_force import reading
from loket.sop.bpmn.writing import bpmn_of
from loket.sop.definition import MAIN
from loket.web.pages.revision import asked_revision
from loket.web.request import Request


@require_safe
def sop_bpmn(request: Request, nomor: str) -> HttpResponse:
    """The revision in force, or with `?revisi=` an earlier one. A related SOP is a checklist and has no flow."""
    found = reading(local_date(request.now), asked_revision(request)) if nomor == MAIN else None
    if found is None:
        raise Http404
    headers = {
        "Content-Disposition": f'attachment; filename="{found.sop.nomor}.bpmn"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(bpmn_of(found.sop), content_type="application/xml", headers=headers)
