"""Whose token it is: their positions, and what was done in their place or by them in another's."""

from datetime import date, datetime
from typing import Any

from ninja import Field, P, PathEx, Query, Router, Schema

from loket.api.documented import LISTED_OF_ONE, READ
from loket.api.paging import Halaman, place_of
from loket.api.reading import only
from loket.api.request import Call
from loket.application.data import Problems, local_date
from loket.application.errors import NotVisible
from loket.core.kinds import KINDS
from loket.models.entry import Entry
from loket.models.user import Jabatan
from loket.queries.acting import MOST, deeds_of, periods_of
from loket.queries.keyset import rows_behind
from loket.queries.positions import positions_of

router = Router(tags=["Akun"])


class Masa(Schema):
    """A position held; `sebagai` as the record writes it."""

    id: int
    sebagai: str = Field(examples=["Plh. kepala_bidang"])
    nama: str
    nomor_surat: str
    from_date: date
    until_date: date | None


class Penggantian(Masa):
    oleh: str


class Akun(Schema):
    id: int
    username: str
    nama: str
    nip: str
    phone: str
    email: str
    opd_id: int | None
    cakupan: str = Field(description="Cakupan token ini: baca atau tulis.")
    sebagai: list[str] = Field(description="Dalam kedudukan apa orang ini dapat bertindak sekarang.")
    jabatan: list[Masa]
    jabatan_lain: list[Masa]
    penggantian: list[Penggantian] = Field(description="Untuk GET /akun/penggantian/{id}.")


class Pekerjaan(Schema):
    """What was done in an acting period; `nomor` is null where it was done for the office."""

    kind: str
    kalimat: str
    nomor: str | None
    nama_aplikasi: str | None
    oleh: str
    sebagai: str
    happened_at: datetime


class DaftarPekerjaan(Schema):
    items: list[Pekerjaan]
    next: str | None


@router.get(
    "/akun",
    response={200: Akun, **READ},
    operation_id="akun",
    summary="Pemilik token: nama, jabatan, dan masa penggantian",
)
def akun(request: Call) -> dict[str, Any]:
    user, today = request.token.user, local_date(request.now)
    found = positions_of(user.pk, today)
    own = ("id", "username", "nama", "nip", "phone", "email", "opd_id")
    return {
        **{name: getattr(user, name) for name in own},
        "cakupan": request.token.scope,
        "sebagai": sorted(request.actor.capacity(role) for role in request.actor.capacities),
        "jabatan": [_position(one) for one in found.held],
        "jabatan_lain": [_position(one) for one in found.others],
        "penggantian": [
            {**_position(one), "oleh": one.user.nama} for one in periods_of(user.pk, today)[:MOST]
        ],
    }


@router.get(
    "/akun/penggantian/{id}",
    response={200: DaftarPekerjaan, **LISTED_OF_ONE},
    operation_id="penggantian",
    summary="Yang dikerjakan dalam satu masa penggantian, yang terbaru lebih dahulu",
)
def penggantian(
    request: Call,
    halaman: Query[Halaman],
    id: PathEx[str, P(examples=["1"])],  # noqa: A002 - as that of a dokumen
) -> dict[str, Any]:
    only(request, Halaman.model_fields)
    period = periods_of(request.token.user_id, local_date(request.now)).filter(pk=int(id)).first()
    if period is None:
        raise NotVisible(id)
    rows, following = rows_behind(
        deeds_of(period, request.actor), place_of(halaman, Problems()), halaman.limit
    )
    return {"items": [_deed(entry) for entry in rows], "next": following or None}


def _position(one: Jabatan) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("id", "nomor_surat", "from_date", "until_date")},
        "sebagai": one.capacity,
        "nama": str(one),
    }


def _deed(entry: Entry) -> dict[str, Any]:
    permintaan = entry.permintaan
    return {
        "kind": entry.kind,
        "kalimat": KINDS[entry.kind].sentence,
        "nomor": permintaan.nomor if permintaan else None,
        "nama_aplikasi": permintaan.nama_aplikasi if permintaan else None,
        "oleh": entry.actor.nama if entry.actor else "",
        "sebagai": entry.capacity,
        "happened_at": entry.happened_at,
    }
