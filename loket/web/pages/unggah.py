"""`/unggah`: a file comes in while its form is still being filled. `/berkas/ID`: look at it again until then."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from loket.application.uploads import receive
from loket.files.problems import FileProblem, TooLarge
from loket.files.sizes import MAX_BYTES
from loket.queries.files import own_upload
from loket.web.request import Request
from loket.web.serving import original
from loket.web.step_files import file_words
from loket.web.throttle import Limit, TooMany, take, wait_text

UPLOADS = Limit("unggah", tries=120, seconds=10 * 60)
_NONE = "Pilih berkas yang akan diunggah."
_SIGNED_OUT = "Sesi Anda berakhir. Masuk lagi, lalu pilih berkas sekali lagi."
_FULL = "Berkas belum tersimpan karena penyimpanan bermasalah. Coba lagi nanti."


@require_POST
def unggah(request: Request) -> JsonResponse:
    """The page that sent it reads the answer: the file's id, or what is wrong with it."""
    if not request.user.is_authenticated:
        return _refused(_SIGNED_OUT, 401)
    try:
        take(UPLOADS, str(request.user.pk), request.now)
    except TooMany as too_many:
        return _slowed(too_many.wait)
    arrived = next(iter(request.FILES.values()), None)
    return _without_file(request) if arrived is None else _kept(request, arrived)


@login_required
@require_safe
def berkas(request: Request, pk: str) -> HttpResponse | FileResponse:
    upload = own_upload(int(pk), request.actor)
    if upload is None:
        raise Http404
    return original(request, upload)


def _kept(request: Request, arrived: Any) -> JsonResponse:
    try:
        upload = receive(arrived, arrived.name or "", actor=request.actor, now=request.now)
    except TooLarge as problem:
        return _refused(problem.sentence, 413)
    except FileProblem as problem:
        return _refused(problem.sentence, 422)
    except OSError:
        return _refused(_FULL, 503)
    answer = {"id": str(upload.pk), "name": upload.name, "size": upload.size, "label": file_words(upload)}
    return JsonResponse(answer, status=201)


def _without_file(request: Request) -> JsonResponse:
    """Nothing came along, or so much that reading was given up."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdigit() and int(length) > MAX_BYTES:
        return _refused(TooLarge(MAX_BYTES).sentence, 413)
    return _refused(_NONE, 422)


def _slowed(wait: int) -> JsonResponse:
    answer = _refused(f"Terlalu banyak unggahan. Coba lagi dalam {wait_text(wait)}.", 429)
    answer["Retry-After"] = str(wait)
    return answer


def _refused(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=status)
