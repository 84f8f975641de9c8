"""Files: sent in before a step or act names them, and read again by whoever may."""

import tempfile
from datetime import datetime
from typing import Any

from django.http import FileResponse, HttpResponse
from ninja import P, PathEx, Router, Schema

from loket.api.answers import Berkas, BerkasDokumen
from loket.api.calls.permintaan import Nomor
from loket.api.documented import READ_ONE, SENT
from loket.api.door import MULTIPART
from loket.api.files import BINARY, ONE_FILE, UNKEPT, sent_file, stored
from loket.api.keeping import Keeping
from loket.api.request import Call
from loket.api.rows import document_row
from loket.application.errors import NotVisible
from loket.application.naskah.binder import write_binder
from loket.application.throttle import Limit, take
from loket.application.uploads import receive_with
from loket.core.acts import only_follows
from loket.files.kinds import KINDS
from loket.models.dokumen import DokumenVersi, Upload
from loket.queries.files import readable_file
from loket.queries.machine import versions_of
from loket.queries.step_rows import standing_of, visible_permintaan

router = Router(tags=["Dokumen"])
UPLOADS = Limit("unggah-api", tries=120, seconds=10 * 60)
BINDERS = Limit("berkas-api", tries=30, seconds=10 * 60)
"""An archive of everything is work for the server."""
ZIP = "application/zip"
_IN_MEMORY = 8 * 1024 * 1024


class Reviu(Schema):
    bagian: str
    is_approved: bool
    catatan: str
    oleh: str
    sebagai: str
    at: datetime


class VersiDokumen(BerkasDokumen):
    catatan: str
    oleh: str
    reviu: list[Reviu]


class DaftarVersi(Schema):
    items: list[VersiDokumen]


@router.post(
    "/dokumen",
    response={201: Berkas, **SENT},
    operation_id="dokumen_baru",
    summary="Kirim berkas; jenisnya diperiksa dari isinya",
    openapi_extra={"requestBody": {"required": True, "content": {MULTIPART: {"schema": ONE_FILE}}}},
)
def dokumen_baru(request: Call) -> HttpResponse:
    take(UPLOADS, str(request.actor.id), request.now)
    arrived = sent_file(request)
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


@router.get(
    "/permintaan/{nomor}/dokumen",
    response={200: DaftarVersi, **READ_ONE},
    operation_id="dokumen_permintaan",
    summary="Semua versi dokumen permintaan, dengan catatan dan reviunya",
)
def dokumen_permintaan(request: Call, nomor: Nomor) -> dict[str, Any]:
    found = versions_of(request.actor, nomor)
    if found is None:
        raise NotVisible(nomor)
    return {"items": [_version(one) for one in found]}


@router.get(
    "/permintaan/{nomor}/berkas",
    response={200: None, **READ_ONE},
    operation_id="berkas_perkara",
    summary="Unduh berkas perkara: semua naskah dan dokumen permintaan dalam satu arsip",
    openapi_extra={"responses": {200: {"content": {ZIP: BINARY}}}},
)
def berkas_perkara(request: Call, nomor: Nomor) -> FileResponse:
    """Not for whoever only follows because their own request is carried on here."""
    permintaan = visible_permintaan(nomor, request.actor, with_opd=True)
    if permintaan is None or only_follows(
        request.actor, standing_of(permintaan, request.actor, request.now).facts
    ):
        raise NotVisible(nomor)
    take(BINDERS, str(request.actor.id), request.now)
    target = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - the response closes it when it is sent
    write_binder(target, permintaan, request.actor, request.now)
    target.seek(0)
    return FileResponse(
        target, as_attachment=True, filename=f"Berkas {nomor}.zip", content_type=ZIP, headers=dict(UNKEPT)
    )


def _version(one: DokumenVersi) -> dict[str, Any]:
    return {
        **document_row(one),
        "catatan": one.catatan,
        "oleh": one.submitted_by.nama,
        "reviu": [
            {
                **{name: getattr(said, name) for name in ("bagian", "is_approved", "catatan", "at")},
                "oleh": said.by.nama,
                "sebagai": said.capacity or "",  # type: ignore[attr-defined]  # annotated by reviews()
            }
            for said in one.review_set.all()
        ],
    }


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
