"""The calendar of the office: a year of it, and that the year is complete."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import P, PathEx, Query, Router, Schema
from pydantic import Field

from loket.api.calls.kantor_jadwal import Jadwal, schedule_row
from loket.api.calls.kantor_libur import Libur, holiday_row
from loket.api.documented import LISTED_OF_ONE, SENT, takes
from loket.api.office import admin_only
from loket.api.preview import Pasti, Perubahan, through_preview
from loket.api.reading import only, read
from loket.api.request import Call
from loket.application.data import local_date
from loket.application.office import calendar
from loket.models.kantor import Kantor
from loket.queries.office import holidays_of, schedules

router = Router(tags=["Kantor: kalender"])


class TahunLengkap(Pasti):
    decree: Annotated[str, Field(examples=["SKB 3 Menteri 933/2026"])]


BODIES = (TahunLengkap,)


class SaringTahun(Schema):
    tahun: int | None = Field(default=None, ge=2000, le=2999, description="Tahun ini bila kosong.")


class KalenderKantor(Schema):
    """Time is reckoned from `calendar_from` to `calendar_until`."""

    tahun: int
    calendar_version: int
    calendar_from: date
    calendar_until: date
    libur: list[Libur]
    jadwal: list[Jadwal]


@router.get(
    "/kantor/kalender",
    response={200: KalenderKantor, **LISTED_OF_ONE},
    operation_id="kalender_kantor",
    summary="Hari libur satu tahun, dan semua jadwal kerja",
)
def kalender_kantor(request: Call, saring: Query[SaringTahun]) -> dict[str, Any]:
    admin_only(request)
    only(request, SaringTahun.model_fields)
    year = saring.tahun or local_date(request.now).year
    kantor = Kantor.objects.get()
    names = ("calendar_version", "calendar_from", "calendar_until")
    return {
        "tahun": year,
        **{name: getattr(kantor, name) for name in names},
        "libur": [holiday_row(one) for one in holidays_of(year)],
        "jadwal": [schedule_row(one) for one in schedules()],
    }


@router.post(
    "/kantor/kalender/tahun/{tahun}/lengkap",
    response={200: Perubahan, **SENT},
    operation_id="tahun_lengkap",
    summary="Nyatakan kalender satu tahun lengkap; tidak dapat dibatalkan",
    openapi_extra=takes([TahunLengkap]),
)
def tahun_lengkap(request: Call, tahun: PathEx[str, P(examples=["2027"])]) -> HttpResponse:
    admin_only(request)
    body = read(request, TahunLengkap)
    data = calendar.YearData(year=int(tahun), decree=body.decree)
    return through_preview(
        request,
        body.calendar_version,
        lambda: calendar.complete_year(data, actor=request.actor, now=request.now, source="api"),
    )
