"""`/permintaan/NOMOR/berkas`: the whole case as one archive, to be kept or handed on."""

import tempfile

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from loket.application.naskah.binder import write_binder
from loket.core.acts import only_follows
from loket.files.sealed import SEALED
from loket.queries.step_rows import standing_of, visible_permintaan
from loket.web.request import Request

_IN_MEMORY = 8 * 1024 * 1024


@login_required
@require_safe
def berkas(request: Request, nomor: str) -> FileResponse:
    """Not for whoever only follows because their own request is carried on here."""
    permintaan = visible_permintaan(nomor, request.actor, with_opd=True)
    if permintaan is None or only_follows(
        request.actor, standing_of(permintaan, request.actor, request.now).facts
    ):
        raise Http404
    target = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - the response closes it when it is sent
    write_binder(target, permintaan, request.actor, request.now)
    target.seek(0)
    response = FileResponse(
        target, as_attachment=True, filename=f"Berkas {nomor}.zip", content_type="application/zip"
    )
    for name, value in SEALED.items():
        response[name] = value
    response["Cache-Control"] = "no-store"
    return response
