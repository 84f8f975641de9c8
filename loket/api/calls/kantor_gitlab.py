"""The connection to GitLab: how it is, a test of it now, and its pause."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import Field

from loket.api.bodies import body_of
from loket.api.documented import READ_ONE, SENT, takes
from loket.api.office import TanpaIsi, admin_only, answered, told_nothing
from loket.api.reading import read
from loket.api.request import Call
from loket.application.errors import NotVisible
from loket.application.gitlab.checking import check_at_once, rights_of
from loket.application.gitlab.pausing import Data, pause, resume
from loket.application.gitlab.switched import Place, place
from loket.application.gitlab.wording import reason_of
from loket.models.gitlab import GitlabConnection
from loket.queries.gitlab_connection import kept_connection
from loket.queries.gitlab_queue import waiting

router = Router(tags=["Kantor: GitLab"])
JedaGitlab = body_of(
    "JedaGitlab", Data, alasan=(Annotated[str, Field(examples=["GitLab sedang dipindahkan."])], ...)
)
BODIES = (JedaGitlab,)


class Jeda(Schema):
    since: datetime
    oleh: str
    alasan: str


class Kekurangan(Schema):
    masalah: str
    tindakan: str


class Menunggu(Schema):
    """`terhambat` are those of them that GitLab has refused."""

    jumlah: int
    terhambat: int
    since: datetime | None


class SambunganGitlab(Schema):
    """`terpasang`: whether this office has a GitLab; without one nothing else is known."""

    terpasang: bool
    jeda: Jeda | None
    checked_at: datetime | None
    failing_since: datetime | None
    masalah: str = Field(description="Kalimat pengujian terakhir; kosong bila tidak ada masalah.")
    kekurangan: list[Kekurangan] = Field(description="Hak yang belum dimiliki akun Loket di GitLab.")
    version: str
    project_name: str
    project_url: str
    akun: str
    peran: str
    cakupan: list[str]
    token_expires_on: date | None
    hook_at: datetime | None
    menunggu: Menunggu


class Diuji(SambunganGitlab):
    dijawab: bool = Field(description="false bila GitLab belum menjawab; pengujian dilanjutkan Loket.")


@router.get(
    "/kantor/gitlab",
    response={200: SambunganGitlab, **READ_ONE},
    operation_id="sambungan_gitlab",
    summary="Keadaan sambungan GitLab menurut pengujian terakhir",
)
def sambungan_gitlab(request: Call) -> dict[str, Any]:
    admin_only(request)
    return _connection()


@router.post(
    "/kantor/gitlab/uji",
    response={200: Diuji, **SENT},
    operation_id="uji_gitlab",
    summary="Uji sambungan sekarang; paling lama beberapa detik",
    openapi_extra=takes([TanpaIsi]),
)
def uji_gitlab(request: Call) -> HttpResponse:
    found = gitlab_of(request)
    told_nothing(request)
    came = check_at_once(found, request.now)
    return answered(request, 200, Diuji, lambda: {"dijawab": came, **_connection()})


@router.post(
    "/kantor/gitlab/jeda",
    response={200: SambunganGitlab, **SENT},
    operation_id="jeda_gitlab",
    summary="Jeda sinkronisasi; langkah SOP tetap berjalan",
    openapi_extra=takes([JedaGitlab]),
)
def jeda_gitlab(request: Call) -> HttpResponse:
    gitlab_of(request)
    data = read(request, JedaGitlab).made(Data)

    def act() -> dict[str, Any]:
        pause(data, actor=request.actor, now=request.now, source="api")
        return _connection()

    return answered(request, 200, SambunganGitlab, act)


@router.post(
    "/kantor/gitlab/lanjutkan",
    response={200: SambunganGitlab, **SENT},
    operation_id="lanjutkan_gitlab",
    summary="Lanjutkan sinkronisasi; semua tiket yang terbuka dibandingkan",
    openapi_extra=takes([TanpaIsi]),
)
def lanjutkan_gitlab(request: Call) -> HttpResponse:
    gitlab_of(request)
    told_nothing(request)

    def act() -> dict[str, Any]:
        resume(actor=request.actor, now=request.now, source="api")
        return _connection()

    return answered(request, 200, SambunganGitlab, act)


def gitlab_of(call: Call) -> Place:
    """Raises NotVisible for all but admins, and for everybody in an office that has no GitLab."""
    admin_only(call)
    found = place()
    if found is None:
        raise NotVisible(call.path)
    return found


def _connection() -> dict[str, Any]:
    row = kept_connection()
    rights, queue = rights_of(row), waiting()
    names = ("checked_at", "failing_since", "version", "project_name", "project_url")
    return {
        "terpasang": place() is not None,
        "jeda": _pause(row),
        **{name: getattr(row, name) for name in (*names, "token_expires_on", "hook_at")},
        "masalah": reason_of(row),
        "kekurangan": [
            {"masalah": what, "tindakan": remedy} for what, remedy in (rights.lacks() if rights else ())
        ],
        "akun": row.rights.get("username") or "",
        "peran": rights.role if rights else "",
        "cakupan": row.rights.get("scopes") or [],
        "menunggu": {"jumlah": queue.count, "terhambat": queue.hindered, "since": queue.since},
    }


def _pause(row: GitlabConnection) -> dict[str, Any] | None:
    if row.paused_by is None:
        return None
    return {"since": row.paused_at, "oleh": row.paused_by.nama, "alasan": row.paused_because}
