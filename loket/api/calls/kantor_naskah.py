"""How the office's letters look and are numbered."""

from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import P, PathEx, Router, Schema
from pydantic import Field

from loket.api.bodies import body_of
from loket.api.documented import READ_ONE, SENT, takes
from loket.api.files import BINARY, UNKEPT
from loket.api.office import admin_only, answered
from loket.api.reading import read
from loket.api.request import Call
from loket.application.data import local_date
from loket.application.errors import NotVisible
from loket.application.naskah.letterhead import number_of
from loket.application.naskah.sample import sample_letter
from loket.application.office.letters import Kind, Letterhead, set_kind, set_letterhead
from loket.application.throttle import Limit, take
from loket.core.naskah import JENIS
from loket.models.kantor import Kantor
from loket.models.naskah import AturanNaskah

router = Router(tags=["Kantor: naskah"])
PNG = "image/png"
SAMPLES = Limit("contoh-api", tries=60, seconds=10 * 60)
"""A sample is typeset for each answer."""
_PAPER: Any = Literal[tuple(Kantor.Kertas.values)]
_SECRECY: Any = Literal[tuple(Kantor.Keamanan.values)]
_PATTERN = "{klasifikasi}/{nomor}/{unit}/{tahun}"
DataKop = body_of(
    "DataKop",
    Letterhead,
    kertas=(_PAPER, ...),
    keamanan=(_SECRECY, ...),
    pola_nomor=(Annotated[str, Field(examples=[_PATTERN])], ...),
)
DataJenisNaskah = body_of(
    "DataJenisNaskah", Kind, klasifikasi=(Annotated[str, Field(examples=["500.12.4"])], ...)
)
BODIES = (DataKop, DataJenisNaskah)


class Jenis(Schema):
    """`wewenang` and `terendah` are empty where a kind is approved in Loket and not signed."""

    jenis: str
    nama: str
    klasifikasi: str
    wewenang: str
    terendah: str


class PengaturanNaskah(Schema):
    pemerintah: str
    instansi: str
    alamat: str
    kontak: str
    tempat: str
    kertas: str
    unit: str
    pola_nomor: str
    keamanan: str
    contoh_nomor: str = Field(description="Nomor berita acara pertama menurut pola itu.")
    jenis: list[Jenis]


@router.get(
    "/kantor/naskah",
    response={200: PengaturanNaskah, **READ_ONE},
    operation_id="pengaturan_naskah",
    summary="Kop, pola nomor, dan kode serta penandatangan tiap jenis naskah",
)
def pengaturan_naskah(request: Call) -> dict[str, Any]:
    admin_only(request)
    return _settings(request)


@router.get(
    "/kantor/naskah/contoh",
    response={200: None, **READ_ONE},
    operation_id="contoh_kop",
    summary="Unduh contoh surat dengan kop ini, sebagai gambar",
    openapi_extra={"responses": {200: {"content": {PNG: BINARY}}}},
)
def contoh_kop(request: Call) -> HttpResponse:
    admin_only(request)
    take(SAMPLES, str(request.actor.id), request.now)
    disposition = 'attachment; filename="Contoh kop.png"'
    headers = {**UNKEPT, "Content-Disposition": disposition}
    return HttpResponse(sample_letter(request.now), content_type=PNG, headers=headers)


@router.post(
    "/kantor/naskah/kop",
    response={200: PengaturanNaskah, **SENT},
    operation_id="ubah_kop",
    summary="Ubah kop dan pola nomor; naskah yang sudah terbit tidak berubah",
    openapi_extra=takes([DataKop]),
)
def ubah_kop(request: Call) -> HttpResponse:
    admin_only(request)
    data = read(request, DataKop).made(Letterhead)

    def act() -> dict[str, Any]:
        set_letterhead(data, actor=request.actor, now=request.now, source="api")
        return _settings(request)

    return answered(request, 200, PengaturanNaskah, act)


@router.post(
    "/kantor/naskah/jenis/{jenis}",
    response={200: PengaturanNaskah, **SENT},
    operation_id="ubah_jenis_naskah",
    summary="Ubah kode klasifikasi dan penandatangan satu jenis naskah",
    openapi_extra=takes([DataJenisNaskah]),
)
def ubah_jenis_naskah(request: Call, jenis: PathEx[str, P(examples=["bast"])]) -> HttpResponse:
    admin_only(request)
    one = JENIS.get(jenis)
    if one is None or not one.is_numbered:
        raise NotVisible(jenis)
    data = read(request, DataJenisNaskah).made(Kind)

    def act() -> dict[str, Any]:
        set_kind(one, data, actor=request.actor, now=request.now, source="api")
        return _settings(request)

    return answered(request, 200, PengaturanNaskah, act)


def _settings(call: Call) -> dict[str, Any]:
    kantor, rules = Kantor.objects.get(), AturanNaskah.all_of_them()
    return {
        **{name: getattr(kantor, name) for name in Letterhead.__slots__},
        "contoh_nomor": number_of(kantor, rules["bast"], 1, local_date(call.now)),
        "jenis": [
            {
                "jenis": key,
                "nama": one.label,
                **{name: getattr(rules[key], name) for name in ("klasifikasi", "wewenang", "terendah")},
            }
            for key, one in JENIS.items()
            if one.is_numbered
        ],
    }
