"""Accounts: the list, a new one, one with its positions and keys, changed, let in and kept out."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from loket.api.answers import Opd
from loket.api.bodies import body_of
from loket.api.calls.kantor_jabatan import Jabatan, jabatan_row
from loket.api.documented import LISTED_OF_ONE, READ_ONE, SENT, takes
from loket.api.office import Id, TanpaIsi, admin_only, answered, told_nothing
from loket.api.paging import Halaman, place_of
from loket.api.reading import only, read
from loket.api.request import Call
from loket.api.rows import opd_row
from loket.application.data import Problems, local_date
from loket.application.errors import NotVisible
from loket.application.office.accounts import AccountData, change_account, create_account, set_active
from loket.models.user import User
from loket.queries.keyset import page_behind
from loket.queries.naskah import certificates_of
from loket.queries.office import View, account_of, accounts_of
from loket.queries.positions import positions_of
from loket.queries.tokens import tokens_of

router = Router(tags=["Kantor: pengguna"])
DataPengguna = body_of(
    "DataPengguna",
    AccountData,
    username=(Annotated[str, Field(examples=["nur.hidayati"])], ...),
    nama=(Annotated[str, Field(examples=["Nur Hidayati"])], ...),
)
BODIES = (DataPengguna, TanpaIsi)


class SaringPengguna(Halaman):
    tampilan: View | None = Field(default=None)
    q: str = Field(default="", max_length=100, description="Kata dalam nama, nama pengguna, NIP, atau OPD.")


class Pengguna(Schema):
    id: int
    username: str
    nama: str
    nip: str
    pangkat: str
    phone: str
    email: str
    opd: Opd | None
    is_active: bool
    created_at: datetime
    jabatan: list[Jabatan] = Field(description="Yang dijabat hari ini.")


class DaftarPengguna(Schema):
    items: list[Pengguna]
    next: str | None = Field(description="Cursor halaman berikut; null pada halaman terakhir.")


class TokenPengguna(Schema):
    id: int
    nama: str
    scope: str
    awal: str = Field(description="Beberapa karakter pertamanya.")
    last_used_at: datetime | None
    expires_at: datetime


class SatuPengguna(Pengguna):
    jabatan_lain: list[Jabatan] = Field(description="Yang sudah berakhir dan yang belum mulai.")
    token: list[TokenPengguna]
    has_certificate: bool


@router.get(
    "/kantor/pengguna",
    response={200: DaftarPengguna, **LISTED_OF_ONE},
    operation_id="daftar_pengguna",
    summary="Pengguna, yang terbaru lebih dahulu",
)
def daftar_pengguna(request: Call, saring: Query[SaringPengguna]) -> dict[str, Any]:
    admin_only(request)
    only(request, SaringPengguna.model_fields)
    after, today = place_of(saring, Problems()), local_date(request.now)
    found = accounts_of(saring.tampilan, saring.q, today)
    rows, following = page_behind(found, after, saring.limit)
    items = [{**_row(one), "jabatan": list(map(jabatan_row, one.held))} for one in rows]  # type: ignore[attr-defined]  # prefetched
    return {"items": items, "next": following or None}


@router.post(
    "/kantor/pengguna/baru",
    response={201: SatuPengguna, **SENT},
    operation_id="pengguna_baru",
    summary="Buat akun; sandinya diatur pemiliknya melalui tautan",
    openapi_extra=takes([DataPengguna]),
)
def pengguna_baru(request: Call) -> HttpResponse:
    admin_only(request)
    data = read(request, DataPengguna).made(AccountData)

    def act() -> dict[str, Any]:
        made = create_account(data, actor=request.actor, now=request.now, source="api")
        return _whole(made, request.now)

    return answered(request, 201, SatuPengguna, act)


@router.get(
    "/kantor/pengguna/{id}",
    response={200: SatuPengguna, **READ_ONE},
    operation_id="satu_pengguna",
    summary="Satu pengguna dengan jabatan, token, dan sertifikatnya",
)
def satu_pengguna(request: Call, id: Id) -> dict[str, Any]:  # noqa: A002 - the name in every address
    admin_only(request)
    return _whole(found_account(id), request.now)


@router.post(
    "/kantor/pengguna/{id}/ubah",
    response={200: SatuPengguna, **SENT},
    operation_id="ubah_pengguna",
    summary="Ubah data akun; kolom yang tidak disebut menjadi kosong",
    openapi_extra=takes([DataPengguna]),
)
def ubah_pengguna(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    admin_only(request)
    account = found_account(id)
    data = read(request, DataPengguna).made(AccountData)

    def act() -> dict[str, Any]:
        change_account(account, data, actor=request.actor, now=request.now, source="api")
        return _whole(found_account(id), request.now)

    return answered(request, 200, SatuPengguna, act)


@router.post(
    "/kantor/pengguna/{id}/aktifkan",
    response={200: SatuPengguna, **SENT},
    operation_id="aktifkan_pengguna",
    summary="Aktifkan akun lagi",
    openapi_extra=takes([TanpaIsi]),
)
def aktifkan_pengguna(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    return _set_active(request, id, is_active=True)


@router.post(
    "/kantor/pengguna/{id}/nonaktifkan",
    response={200: SatuPengguna, **SENT},
    operation_id="nonaktifkan_pengguna",
    summary="Nonaktifkan akun; riwayatnya tetap",
    openapi_extra=takes([TanpaIsi]),
)
def nonaktifkan_pengguna(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    return _set_active(request, id, is_active=False)


def found_account(pk: str) -> User:
    """Raises NotVisible where there is none."""
    account = account_of(int(pk))
    if account is None:
        raise NotVisible(pk)
    return account


def _set_active(request: Call, pk: str, *, is_active: bool) -> HttpResponse:
    admin_only(request)
    account = found_account(pk)
    told_nothing(request)

    def act() -> dict[str, Any]:
        set_active(account, is_active=is_active, actor=request.actor, now=request.now, source="api")
        return _whole(account, request.now)

    return answered(request, 200, SatuPengguna, act)


def _row(account: User) -> dict[str, Any]:
    names = ("username", "nama", "nip", "pangkat", "phone", "email", "is_active", "created_at")
    return {
        "id": account.pk,
        **{name: getattr(account, name) for name in names},
        "opd": opd_row(account.opd) if account.opd else None,
    }


def _whole(account: User, now: datetime) -> dict[str, Any]:
    today: date = local_date(now)
    positions = positions_of(account.pk, today)
    return {
        **_row(account),
        "jabatan": list(map(jabatan_row, positions.held)),
        "jabatan_lain": list(map(jabatan_row, positions.others)),
        "token": [
            {
                "id": one.pk,
                "awal": one.prefix,
                **{name: getattr(one, name) for name in ("nama", "scope", "last_used_at", "expires_at")},
            }
            for one in tokens_of(account.pk, now)
        ],
        "has_certificate": any(one.revoked_at is None for one in certificates_of(account.pk)),
    }
