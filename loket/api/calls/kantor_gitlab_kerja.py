"""What waits for GitLab, the jobs that gave up, and where both differ; once more, or set right."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from ninja import P, PathEx, Query, Router, Schema
from procrastinate.contrib.django.models import ProcrastinateJob
from pydantic import Field

from loket.api.calls.kantor_gitlab import gitlab_of
from loket.api.documented import LISTED_OF_ONE, SENT, takes
from loket.api.office import Id, TanpaIsi, answered, told_nothing
from loket.api.paging import Halaman, place_of
from loket.api.reading import only
from loket.api.request import Call
from loket.application.data import Problems
from loket.application.gitlab.repairs import Way, repair, ways_of
from loket.application.gitlab.retrying import retry
from loket.application.gitlab.wording import reason_of
from loket.application.outbox import GITLAB, GITLAB_QUEUE
from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket
from loket.queries.gitlab_drift import drifted_rows, drifts_of
from loket.queries.gitlab_queue import OLDEST_FIRST, failed_jobs, next_jobs, numbers_of, waiting_tickets
from loket.queries.keyset import page_behind

router = Router(tags=["Kantor: GitLab"])
BODIES = (TanpaIsi,)


class Antre(Schema):
    """A ticket whose issue is behind; `berikutnya` is when it is tried again, null at once or with the next round."""

    nomor: str
    iid: int | None
    since: datetime
    berikutnya: datetime | None
    masalah: str


class DaftarAntre(Schema):
    items: list[Antre]
    next: str | None


class Gagal(Schema):
    id: int
    pekerjaan: str
    nomor: str | None
    dicoba: int
    failed_at: datetime | None


class DaftarGagal(Schema):
    items: list[Gagal]
    next: str | None


class Perbedaan(Schema):
    id: int
    nomor: str
    iid: int | None
    url: str
    perbedaan: list[str] = Field(
        examples=[["dibuka_lagi"]], description="Lihat docs/gitlab.md untuk artinya."
    )
    cara: list[str] = Field(examples=[["tutup"]], description="Yang dapat dilakukan; lihat perbaiki_gitlab.")


class DaftarPerbedaan(Schema):
    items: list[Perbedaan]
    next: str | None


class Dijadwalkan(Schema):
    id: int


@router.get(
    "/kantor/gitlab/antrean",
    response={200: DaftarAntre, **LISTED_OF_ONE},
    operation_id="antrean_gitlab",
    summary="Tiket yang menunggu GitLab, yang terlama lebih dahulu",
)
def antrean_gitlab(request: Call, halaman: Query[Halaman]) -> dict[str, Any]:
    rows, following = page_behind(waiting_tickets(), _place(request, halaman), halaman.limit, OLDEST_FIRST)
    jobs = next_jobs(GITLAB, [row.permintaan_id for row in rows])
    return {"items": [_waiting(row, jobs.get(row.permintaan_id)) for row in rows], "next": following or None}


@router.get(
    "/kantor/gitlab/gagal",
    response={200: DaftarGagal, **LISTED_OF_ONE},
    operation_id="gagal_gitlab",
    summary="Pekerjaan GitLab yang sudah menyerah, yang terbaru lebih dahulu",
)
def gagal_gitlab(request: Call, halaman: Query[Halaman]) -> dict[str, Any]:
    rows, following = page_behind(failed_jobs(GITLAB_QUEUE), _place(request, halaman), halaman.limit)
    numbers = numbers_of([row.args["permintaan_id"] for row in rows if "permintaan_id" in row.args])
    return {"items": [_failed(row, numbers) for row in rows], "next": following or None}


@router.get(
    "/kantor/gitlab/perbedaan",
    response={200: DaftarPerbedaan, **LISTED_OF_ONE},
    operation_id="perbedaan_gitlab",
    summary="Perbedaan antara GitLab dan Loket, issue yang terbaru lebih dahulu",
)
def perbedaan_gitlab(request: Call, halaman: Query[Halaman]) -> dict[str, Any]:
    rows, following = page_behind(drifted_rows(request.now), _place(request, halaman), halaman.limit)
    return {"items": [_differing(row) for row in rows], "next": following or None}


@router.post(
    "/kantor/gitlab/gagal/{id}/ulang",
    response={200: Dijadwalkan, **SENT},
    operation_id="ulang_gitlab",
    summary="Ulangi pekerjaan yang gagal",
    openapi_extra=takes([TanpaIsi]),
)
def ulang_gitlab(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    return _pressed(request, id, lambda pk: retry(pk, actor=request.actor, now=request.now, source="api"))


@router.post(
    "/kantor/gitlab/perbedaan/{id}/{cara}",
    response={200: Dijadwalkan, **SENT},
    operation_id="perbaiki_gitlab",
    summary="Perbaiki perbedaan: issue-baru, tutup, atau bandingkan",
    openapi_extra=takes([TanpaIsi]),
)
def perbaiki_gitlab(
    request: Call,
    id: Id,  # noqa: A002 - the name in every address
    cara: PathEx[str, P(examples=["bandingkan"])],
) -> HttpResponse:
    return _pressed(
        request, id, lambda pk: repair(pk, Way(cara), actor=request.actor, now=request.now, source="api")
    )


def _pressed(call: Call, pk: str, press: Callable[[int], None]) -> HttpResponse:
    gitlab_of(call)
    told_nothing(call)

    def act() -> dict[str, Any]:
        press(int(pk))
        return {"id": int(pk)}

    return answered(call, 200, Dijadwalkan, act)


def _place(call: Call, page: Halaman) -> int | None:
    gitlab_of(call)
    only(call, Halaman.model_fields)
    return place_of(page, Problems())


def _waiting(tiket: Tiket, at: datetime | None) -> dict[str, Any]:
    issue: IssueGitlab | None = getattr(tiket, "issuegitlab", None)
    return {
        "nomor": tiket.permintaan.nomor,
        "iid": issue.iid if issue else None,
        "since": tiket.since,  # type: ignore[attr-defined]  # annotated by the query
        "berikutnya": at,
        "masalah": reason_of(issue) if issue else "",
    }


def _failed(job: ProcrastinateJob, numbers: dict[int, str]) -> dict[str, Any]:
    return {
        "id": job.pk,
        "pekerjaan": job.task_name,
        "nomor": numbers.get(job.args.get("permintaan_id", 0)),
        "dicoba": job.attempts,
        "failed_at": job.failed_at,  # type: ignore[attr-defined]  # annotated by the query
    }


def _differing(row: IssueGitlab) -> dict[str, Any]:
    drifts = drifts_of(row)
    ways = ways_of(drifts, needs_another=row.needs_another)  # type: ignore[attr-defined]  # annotated by the query
    return {
        "id": row.pk,
        "nomor": row.tiket.permintaan.nomor,
        "iid": row.iid,
        "url": row.web_url,
        "perbedaan": list(drifts),
        "cara": list(ways),
    }
