"""The revisions of the SOP: those that were released, and the draft of the next one begun, discarded and released."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import Field

from loket.api.bodies import LARGEST, Body, body_of
from loket.api.documented import READ_ONE, SENT, takes
from loket.api.office import TanpaIsi, answered, only, told_nothing
from loket.api.reading import read
from loket.api.request import Call
from loket.application.data import local_date
from loket.application.errors import NotVisible
from loket.application.office.sop_access import DRAFTERS
from loket.application.office.sop_draft import begin_draft, discard_draft
from loket.application.office.sop_release import ReleaseData, release_draft
from loket.core.role import Role
from loket.models.sop_draft import SopDraft
from loket.models.sop_revision import SopRevision
from loket.queries.sop_in_force import released_revisions
from loket.queries.sop_revisions import current_draft, released_rows, running_by_revision

router = Router(tags=["Kantor: SOP"])
SeenDraft = Annotated[
    int, Field(ge=0, le=LARGEST, description="Nilai `version` saat rancangan dibaca.", examples=[1])
]


class BuangRancangan(Body):
    seen: SeenDraft


TetapkanRevisi = body_of(
    "TetapkanRevisi",
    ReleaseData,
    seen=(SeenDraft, ...),
    keputusan=(Annotated[str, Field(examples=["188/12/403.113/2026"])], ...),
    sure=(
        Annotated[bool, Field(description="Perbandingan sudah diperiksa, dan revisi ini ditetapkan.")],
        False,
    ),
)
BODIES = (BuangRancangan, TetapkanRevisi)


class Rancangan(Schema):
    """`langkah`: the rows that differ from the revision before; `naskah`: whether the parts around them do."""

    nomor: str
    revisi: int
    dari_revisi: int
    version: int
    langkah: list[str]
    naskah: bool
    dimulai_oleh: str
    begun_at: datetime
    disimpan_oleh: str
    saved_at: datetime


class Revisi(Schema):
    """`until` is the first day of the revision that takes its place; `berjalan` counts the open permintaan under it."""

    revisi: int
    keadaan: str = Field(examples=["berlaku"])
    keputusan: str
    tanggal_penetapan: date | None
    tanggal_berlaku: date | None
    until: date | None
    ditetapkan_oleh: str | None = Field(description="null untuk revisi bawaan Loket.")
    berjalan: int


class DaftarRevisi(Schema):
    items: list[Revisi]
    rancangan: Rancangan | None


class RevisiDitetapkan(Schema):
    nomor: str
    revisi: int
    sha256: str
    tanggal_berlaku: date


class RancanganDibuang(Schema):
    revisi: int


@router.get(
    "/kantor/sop",
    response={200: DaftarRevisi, **READ_ONE},
    operation_id="revisi_sop",
    summary="Revisi SOP yang sudah ditetapkan, dan rancangan berikutnya",
)
def revisi_sop(request: Call) -> dict[str, Any]:
    only(request, *DRAFTERS)
    rows, running, draft = released_rows(), running_by_revision(), current_draft()
    names = ("revisi", "keputusan", "tanggal_penetapan", "tanggal_berlaku", "until")
    return {
        "items": [
            {
                **{name: getattr(one, name) for name in names},
                "keadaan": one.standing,
                "ditetapkan_oleh": _signer(rows[one.id]),
                "berjalan": running.get(one.id, 0),
            }
            for one in released_revisions(local_date(request.now))
        ],
        "rancangan": draft_row(draft) if draft else None,
    }


@router.post(
    "/kantor/sop/mulai",
    response={201: Rancangan, **SENT},
    operation_id="mulai_draf_sop",
    summary="Mulai rancangan revisi berikutnya",
    openapi_extra=takes([TanpaIsi]),
)
def mulai_draf_sop(request: Call) -> HttpResponse:
    only(request, *DRAFTERS)
    told_nothing(request)

    def act() -> dict[str, Any]:
        return draft_row(begin_draft(actor=request.actor, now=request.now, source="api"))

    return answered(request, 201, Rancangan, act)


@router.post(
    "/kantor/sop/draf/buang",
    response={200: RancanganDibuang, **SENT},
    operation_id="buang_draf_sop",
    summary="Buang rancangan; revisi yang berlaku tetap berlaku",
    openapi_extra=takes([BuangRancangan]),
)
def buang_draf_sop(request: Call) -> HttpResponse:
    draft = draft_in_making(request)
    body = read(request, BuangRancangan)

    def act() -> dict[str, Any]:
        discard_draft(seen=body.seen, actor=request.actor, now=request.now, source="api")
        return {"revisi": draft.revisi}

    return answered(request, 200, RancanganDibuang, act)


@router.post(
    "/kantor/sop/draf/tetapkan",
    response={201: RevisiDitetapkan, **SENT},
    operation_id="tetapkan_sop",
    summary="Tetapkan rancangan menjadi revisi; tidak dapat dibatalkan",
    openapi_extra=takes([TetapkanRevisi]),
)
def tetapkan_sop(request: Call) -> HttpResponse:
    only(request, Role.KEPALA_DINAS)
    body: Any = read(request, TetapkanRevisi)
    data: ReleaseData = body.made(ReleaseData)

    def act() -> dict[str, Any]:
        made = release_draft(data, seen=body.seen, actor=request.actor, now=request.now, source="api")
        return {name: getattr(made, name) for name in ("nomor", "revisi", "sha256", "tanggal_berlaku")}

    return answered(request, 201, RevisiDitetapkan, act)


def draft_in_making(call: Call) -> SopDraft:
    """Raises NotVisible where there is none, and for whoever drafts nothing."""
    only(call, *DRAFTERS)
    draft = current_draft()
    if draft is None:
        raise NotVisible(call.path)
    return draft


def draft_row(draft: SopDraft) -> dict[str, Any]:
    return {
        **{name: getattr(draft, name) for name in ("nomor", "revisi", "version", "begun_at", "saved_at")},
        "dari_revisi": draft.based_on.revisi,
        "langkah": list(draft.changes.get("langkah", {})),
        "naskah": bool(draft.changes.get("naskah")),
        "dimulai_oleh": draft.begun_by.nama,
        "disimpan_oleh": draft.saved_by.nama,
    }


def _signer(row: SopRevision) -> str | None:
    return row.released_by.nama if row.released_by else None
