"""Holidays: recorded by decree, described, and removed while nobody can have reckoned with them."""

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import Field

from loket.api.bodies import Body, body_of
from loket.api.documented import SENT, takes
from loket.api.office import Id, admin_only, answered
from loket.api.preview import Pasti, Perubahan, Version, through_preview
from loket.api.reading import read
from loket.api.request import Call
from loket.application.errors import NotVisible
from loket.application.office import calendar
from loket.models.kantor import HariLibur
from loket.queries.office import holiday_of

router = Router(tags=["Kantor: kalender"])
_KIND: Any = Literal[tuple(HariLibur.Kind.values)]


class UbahLibur(Body):
    nama: Annotated[str, Field(examples=["Hari jadi kabupaten"])]
    kind: _KIND
    decree: str = ""
    is_certain: bool = True


LiburBaru = body_of(
    "LiburBaru",
    calendar.HolidayData,
    calendar_version=(Version, None),
    nama=(Annotated[str, Field(examples=["Hari jadi kabupaten"])], ...),
    kind=(_KIND, ...),
)
BODIES = (Pasti, LiburBaru, UbahLibur)


class Libur(Schema):
    id: int
    day: date
    nama: str
    kind: str
    decree: str
    is_certain: bool


@router.post(
    "/kantor/kalender/libur/baru",
    response={200: Perubahan, **SENT},
    operation_id="libur_baru",
    summary="Tambah hari libur",
    openapi_extra=takes([LiburBaru]),
)
def libur_baru(request: Call) -> HttpResponse:
    admin_only(request)
    body = read(request, LiburBaru)
    data, version = body.made(calendar.HolidayData), body.model_dump()["calendar_version"]
    return through_preview(
        request,
        version,
        lambda: calendar.add_holiday(data, actor=request.actor, now=request.now, source="api"),
    )


@router.post(
    "/kantor/kalender/libur/{id}/ubah",
    response={200: Libur, **SENT},
    operation_id="ubah_libur",
    summary="Ubah keterangan hari libur; tanggalnya tetap",
    openapi_extra=takes([UbahLibur]),
)
def ubah_libur(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    admin_only(request)
    holiday = _found(id)
    data = calendar.HolidayData(day=None, **read(request, UbahLibur).model_dump())

    def act() -> dict[str, Any]:
        calendar.change_holiday(holiday, data, actor=request.actor, now=request.now, source="api")
        return holiday_row(holiday)

    return answered(request, 200, Libur, act)


@router.post(
    "/kantor/kalender/libur/{id}/hapus",
    response={200: Perubahan, **SENT},
    operation_id="hapus_libur",
    summary="Hapus hari libur yang belum lewat",
    openapi_extra=takes([Pasti]),
)
def hapus_libur(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    admin_only(request)
    holiday = _found(id)
    return through_preview(
        request,
        read(request, Pasti).calendar_version,
        lambda: calendar.remove_holiday(holiday, actor=request.actor, now=request.now, source="api"),
    )


def holiday_row(one: HariLibur) -> dict[str, Any]:
    names = ("day", "nama", "kind", "decree", "is_certain")
    return {"id": one.pk, **{name: getattr(one, name) for name in names}}


def _found(pk: str) -> HariLibur:
    holiday = holiday_of(int(pk))
    if holiday is None:
        raise NotVisible(pk)
    return holiday
