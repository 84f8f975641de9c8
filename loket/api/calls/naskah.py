"""Naskah dinas as files; drafting, issuing, signing and voiding are acts."""

from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from ninja import Field, P, PathEx, Router, Schema

from loket.api.answers import NaskahDinas
from loket.api.calls.permintaan import Nomor
from loket.api.documented import READ, READ_ONE
from loket.api.files import BINARY, PDF, printed, stored
from loket.api.request import Call
from loket.api.rows import naskah_row
from loket.application.errors import NotVisible
from loket.application.naskah.printing import printed_bytes
from loket.application.throttle import Limit, take
from loket.core.acts import is_of_office
from loket.models.naskah import Naskah
from loket.queries.naskah import OneNaskah, naskah_of, one_naskah, waiting_for
from loket.queries.step_rows import visible_permintaan

router = Router(tags=["Naskah"])
PRINTS = Limit("cetak-api", tries=60, seconds=10 * 60)
"""What has no file yet is typeset for each answer, which takes a core for a moment."""
MOST = 100
_KINDS = (PDF, "image/jpeg", "image/png")


class Penandatangan(Schema):
    """`pihak` 2 is the OPD; they sign in this order."""

    pihak: int
    nama: str
    jabatan: list[str]
    signed_at: datetime | None


class NaskahPermintaan(NaskahDinas):
    """`isian`: what was typed for it, for the office alone. `kode`: for GET /verifikasi/{kode}, once it is issued."""

    hal: str
    tujuan: str
    tanggal: date | None
    kode: str
    isian: dict[str, Any] | None
    issued_at: datetime | None
    ended_at: datetime | None
    ended_because: str
    menggantikan_id: int | None
    penandatangan: list[Penandatangan]


class DaftarNaskah(Schema):
    items: list[NaskahPermintaan]


class NaskahMenunggu(NaskahDinas):
    hal: str
    permintaan: str = Field(examples=["APL-2026-0001"])


class DaftarMenunggu(Schema):
    items: list[NaskahMenunggu]


@router.get(
    "/permintaan/{nomor}/naskah",
    response={200: DaftarNaskah, **READ_ONE},
    operation_id="naskah_permintaan",
    summary="Naskah dinas permintaan, dengan isian dan penandatangannya",
)
def naskah_permintaan(request: Call, nomor: Nomor) -> dict[str, Any]:
    permintaan = visible_permintaan(nomor, request.actor, with_opd=False)
    if permintaan is None:
        raise NotVisible(nomor)
    found = naskah_of(request.actor, permintaan.pk).prefetch_related("tandatangan_set")
    for_office = is_of_office(request.actor)
    return {"items": [_row(one, for_office=for_office) for one in found]}


@router.get(
    "/tugas/naskah",
    response={200: DaftarMenunggu, **READ},
    operation_id="tugas_naskah",
    summary="Naskah yang menunggu tanda tangan saya",
    description=f"Paling banyak {MOST}, yang paling lama lebih dahulu.",
)
def tugas_naskah(request: Call) -> dict[str, Any]:
    rows = waiting_for(request.actor)[:MOST]
    return {
        "items": [{**naskah_row(one), "hal": one.hal, "permintaan": one.permintaan.nomor} for one in rows]
    }


@router.get(
    "/naskah/{id}",
    response={200: None, **READ_ONE},
    operation_id="naskah",
    summary="Unduh naskah dinas",
    description="Yang bertanda tangan, atau pindaiannya. Sebelum berlaku: cetakannya, dengan tanda belum berlaku.",
    openapi_extra={"responses": {200: {"content": dict.fromkeys(_KINDS, BINARY)}}},
)
def naskah(request: Call, id: PathEx[str, P(examples=["1"])]) -> HttpResponseBase:  # noqa: A002 - as that of a dokumen
    found = one_naskah(request.actor, int(id))
    if found is None:
        raise NotVisible(id)
    return stored(found.latest) if found.latest else _printed(request, found)


def _row(one: Naskah, *, for_office: bool) -> dict[str, Any]:
    own = ("hal", "tujuan", "tanggal", "kode", "issued_at", "ended_at", "ended_because", "menggantikan_id")
    signer = ("pihak", "nama", "jabatan", "signed_at")
    return {
        **naskah_row(one),
        **{name: getattr(one, name) for name in own},
        "isian": one.isian if for_office else None,
        "penandatangan": [
            {name: getattr(party, name) for name in signer} for party in one.tandatangan_set.all()
        ],
    }


def _printed(call: Call, found: OneNaskah) -> HttpResponse:
    take(PRINTS, str(call.actor.id), call.now)
    name = f"{found.naskah} belum berlaku.pdf".replace("/", "-")
    return printed(printed_bytes(found.naskah, call.actor, call.now), name)
