"""The API as django-ninja knows it: its calls, and how each of their problems is answered."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.security.base import AuthBase

from loket.api.calls import (
    akun,
    catatan,
    diskusi,
    dokumen,
    hasil,
    kantor_gitlab,
    kantor_gitlab_kerja,
    kantor_jabatan,
    kantor_jadwal,
    kantor_kahar,
    kantor_kalender,
    kantor_kunci,
    kantor_libur,
    kantor_naskah,
    kantor_opd,
    kantor_pemeriksaan,
    kantor_pengguna,
    kantor_sop,
    kantor_sop_draf,
    konsep,
    lacak,
    langkah,
    naskah,
    papan,
    pemberitahuan,
    permintaan,
    register,
    sop,
    sop_berkas,
    tindakan,
    tugas,
    verifikasi,
)
from loket.api.problems import FORESEEN, answer_to

TITLE = "Loket Aplikasi"
ABOUT = (
    "Semua yang dilakukan orang di Loket dapat dilakukan program melalui jalan yang sama. "
    "Token dibuat pada Akun, Token API. Setiap POST menerima Idempotency-Key."
)


class Bearer(AuthBase):
    """Only for OpenAPI to say it: the door has looked at the token already."""

    openapi_type = "http"
    openapi_scheme = "bearer"

    def __call__(self, request: HttpRequest) -> Any:
        return request.token  # type: ignore[attr-defined]  # set by the door


api = NinjaAPI(title=TITLE, version="1", description=ABOUT, auth=Bearer(), docs_url=None, openapi_url=None)
KANTOR = (
    *(kantor_pengguna, kantor_kunci, kantor_jabatan, kantor_opd),
    *(kantor_kalender, kantor_libur, kantor_jadwal, kantor_kahar, kantor_naskah),
    *(kantor_gitlab, kantor_gitlab_kerja, kantor_sop, kantor_sop_draf, kantor_pemeriksaan),
)
for _calls in (
    *(akun, sop, sop_berkas, tugas, pemberitahuan, papan, register, permintaan, hasil, langkah, tindakan),
    *(catatan, diskusi, dokumen, naskah, konsep, lacak, verifikasi),
    *KANTOR,
):
    api.add_router("", _calls.router)


def _answered(request: Any, raised: Any) -> HttpResponse:
    return answer_to(request, raised)


for _kind in FORESEEN:
    api.add_exception_handler(_kind, _answered)
