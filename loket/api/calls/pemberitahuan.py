"""Notices: what Loket has told the owner of the token, and that it was read."""

from datetime import datetime
from typing import Annotated, Any

from django.db import transaction
from django.http import HttpResponse
from ninja import Field, Query, Router, Schema
from pydantic import BaseModel

from loket.api.bodies import LARGEST, STRICT
from loket.api.documented import LISTED, SENT, takes
from loket.api.keeping import Keeping
from loket.api.paging import NOT_OURS, Halaman
from loket.api.reading import only, read
from loket.api.request import Call
from loket.application.data import Problems
from loket.application.errors import Invalid, NotVisible
from loket.application.notice_reading import mark_read
from loket.models.diskusi import Pesan
from loket.queries.notices import is_cursor, notice_of, page_of_notices

router = Router(tags=["Pemberitahuan"])


class Pemberitahuan(Schema):
    """`nomor` is null where it is about the office."""

    id: int
    judul: str
    kind: str = Field(description="Jenis catatan yang menyebabkannya.")
    nomor: str | None
    giliran_saya: bool
    sent_at: datetime
    read_at: datetime | None


class DaftarPemberitahuan(Schema):
    items: list[Pemberitahuan]
    next: str | None


class PemberitahuanDibaca(BaseModel):
    """One notice, or without `id` all of them."""

    model_config = STRICT
    id: Annotated[int, Field(ge=1, le=LARGEST)] | None = None


class Dibaca(Schema):
    ditandai: int = Field(description="Berapa yang tadinya belum dibaca.")


@router.get(
    "/pemberitahuan",
    response={200: DaftarPemberitahuan, **LISTED},
    operation_id="daftar_pemberitahuan",
    summary="Pemberitahuan, yang belum dibaca lebih dahulu",
)
def daftar_pemberitahuan(request: Call, halaman: Query[Halaman]) -> dict[str, Any]:
    only(request, Halaman.model_fields)
    if halaman.cursor and not is_cursor(halaman.cursor):
        raise Invalid(Problems({"cursor": [NOT_OURS]}))
    found = page_of_notices(request.actor, halaman.cursor, halaman.limit)
    return {"items": [_row(one) for one in found.rows], "next": found.next or None}


@router.post(
    "/pemberitahuan/dibaca",
    response={200: Dibaca, **SENT},
    operation_id="pemberitahuan_dibaca",
    summary="Tandai satu pemberitahuan, atau semuanya, sudah dibaca",
    openapi_extra=takes([PemberitahuanDibaca]),
)
def pemberitahuan_dibaca(request: Call) -> HttpResponse:
    body = read(request, PemberitahuanDibaca)
    if body.id is not None and notice_of(request.actor, body.id) is None:
        raise NotVisible(str(body.id))
    keeping = Keeping(request, 200, lambda count: {"ditandai": count})
    with transaction.atomic():
        keeping(mark_read(request.token.user_id, request.now, pk=body.id))
    return keeping.answer()


def _row(one: Pesan) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("id", "judul", "sent_at", "read_at")},
        "kind": one.entry.kind,
        "nomor": one.permintaan.nomor if one.permintaan else None,
        "giliran_saya": one.is_my_turn,
    }
