"""Keadaan kahar, for the head of the office."""

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import Field

from loket.api.answers import Orang
from loket.api.bodies import body_of
from loket.api.documented import READ_ONE, SENT, takes
from loket.api.office import TanpaIsi, answered, only, told_nothing
from loket.api.reading import read
from loket.api.request import Call
from loket.application.office.kahar import Data, declare, end
from loket.core.role import Role
from loket.models.kahar import Kahar as Kept
from loket.models.user import User
from loket.queries.kahar import declared

router = Router(tags=["Kantor: keadaan kahar"])
NyatakanKahar = body_of(
    "NyatakanKahar",
    Data,
    nomor=(Annotated[str, Field(examples=["100.3.3/12/2026"], description="Nomor keputusan.")], ...),
    alasan=(Annotated[str, Field(examples=["Banjir memutus listrik dan jaringan kantor."])], ...),
)
BODIES = (NyatakanKahar,)


class Kahar(Schema):
    id: int
    nomor: str
    alasan: str
    since: datetime
    oleh: Orang
    until: datetime | None
    diakhiri_oleh: Orang | None


class DaftarKahar(Schema):
    berlaku: bool
    items: list[Kahar]


@router.get(
    "/kantor/kahar",
    response={200: DaftarKahar, **READ_ONE},
    operation_id="daftar_kahar",
    summary="Keadaan kahar, yang berlaku lebih dahulu",
)
def daftar_kahar(request: Call) -> dict[str, Any]:
    only(request, Role.KEPALA_DINAS)
    return _all()


@router.post(
    "/kantor/kahar/baru",
    response={201: DaftarKahar, **SENT},
    operation_id="nyatakan_kahar",
    summary="Nyatakan keadaan kahar; semua permintaan yang berjalan dijeda",
    openapi_extra=takes([NyatakanKahar]),
)
def nyatakan_kahar(request: Call) -> HttpResponse:
    only(request, Role.KEPALA_DINAS)
    data = read(request, NyatakanKahar).made(Data)

    def act() -> dict[str, Any]:
        declare(data, actor=request.actor, now=request.now, source="api")
        return _all()

    return answered(request, 201, DaftarKahar, act)


@router.post(
    "/kantor/kahar/berakhir",
    response={200: DaftarKahar, **SENT},
    operation_id="akhiri_kahar",
    summary="Nyatakan keadaan kahar berakhir",
    openapi_extra=takes([TanpaIsi]),
)
def akhiri_kahar(request: Call) -> HttpResponse:
    only(request, Role.KEPALA_DINAS)
    told_nothing(request)

    def act() -> dict[str, Any]:
        end(actor=request.actor, now=request.now, source="api")
        return _all()

    return answered(request, 200, DaftarKahar, act)


def _all() -> dict[str, Any]:
    found = declared()
    return {"berlaku": any(one.until is None for one in found), "items": [_row(one) for one in found]}


def _row(one: Kept) -> dict[str, Any]:
    return {
        "id": one.pk,
        **{name: getattr(one, name) for name in ("nomor", "alasan", "since", "until")},
        "oleh": _person(one.declared_by),
        "diakhiri_oleh": _person(one.ended_by) if one.ended_by else None,
    }


def _person(user: User) -> dict[str, Any]:
    return {"id": user.pk, "nama": user.nama}
