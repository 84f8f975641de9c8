"""Files: sent in before a step or act names them, and read again by whoever may."""

from typing import Any

from django.http import FileResponse, HttpResponse
from ninja import P, PathEx, Router

from loket.api.answers import Berkas
from loket.api.documented import READ_ONE, SENT
from loket.api.door import MULTIPART
from loket.api.files import BINARY, stored
from loket.api.keeping import Keeping
from loket.api.reading import WrongType
from loket.api.request import Call
from loket.application.data import Problems
from loket.application.errors import Invalid, NotVisible
from loket.application.throttle import Limit, take
from loket.application.uploads import receive_with
from loket.files.kinds import KINDS
from loket.files.problems import TooLarge
from loket.files.sizes import MAX_BYTES
from loket.models.dokumen import Upload
from loket.queries.files import readable_file

router = Router(tags=["Dokumen"])
UPLOADS = Limit("unggah-api", tries=120, seconds=10 * 60)
_PART = {
    "type": "object",
    "required": ["berkas"],
    "properties": {"berkas": {"type": "string", "format": "binary"}},
}


@router.post(
    "/dokumen",
    response={201: Berkas, **SENT},
    operation_id="dokumen_baru",
    summary="Kirim berkas; jenisnya diperiksa dari isinya",
    openapi_extra={"requestBody": {"required": True, "content": {MULTIPART: {"schema": _PART}}}},
)
def dokumen_baru(request: Call) -> HttpResponse:
    if request.content_type != MULTIPART:
        raise WrongType(MULTIPART)
    take(UPLOADS, str(request.actor.id), request.now)
    arrived = request.FILES.get("berkas")
    if arrived is None:
        raise _without_file(request)
    keeping = Keeping(request, 201, _row)
    receive_with(keeping, arrived, arrived.name or "", actor=request.actor, now=request.now)
    return keeping.answer()


@router.get(
    "/dokumen/{id}",
    response={200: None, **READ_ONE},
    operation_id="dokumen",
    summary="Unduh berkas",
    openapi_extra={"responses": {200: {"content": dict.fromkeys(KINDS, BINARY)}}},
)
def dokumen(request: Call, id: PathEx[str, P(examples=["1"])]) -> FileResponse:  # noqa: A002 - the contract's name
    upload = readable_file(int(id), request.actor)
    if upload is None:
        raise NotVisible(id)
    return stored(upload)


def _without_file(request: Call) -> Exception:
    """Nothing came along, or so much that reading was given up."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdigit() and int(length) > MAX_BYTES:
        return TooLarge(MAX_BYTES)
    return Invalid(Problems({"berkas": ["Kirim berkas sebagai bagian bernama berkas."]}))


def _row(upload: Upload) -> dict[str, Any]:
    return {
        "id": upload.pk,
        "nama": upload.name,
        "mime": upload.mime,
        "jenis": upload.label,
        "ukuran": upload.size,
        "sha256": upload.sha256,
        "halaman": upload.pages,
    }
