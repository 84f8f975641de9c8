"""The draft of the next revision: read, changed row by row and around the table, compared with the one before."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import Field

from loket.api.bodies import Body, body_of
from loket.api.calls.kantor_sop import Rancangan, SeenDraft, draft_in_making, draft_row
from loket.api.documented import READ_ONE, SENT, takes
from loket.api.office import answered
from loket.api.reading import read
from loket.api.request import Call
from loket.application.office.sop_concern import Concerned, concern_of
from loket.application.office.sop_draft import printed_roles, save_naskah, save_row
from loket.application.office.sop_naskah import NaskahData
from loket.application.office.sop_row import PLACES, RowData
from loket.application.office.sop_text import proposed, text_of_draft, unsound
from loket.core.revising import LISTS, TEXTS, naskah_of, row_of
from loket.core.role import Role
from loket.core.sop import Sop, Step
from loket.core.sop_difference import RowChange, changes_between
from loket.models.kantor import Kantor, calendar_of
from loket.sop.definition import shipped

router = Router(tags=["Kantor: SOP"])
_ROLES: Any = Literal[tuple(role.value for role in Role)]
_PLACES: Any = Literal["", *PLACES]
_PARTS = {key: Literal[tuple(step.bagian)] for key, step in shipped().steps.items()}
_FROM_DRAFT = "Seperti pada rancangan; yang tidak disebut menjadi kosong."


def _row_body(key: str) -> type[Body]:
    """That of one step: its own bagian are the only ones it may name."""
    parts: Any = _PARTS[key]
    return body_of(
        f"DrafLangkah{key.title().replace('_', '')}",
        RowData,
        seen=(SeenDraft, ...),
        peran=(Annotated[dict[_ROLES, _PLACES], Field(description=_FROM_DRAFT)], ...),
        bagian=(
            Annotated[dict[parts, list[_ROLES]], Field(description="Siapa mengerjakan tiap bagian.")],
            ...,
        ),
    )


ROWS = {key: _row_body(key) for key in shipped().steps}


class DrafNaskah(Body):
    seen: SeenDraft
    pembuka: str
    definisi: Annotated[
        str,
        Field(
            description="Istilah pada baris pertama, satu baris kosong, lalu definisinya.",
            examples=["Aplikasi\n\nPerangkat lunak untuk layanan pemerintahan."],
        ),
    ]
    tujuan: str
    deskripsi: str
    peringatan: str
    dasar_hukum: list[str] = []
    daftar_pelaksana: list[str]
    kualifikasi: list[str]
    keterkaitan: list[str] = []
    referensi: list[str] = []
    perlengkapan: list[str] = []
    pencatatan: list[str] = []


BODIES = (*ROWS.values(), DrafNaskah)


class BarisDraf(Schema):
    """A row in the shape in which it is sent back."""

    ke: int
    key: str
    kegiatan: str
    agenda: list[str]
    peran: dict[str, str]
    bagian: dict[str, list[str]]
    kelengkapan: list[str]
    nilai: int | None
    satuan: str
    output: list[str]
    keterangan: str


class SatuRancangan(Rancangan):
    """`halangan`: why it could not be released as it is."""

    halangan: list[str]
    baris: list[BarisDraf]
    isi_naskah: dict[str, str | list[str]]


class Perbedaan(Schema):
    """`langkah` is null for the parts around the table."""

    langkah: str | None
    kolom: str
    sebelum: str
    sesudah: str


class Terkena(Schema):
    nomor: str
    revisi: int
    langkah: str
    due_at: datetime | None
    would_be: datetime | None = Field(description="Batasnya menurut rancangan.")
    langkah_nanti: list[str]


class Perbandingan(Schema):
    """Of the `berjalan` open permintaan `terkena` would have other limits; all stay on their own revision."""

    version: int
    perbedaan: list[Perbedaan]
    halangan: list[str]
    berjalan: int
    terkena: int
    terdekat: list[Terkena]


@router.get(
    "/kantor/sop/draf",
    response={200: SatuRancangan, **READ_ONE},
    operation_id="draf_sop",
    summary="Rancangan revisi SOP, dalam bentuk yang dapat dikirim kembali",
)
def draf_sop(request: Call) -> dict[str, Any]:
    draft = draft_in_making(request)
    sop = proposed(draft)
    return {
        **draft_row(draft),
        "halangan": unsound(text_of_draft(draft)),
        "baris": [_row(step, sop) for step in sop.steps.values()],
        "isi_naskah": naskah_of(sop.document["naskah"]),
    }


@router.get(
    "/kantor/sop/draf/perbandingan",
    response={200: Perbandingan, **READ_ONE},
    operation_id="perbandingan_sop",
    summary="Yang berbeda dari revisi sebelumnya, dan permintaan yang batasnya akan lain",
)
def perbandingan_sop(request: Call) -> dict[str, Any]:
    draft = draft_in_making(request)
    sop = proposed(draft)
    version = Kantor.objects.values_list("calendar_version", flat=True).get()
    concern = concern_of(sop, calendar_of(version))
    return {
        "version": draft.version,
        "perbedaan": list(_differences(changes_between(draft.based_on.rules(), sop))),
        "halangan": unsound(text_of_draft(draft)),
        "berjalan": concern.running,
        "terkena": concern.count,
        "terdekat": [_concerned(one) for one in concern.first],
    }


def _call_of(key: str, model: type[Body]) -> Callable[..., HttpResponse]:
    def ubah(request: Call) -> HttpResponse:
        draft_in_making(request)
        body: Any = read(request, model)
        data: RowData = body.made(RowData)

        def act() -> dict[str, Any]:
            save_row(key, data, seen=body.seen, actor=request.actor, now=request.now, source="api")
            return draft_row(draft_in_making(request))

        return answered(request, 200, Rancangan, act)

    ubah.__name__ = f"draf_sop_{key}"
    return ubah


for _key, _model in ROWS.items():
    router.post(
        f"/kantor/sop/draf/langkah/{_key}",
        response={200: Rancangan, **SENT},
        operation_id=f"draf_sop_{_key}",
        summary=f"Ubah langkah {shipped().step(_key).ke} pada rancangan",
        openapi_extra=takes([_model]),
    )(_call_of(_key, _model))


@router.post(
    "/kantor/sop/draf/naskah",
    response={200: Rancangan, **SENT},
    operation_id="draf_sop_naskah",
    summary="Ubah naskah di luar tabel pada rancangan",
    openapi_extra=takes([DrafNaskah]),
)
def draf_sop_naskah(request: Call) -> HttpResponse:
    draft_in_making(request)
    body = read(request, DrafNaskah)
    data = NaskahData(
        texts={name: getattr(body, name) for name in TEXTS},
        lists={name: getattr(body, name) for name in LISTS},
    )

    def act() -> dict[str, Any]:
        save_naskah(data, seen=body.seen, actor=request.actor, now=request.now, source="api")
        return draft_row(draft_in_making(request))

    return answered(request, 200, Rancangan, act)


def _row(step: Step, sop: Sop) -> dict[str, Any]:
    row = row_of(step)
    held = {role: place for place in PLACES for role in row[place]}
    plain = ("kegiatan", "agenda", "kelengkapan", "output", "keterangan", "bagian")
    return {
        "ke": step.ke,
        "key": step.key,
        **{name: row[name] for name in plain},
        **{name: row["waktu"].get(name) for name in ("nilai", "satuan")},
        "peran": {str(role): held.get(role, "") for role in printed_roles(sop)},
    }


def _differences(changes: Iterable[RowChange]) -> Iterable[dict[str, Any]]:
    for change in changes:
        key = change.step.key if change.step else None
        for one in change.fields:
            yield {"langkah": key, "kolom": one.label, "sebelum": one.before, "sesudah": one.after}


def _concerned(one: Concerned) -> dict[str, Any]:
    names = ("nomor", "revisi", "due_at", "would_be")
    later = [step.key for step in one.later]
    return {
        **{name: getattr(one, name) for name in names},
        "langkah": one.step.key,
        "langkah_nanti": later,
    }
