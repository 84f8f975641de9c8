"""Tasks as the inbox draws them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from loket.core.calendar import Calendar
from loket.core.sop import Sop
from loket.core.zone import ZONE
from loket.queries.agenda import MEETING, Appointment
from loket.queries.concern import Kind
from loket.queries.inbox import Bucket, Task, Workload
from loket.web import formats
from loket.web.components.charts import LoadBar
from loket.web.components.facts import AgendaItem
from loket.web.components.kinds import MaybeKind
from loket.web.components.navigation import Chip
from loket.web.components.tasks import TaskGroup, TaskRow
from loket.web.step_links import permintaan_url
from loket.web.work.deadlines import due_of

LETTER_TITLE = "Catat surat asli"
PROPOSAL_TITLE = "Putuskan usulan Loket"
LETTER_ACT = "surat_asli_diterima"

NAMES = {
    Bucket.LEWAT: "Lewat batas",
    Bucket.HARI_INI: "Hari ini",
    Bucket.MINGGU_INI: "Minggu ini",
    Bucket.NANTI: "Nanti",
    Bucket.MENUNGGU: "Menunggu pihak lain",
}
_ICONS = {
    Bucket.LEWAT: "octagon-alert",
    Bucket.HARI_INI: "clock",
    Bucket.MINGGU_INI: "calendar-days",
    Bucket.NANTI: "calendar-range",
    Bucket.MENUNGGU: "hourglass",
}
_CHIPS = (Bucket.LEWAT, Bucket.HARI_INI, Bucket.MINGGU_INI, Bucket.MENUNGGU)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    head: TaskGroup
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseLoad:
    """How much of a person's open work is in one phase."""

    name: str
    count: int
    bar: LoadBar


def title_of(task: Task) -> str:
    titles = {Kind.SURAT_ASLI: LETTER_TITLE, Kind.USULAN: PROPOSAL_TITLE}
    return titles.get(task.kind, task.part.tindakan)


def url_of(task: Task) -> str:
    url = permintaan_url(task.permintaan.nomor)
    return f"{url}/tindakan/{LETTER_ACT}" if task.kind is Kind.SURAT_ASLI else url


def meta_of(task: Task, *, short: bool = False) -> tuple[str, ...]:
    permintaan = task.permintaan
    opd = permintaan.opd.singkatan if short else permintaan.opd.nama
    return (permintaan.nama_aplikasi, opd, permintaan.nomor)


def row_of(task: Task, calendar: Calendar, now: datetime) -> TaskRow:
    return TaskRow(
        title=title_of(task),
        url=url_of(task),
        meta=meta_of(task, short=True),
        step_text=f"{task.step.ke}. {task.step.nama}",
        current=task.step.ke,
        due=due_of(task, calendar, now),
    )


def groups_of(
    tasks: Iterable[Task], first: Task | None, work: Workload, calendar: Calendar, now: datetime
) -> tuple[Group, ...]:
    """By bucket; the task that stands in the card above is not repeated."""
    rows: dict[Bucket, list[TaskRow]] = {}
    for task in tasks:
        if task is not first:
            rows.setdefault(task.bucket, []).append(row_of(task, calendar, now))
    return tuple(
        Group(head=_head(bucket, len(rows[bucket]), first, work), rows=tuple(rows[bucket]))
        for bucket in Bucket
        if bucket in rows
    )


def _head(bucket: Bucket, shown: int, first: Task | None, work: Workload) -> TaskGroup:
    again = " lagi" if first is not None and first.bucket is bucket else ""
    total = work.buckets[bucket] - (1 if again else 0)
    count = f"{shown} dari {formats.number(total)}" if shown < total else f"{shown}{again}"
    kind: MaybeKind = "gawat" if bucket is Bucket.LEWAT else ""
    waits = bucket is Bucket.MENUNGGU
    return TaskGroup(
        title=NAMES[bucket], icon=_ICONS[bucket], count_text=count, kind=kind, collapsible=waits, open=True
    )


def chips_of(work: Workload, chosen: Bucket | None) -> tuple[Chip, ...]:
    every = Chip("Semua", "/tugas", work.total, active=chosen is None)
    return (
        every,
        *(
            Chip(NAMES[bucket], f"/tugas?saring={bucket}", work.buckets[bucket], active=chosen is bucket)
            for bucket in _CHIPS
        ),
    )


def agenda_of(appointments: Iterable[Appointment], now: datetime) -> tuple[AgendaItem, ...]:
    return tuple(_agenda_item(one, now) for one in appointments)


def _agenda_item(one: Appointment, now: datetime) -> AgendaItem:
    what = "Technical meeting" if one.kind == MEETING else "Launching aplikasi"
    past = one.end <= now
    place = f"{one.place}, " if one.place else ""
    until = formats.clock(one.end.astimezone(ZONE))
    return AgendaItem(
        formats.clock(one.start.astimezone(ZONE)),
        f"{what} dengan {one.opd}",
        (one.nama_aplikasi, "Selesai" if past else f"{place}sampai {until}"),
        past=past,
        url=permintaan_url(one.nomor),
        url_text="Buka permintaan",
    )


def phases_of(work: Workload, sop: Sop) -> tuple[PhaseLoad, ...]:
    """The open work by phase, empty phases too, so that the bars can be compared."""
    counts = {name: sum(work.steps.get(step, 0) for step in steps) for name, steps in sop.fase.items()}
    most = max(*counts.values(), 1)
    return tuple(
        PhaseLoad(name=name, count=count, bar=LoadBar(value=count, total=most, label=f"{name}: {count}"))
        for name, count in counts.items()
    )
