"""`/dokumen/ID`: a version of a document, as a file and page by page; what is not yours to see does not exist."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.http import require_safe

from loket.models.dokumen import Upload
from loket.queries.files import readable_version
from loket.web.request import Request
from loket.web.serving import original, page_picture


@login_required
@require_safe
def dokumen(request: Request, pk: str) -> HttpResponse | FileResponse:
    return original(request, _upload(request, pk))


@login_required
@require_safe
def halaman(request: Request, pk: str, number: str) -> HttpResponse | FileResponse:
    return page_picture(request, _upload(request, pk), int(number))


def _upload(request: Request, pk: str) -> Upload:
    version = readable_version(int(pk), request.actor)
    if version is None:
        raise Http404
    return version.upload
