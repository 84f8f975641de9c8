"""The register of agencies."""

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import Field

from loket.api.answers import Opd
from loket.api.bodies import body_of
from loket.api.documented import READ_ONE, SENT, takes
from loket.api.office import Id, TanpaIsi, admin_only, answered, told_nothing
from loket.api.reading import read
from loket.api.request import Call
from loket.api.rows import opd_row
from loket.application.errors import NotVisible
from loket.application.office.opd import OpdData, change_opd, create_opd, set_opd_active
from loket.models.opd import Opd as Agency
from loket.queries.office import agency_of, register

router = Router(tags=["Kantor: OPD"])
DataOpd = body_of(
    "DataOpd",
    OpdData,
    kode=(Annotated[str, Field(examples=["KEC-PLAOSAN"])], ...),
    nama=(Annotated[str, Field(examples=["Kecamatan Plaosan"])], ...),
    singkatan=(Annotated[str, Field(examples=["Kec. Plaosan"])], ...),
)
BODIES = (DataOpd,)


class OpdKantor(Opd):
    is_active: bool


class OpdTerdaftar(OpdKantor):
    akun: int = Field(description="Banyaknya akun yang aktif.")


class DaftarOpd(Schema):
    items: list[OpdTerdaftar]


@router.get(
    "/kantor/opd",
    response={200: DaftarOpd, **READ_ONE},
    operation_id="daftar_opd",
    summary="Semua OPD, yang tidak aktif terakhir",
)
def daftar_opd(request: Call) -> dict[str, Any]:
    admin_only(request)
    return {"items": [{**_row(one), "akun": one.accounts} for one in register()]}  # type: ignore[attr-defined]  # annotated by the query


@router.post(
    "/kantor/opd/baru",
    response={201: OpdKantor, **SENT},
    operation_id="opd_baru",
    summary="Tambah OPD",
    openapi_extra=takes([DataOpd]),
)
def opd_baru(request: Call) -> HttpResponse:
    admin_only(request)
    data = read(request, DataOpd).made(OpdData)

    def act() -> dict[str, Any]:
        return _row(create_opd(data, actor=request.actor, now=request.now, source="api"))

    return answered(request, 201, OpdKantor, act)


@router.post(
    "/kantor/opd/{id}/ubah",
    response={200: OpdKantor, **SENT},
    operation_id="ubah_opd",
    summary="Ubah data OPD",
    openapi_extra=takes([DataOpd]),
)
def ubah_opd(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    admin_only(request)
    opd = _found(id)
    data = read(request, DataOpd).made(OpdData)

    def act() -> dict[str, Any]:
        change_opd(opd, data, actor=request.actor, now=request.now, source="api")
        return _row(opd)

    return answered(request, 200, OpdKantor, act)


@router.post(
    "/kantor/opd/{id}/aktifkan",
    response={200: OpdKantor, **SENT},
    operation_id="aktifkan_opd",
    summary="Aktifkan OPD lagi",
    openapi_extra=takes([TanpaIsi]),
)
def aktifkan_opd(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    return _set_active(request, id, is_active=True)


@router.post(
    "/kantor/opd/{id}/nonaktifkan",
    response={200: OpdKantor, **SENT},
    operation_id="nonaktifkan_opd",
    summary="Nonaktifkan OPD; permintaannya yang berjalan tetap dikerjakan",
    openapi_extra=takes([TanpaIsi]),
)
def nonaktifkan_opd(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    return _set_active(request, id, is_active=False)


def _set_active(request: Call, pk: str, *, is_active: bool) -> HttpResponse:
    admin_only(request)
    opd = _found(pk)
    told_nothing(request)

    def act() -> dict[str, Any]:
        set_opd_active(opd, is_active=is_active, actor=request.actor, now=request.now, source="api")
        return _row(opd)

    return answered(request, 200, OpdKantor, act)


def _found(pk: str) -> Agency:
    opd = agency_of(int(pk))
    if opd is None:
        raise NotVisible(pk)
    return opd


def _row(opd: Agency) -> dict[str, Any]:
    return {**opd_row(opd), "is_active": opd.is_active}
