"""Working hours: those of a period, and how they end."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import Field

from loket.api.bodies import Body
from loket.api.documented import SENT, takes
from loket.api.office import Id, admin_only
from loket.api.preview import Pasti, Perubahan, through_preview
from loket.api.reading import read
from loket.api.request import Call
from loket.application.errors import Invalid, NotVisible
from loket.application.office import calendar
from loket.application.office.schedule import ScheduleData
from loket.core.calendar_plan import WEEKDAYS
from loket.models.kantor import JadwalKerja
from loket.queries.office import schedule_of

router = Router(tags=["Kantor: kalender"])
HARI = tuple(name.lower() for name in WEEKDAYS)
_DAYS: Any = Literal[HARI]
Jam = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["07:30"])]


class Rentang(Body):
    buka: Jam
    tutup: Jam


class JadwalBaru(Pasti):
    label: Annotated[str, Field(examples=["Ramadan 1448 Hijriah"])]
    valid_from: date
    valid_until: Annotated[date | None, Field(description="Kosong untuk jam kerja biasa yang baru.")] = None
    jam: Annotated[
        dict[_DAYS, Annotated[list[Rentang], Field(max_length=10)]],
        Field(
            description="Hari yang tidak disebut tutup.",
            examples=[{"senin": [{"buka": "07:30", "tutup": "15:00"}]}],
        ),
    ]


BODIES = (JadwalBaru,)


class Jadwal(Schema):
    id: int
    label: str
    valid_from: date
    valid_until: date | None
    jam: dict[str, list[dict[str, str]]]


@router.post(
    "/kantor/kalender/jadwal/baru",
    response={200: Perubahan, **SENT},
    operation_id="jadwal_baru",
    summary="Tambah jadwal kerja",
    openapi_extra=takes([JadwalBaru]),
)
def jadwal_baru(request: Call) -> HttpResponse:
    admin_only(request)
    body = read(request, JadwalBaru)
    data = ScheduleData(
        label=body.label,
        valid_from=body.valid_from,
        valid_until=body.valid_until,
        windows={HARI.index(hari): tuple(map(_window, spans)) for hari, spans in body.jam.items()},
    )

    def change() -> None:
        with _as_sent():
            calendar.add_schedule(data, actor=request.actor, now=request.now, source="api")

    return through_preview(request, body.calendar_version, change)


@router.post(
    "/kantor/kalender/jadwal/{id}/akhiri",
    response={200: Perubahan, **SENT},
    operation_id="akhiri_jadwal",
    summary="Akhiri jadwal kerja hari ini; yang belum mulai dihapus",
    openapi_extra=takes([Pasti]),
)
def akhiri_jadwal(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    admin_only(request)
    schedule = _found(id)
    return through_preview(
        request,
        read(request, Pasti).calendar_version,
        lambda: calendar.end_schedule(schedule, actor=request.actor, now=request.now, source="api"),
    )


def schedule_row(one: JadwalKerja) -> dict[str, Any]:
    return {
        "id": one.pk,
        **{name: getattr(one, name) for name in ("label", "valid_from", "valid_until")},
        "jam": {
            HARI[int(weekday)]: [{"buka": opens, "tutup": closes} for opens, closes in windows]
            for weekday, windows in one.windows.items()
        },
    }


@contextmanager
def _as_sent() -> Iterator[None]:
    """Name the fields of the days as they were sent."""
    try:
        yield
    except Invalid as invalid:
        named = {f"hari_{number}": f"jam.{hari}" for number, hari in enumerate(HARI)}
        raise Invalid({named.get(name, name): said for name, said in invalid.problems.items()}) from invalid


def _window(span: Rentang) -> tuple[time, time]:
    return time.fromisoformat(span.buka), time.fromisoformat(span.tutup)


def _found(pk: str) -> JadwalKerja:
    schedule = schedule_of(int(pk))
    if schedule is None:
        raise NotVisible(pk)
    return schedule
