"""The queue and the jobs that gave up, as an admin reads them: numbers of permintaan, never what is in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.gitlab import checking, rounds, warning
from loket.application.gitlab.wording import reason_of
from loket.application.outbox import GITLAB, GITLAB_CHANGES
from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket
from loket.queries.gitlab_queue import Waiting
from loket.web import formats
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.request import Request
from loket.web.step_links import permintaan_url
from loket.web.work.deadlines import relative

_COLUMNS = (
    Column("Permintaan", narrow=True),
    Column("Menunggu sejak", narrow=True),
    Column("Berikutnya", narrow=True),
    Column("Hambatan"),
)
_TASKS = {
    GITLAB: "Menyamakan issue",
    GITLAB_CHANGES: "Membaca perubahan di GitLab",
    rounds.TASK: "Membandingkan semua yang terbuka",
    rounds.CHECK: "Membandingkan semua, juga yang baru ditutup",
    checking.TASK: "Menguji sambungan",
    warning.TASK: "Menguji sambungan setiap pagi",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedRow:
    title: str
    meta: tuple[str, ...]
    tries: str
    retry_url: str


def lead(waiting: Waiting, now: datetime) -> str:
    if not waiting.count or waiting.since is None:
        return "Tidak ada yang menunggu GitLab."
    hindered = f" {formats.number(waiting.hindered)} di antaranya terhambat." if waiting.hindered else ""
    return (
        f"{formats.number(waiting.count)} permintaan menunggu GitLab,"
        f" yang terlama sejak {in_sentence(waiting.since, now)}.{hindered}"
    )


def queue_table(
    rows: Sequence[Tiket], jobs: Mapping[int, datetime | None], request: Request, *, is_paused: bool
) -> Table:
    return Table(
        caption="Permintaan yang menunggu GitLab",
        columns=_COLUMNS,
        rows=tuple(_waiting_row(row, jobs, request, is_paused=is_paused) for row in rows),
    )


def failed_rows(
    jobs: Sequence[ProcrastinateJob], numbers: Mapping[int, str], now: datetime
) -> tuple[FailedRow, ...]:
    return tuple(_failed_row(job, numbers, now) for job in jobs)


def issue_of(tiket: Tiket) -> IssueGitlab | None:
    return getattr(tiket, "issuegitlab", None)


def shown_url(nomor: str, request: Request) -> str:
    """Where the permintaan can be read; most admins may not."""
    return permintaan_url(nomor) if request.actor.sees_everything() else ""


def _waiting_row(
    tiket: Tiket, jobs: Mapping[int, datetime | None], request: Request, *, is_paused: bool
) -> TableRow:
    issue, nomor = issue_of(tiket), tiket.permintaan.nomor
    detail = f"Issue {issue.iid}" if issue and issue.iid else "Issue belum dibuat"
    since: datetime = tiket.since  # type: ignore[attr-defined]  # annotated by the query
    return TableRow(
        (
            Cell(nomor, url=shown_url(nomor, request), detail=detail),
            Cell(relative(since, request.now)),
            Cell(_next(tiket.permintaan_id, jobs, request.now, is_paused=is_paused)),
            Cell((reason_of(issue) if issue else "") or "Tidak ada"),
        )
    )


def _next(permintaan_id: int, jobs: Mapping[int, datetime | None], now: datetime, *, is_paused: bool) -> str:
    if is_paused:
        return "Setelah jeda berakhir"
    if permintaan_id not in jobs:
        return "Pada perbandingan berikutnya"
    at = jobs[permintaan_id]
    return "Segera" if at is None or at <= now else relative(at, now)


def _failed_row(job: ProcrastinateJob, numbers: Mapping[int, str], now: datetime) -> FailedRow:
    nomor = numbers.get(job.args.get("permintaan_id", 0), "")
    failed_at: datetime | None = job.failed_at  # type: ignore[attr-defined]  # annotated by the query
    meta = (
        *((nomor,) if nomor else ()),
        *((f"gagal {in_sentence(failed_at, now)}",) if failed_at else ()),
    )
    title = _TASKS.get(job.task_name, f"Pekerjaan GitLab ({job.task_name})")
    tries = f"{formats.number(job.attempts)} kali dicoba"
    return FailedRow(title=title, meta=meta, tries=tries, retry_url=reverse("ulang_gitlab", args=[job.pk]))


def in_sentence(moment: datetime, now: datetime) -> str:
    """Inside a sentence; names of days keep their capital."""
    return relative(moment, now).replace("Hari ini", "hari ini")
