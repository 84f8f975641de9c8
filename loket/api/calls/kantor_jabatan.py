"""Positions, those of Plh. and Plt. included: who holds them, given and ended."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import P, PathEx, Router, Schema
from pydantic import Field

from loket.api.answers import Orang
from loket.api.bodies import body_of
from loket.api.documented import READ_ONE, SENT, takes
from loket.api.office import Id, TanpaIsi, admin_only, answered, told_nothing
from loket.api.reading import read
from loket.api.request import Call
from loket.application.data import local_date
from loket.application.errors import NotVisible
from loket.application.office.positions import JabatanData, end_jabatan, give_jabatan
from loket.core.role import Role
from loket.models.user import Jabatan as Position
from loket.queries.acting import Seat, seats_on
from loket.queries.office import account_of, position_of

router = Router(tags=["Kantor: jabatan"])
_ROLES: Any = Literal[tuple(role.value for role in Role)]
_KINDS: Any = Literal["tetap", "plh", "plt"]
BeriJabatan = body_of(
    "BeriJabatan",
    JabatanData,
    role=(Annotated[_ROLES, Field(examples=["kepala_bidang"])], ...),
    kind=(
        Annotated[_KINDS, Field(description="plh dan plt memerlukan nomor_surat dan until_date.")],
        "tetap",
    ),
)
BODIES = (BeriJabatan,)


class Jabatan(Schema):
    """`kind`: tetap, plh or plt."""

    id: int
    role: str
    kind: str
    title: str
    nomor_surat: str
    from_date: date
    until_date: date | None


class JabatanOrang(Jabatan):
    oleh: Orang


class JabatanPengganti(JabatanOrang):
    tindakan: int = Field(description="Berapa yang dikerjakan pada masa itu.")


class Kursi(Schema):
    """A position today; where nobody is in it, `atasan` does its work."""

    role: str
    pejabat: JabatanOrang | None
    pengganti: JabatanOrang | None
    atasan: JabatanOrang | None


class DaftarJabatan(Schema):
    kursi: list[Kursi]
    berjalan: list[JabatanPengganti] = Field(description="Masa Plh. dan Plt. yang berjalan dan akan datang.")
    berakhir: list[JabatanPengganti] = Field(description="Yang terakhir berakhir.")


class Berakhir(Schema):
    id: int
    until_date: date | None = Field(description="Hari terakhirnya; null bila ditarik seluruhnya.")


@router.get(
    "/kantor/jabatan",
    response={200: DaftarJabatan, **READ_ONE},
    operation_id="daftar_jabatan",
    summary="Jabatan kepala hari ini, dan masa Plh. dan Plt.",
)
def daftar_jabatan(request: Call) -> dict[str, Any]:
    admin_only(request)
    found = seats_on(local_date(request.now))

    def periods(rows: Iterable[Position]) -> list[dict[str, Any]]:
        return [{**_with_person(row), "tindakan": found.deeds.get(row.pk, 0)} for row in rows]

    kursi = [_seat(seat) for seat in found.seats]
    return {"kursi": kursi, "berjalan": periods(found.current), "berakhir": periods(found.past)}


@router.post(
    "/kantor/pengguna/{id}/jabatan",
    response={201: Jabatan, **SENT},
    operation_id="beri_jabatan",
    summary="Beri jabatan, juga sebagai Plh. atau Plt.",
    openapi_extra=takes([BeriJabatan]),
)
def beri_jabatan(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    admin_only(request)
    account = account_of(int(id))
    if account is None:
        raise NotVisible(id)
    data = read(request, BeriJabatan).made(JabatanData)

    def act() -> dict[str, Any]:
        given = give_jabatan(account, data, actor=request.actor, now=request.now, source="api")
        return jabatan_row(given)

    return answered(request, 201, Jabatan, act)


@router.post(
    "/kantor/pengguna/{id}/jabatan/{jabatan}/akhiri",
    response={200: Berakhir, **SENT},
    operation_id="akhiri_jabatan",
    summary="Akhiri jabatan sekarang; yang mulai hari ini atau nanti ditarik seluruhnya",
    openapi_extra=takes([TanpaIsi]),
)
def akhiri_jabatan(
    request: Call,
    id: Id,  # noqa: A002 - the name in every address
    jabatan: PathEx[str, P(examples=["1"])],
) -> HttpResponse:
    admin_only(request)
    position = position_of(int(jabatan), int(id))
    if position is None:
        raise NotVisible(jabatan)
    told_nothing(request)

    def act() -> dict[str, Any]:
        end_jabatan(position, actor=request.actor, now=request.now, source="api")
        return {"id": int(jabatan), "until_date": position.until_date if position.pk else None}

    return answered(request, 200, Berakhir, act)


def jabatan_row(row: Position) -> dict[str, Any]:
    names = ("role", "kind", "title", "nomor_surat", "from_date", "until_date")
    return {"id": row.pk, **{name: getattr(row, name) for name in names}}


def _with_person(row: Position) -> dict[str, Any]:
    return {**jabatan_row(row), "oleh": {"id": row.user_id, "nama": row.user.nama}}


def _seat(seat: Seat) -> dict[str, Any]:
    places = {"pejabat": seat.holder, "pengganti": seat.deputy, "atasan": seat.superior}
    return {"role": seat.role, **{name: _with_person(row) if row else None for name, row in places.items()}}
