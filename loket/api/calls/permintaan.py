"""Permintaan: the list, a new one, and one with all that may be done with it."""

from typing import Any

from django.http import HttpResponse
from ninja import Field, P, PathEx, Query, Router

from loket.api.answers import DaftarPermintaan, Diterima, Permintaan
from loket.api.bodies import LARGEST, LETTER
from loket.api.documented import LISTED, READ_ONE, SENT, takes
from loket.api.keeping import Keeping
from loket.api.one import permintaan_whole
from loket.api.paging import Halaman, place_of
from loket.api.reading import only, read
from loket.api.request import Call
from loket.api.rows import permintaan_row
from loket.application.data import Problems
from loket.application.errors import NotVisible
from loket.application.steps.s01_surat import Data
from loket.application.submit import submit
from loket.core.facts import Status
from loket.core.priority import Level
from loket.models.entry import Entry
from loket.queries.machine import sight_of
from loket.queries.requests import View, Wanted, requests_behind
from loket.sop.definition import shipped

router = Router(tags=["Permintaan"])
Nomor = PathEx[str, P(examples=["APL-2026-0001"])]
STEPS = (*shipped().steps, "selesai")


class Saring(Halaman):
    status: Status | None = Field(default=None)
    langkah: str = Field(default="", json_schema_extra={"enum": list(STEPS)})
    prioritas: Level | None = Field(default=None)
    opd: int | None = Field(default=None, ge=1, le=LARGEST, description="Id OPD.")
    tampilan: View | None = Field(
        default=None, description="Tampilan tersimpan seperti pada halaman Permintaan."
    )
    q: str = Field(default="", max_length=100, description="Kata dalam nomor, nama aplikasi, atau nama OPD.")


@router.get(
    "/permintaan",
    response={200: DaftarPermintaan, **LISTED},
    operation_id="daftar_permintaan",
    summary="Permintaan yang boleh dibaca, yang terbaru lebih dahulu",
)
def daftar_permintaan(request: Call, saring: Query[Saring]) -> dict[str, Any]:
    only(request, Saring.model_fields)
    problems = Problems()
    problems.unless(not saring.langkah or saring.langkah in STEPS, "langkah", "Langkah ini tidak ada.")
    after = place_of(saring, problems)
    wanted = Wanted(
        view=saring.tampilan,
        status=saring.status or "",
        langkah=saring.langkah,
        prioritas=saring.prioritas or "",
        opd_id=saring.opd,
        q=saring.q,
    )
    rows, following = requests_behind(request.actor, wanted, after, request.now, size=saring.limit)
    return {"items": [permintaan_row(row) for row in rows], "next": following or None}


@router.post(
    "/permintaan",
    response={201: Diterima, **SENT},
    operation_id="permintaan_baru",
    summary="Langkah 1: surat permintaan baru",
    openapi_extra=takes([LETTER]),
)
def permintaan_baru(request: Call) -> HttpResponse:
    body = read(request, LETTER)
    keeping = Keeping(request, 201, _accepted)
    submit(
        actor=request.actor,
        opd_id=getattr(body, "opd_id", None) or request.actor.opd_id,
        data=body.made(Data),
        now=request.now,
        source="api",
        also=keeping,
    )
    return keeping.answer()


@router.get(
    "/permintaan/{nomor}",
    response={200: Permintaan, **READ_ONE},
    operation_id="permintaan",
    summary="Satu permintaan: fakta, kedua waktu tiap langkah, dokumen, dan apa yang boleh dilakukan",
)
def permintaan(request: Call, nomor: Nomor) -> dict[str, Any]:
    sight = sight_of(request.actor, nomor, request.now)
    if sight is None:
        raise NotVisible(nomor)
    return permintaan_whole(sight, request.actor, request.now)


def _accepted(entry: Entry) -> dict[str, Any]:
    row: Any = entry.permintaan
    return {"nomor": row.nomor, "kode_lacak": row.kode_lacak, "revision": row.revision}
