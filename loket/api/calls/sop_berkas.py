"""The SOP as files, and the checklists of the related SOPs."""

from typing import Any

from django.http import HttpResponse
from ninja import Field, Query, Router, Schema

from loket.api.calls.sop import NomorSop
from loket.api.documented import LISTED_OF_ONE, READ_ONE
from loket.api.files import BINARY, PDF, printed
from loket.api.reading import only
from loket.api.request import Call
from loket.application.data import local_date
from loket.application.errors import NotVisible
from loket.core.sop import Sop
from loket.documents.sop_document import Naskah
from loket.queries.sop_in_force import reading, sop_in_force
from loket.queries.sop_print import related_print, sop_print
from loket.sop.bpmn.writing import bpmn_of
from loket.sop.definition import MAIN
from loket.sop.related import Butir, RelatedSop, related

router = Router(tags=["SOP"])
XML = "application/xml"


class Revisi(Schema):
    revisi: int | None = Field(default=None, ge=0, le=9999, description="Tanpa ini: yang berlaku.")


class Cetakan(Revisi):
    naskah: Naskah = Field(default=Naskah.ASLI)


class ButirSop(Schema):
    """`bagian`: the part of the step whose decision closes it, empty where whoever does the work does."""

    kode: str
    kegiatan: str
    pelaksana: list[str]
    pihak_lain: list[str]
    hari_kerja: float | None
    keluaran: list[str]
    wajib: bool
    bagian: str


class DaftarPeriksa(Schema):
    nomor: str
    nama: str
    revisi: int
    langkah: str
    butir: list[ButirSop]


@router.get(
    "/sop/{nomor_sop}/pdf",
    response={200: None, **LISTED_OF_ONE},
    operation_id="sop_pdf",
    summary="Unduh SOP atau daftar periksanya sebagai PDF",
    openapi_extra={"responses": {200: {"content": {PDF: BINARY}}}},
)
def sop_pdf(request: Call, cetakan: Query[Cetakan], nomor_sop: NomorSop) -> HttpResponse:
    only(request, Cetakan.model_fields)
    if nomor_sop != MAIN:
        in_force = sop_in_force(local_date(request.now))
        return printed(related_print(_related(nomor_sop), in_force), f"{nomor_sop}.pdf")
    content = sop_print(_main(request, nomor_sop, cetakan.revisi), cetakan.naskah, with_nip=True)
    return printed(content, f"{nomor_sop}.pdf")


@router.get(
    "/sop/{nomor_sop}/bpmn",
    response={200: None, **LISTED_OF_ONE},
    operation_id="sop_bpmn",
    summary="Unduh SOP sebagai BPMN 2.0",
    openapi_extra={"responses": {200: {"content": {XML: BINARY}}}},
)
def sop_bpmn(request: Call, revisi: Query[Revisi], nomor_sop: NomorSop) -> HttpResponse:
    only(request, Revisi.model_fields)
    return printed(bpmn_of(_main(request, nomor_sop, revisi.revisi)), f"{nomor_sop}.bpmn", XML)


@router.get(
    "/sop/{nomor_sop}/butir",
    response={200: DaftarPeriksa, **READ_ONE},
    operation_id="sop_butir",
    summary="Daftar periksa SOP terkait untuk langkah 7 sampai 9",
)
def sop_butir(request: Call, nomor_sop: NomorSop) -> dict[str, Any]:
    found = _related(nomor_sop)
    own = ("nomor", "nama", "revisi", "langkah")
    return {
        **{name: getattr(found, name) for name in own},
        "butir": [_row(one) for one in found.butir],
    }


def _row(one: Butir) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ButirSop.model_fields}


def _main(call: Call, nomor: str, revisi: int | None) -> Sop:
    found = reading(local_date(call.now), revisi) if nomor == MAIN else None
    if found is None:
        raise NotVisible(nomor)
    return found.sop


def _related(nomor: str) -> RelatedSop:
    try:
        return related(nomor)
    except LookupError as unknown:
        raise NotVisible(nomor) from unknown
