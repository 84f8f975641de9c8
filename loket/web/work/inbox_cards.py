"""Tasks as the inbox draws them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from loket.core.calendar import Calendar
from loket.core.capacity import name_of, role_of
from loket.core.role import Role
from loket.core.scope import APPROVED
from loket.core.sop import Sop
from loket.core.zone import ZONE
from loket.queries.agenda import MEETING, Appointment
from loket.queries.concern import Kind
from loket.queries.inbox import Bucket, Chosen, Task, Workload
from loket.web import formats
from loket.web.components.charts import LoadBar
from loket.web.components.facts import AgendaItem
from loket.web.components.kinds import MaybeKind
from loket.web.components.navigation import Chip
from loket.web.components.tasks import TaskGroup, TaskRow
from loket.web.step_links import act_url, permintaan_url
from loket.web.steps.wording import to_do
from loket.web.work.deadlines import due_of

LETTER_TITLE = "Catat surat asli"
PROPOSAL_TITLE = "Putuskan usulan Loket"
DECIDE_TITLE, APPLY_TITLE = "Putuskan perubahan ruang lingkup", "Perbarui dokumen spesifikasi"
LETTER_ACT = "surat_asli_diterima"
DECIDE_ACT, APPLY_ACT = "putuskan_perubahan", "terapkan_perubahan"

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
_MINE = (Bucket.LEWAT, Bucket.HARI_INI, Bucket.MINGGU_INI, Bucket.NANTI)
FOR_ANOTHER = "user-check"


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
    titles = {
        Kind.SURAT_ASLI: LETTER_TITLE,
        Kind.USULAN: PROPOSAL_TITLE,
        Kind.LINGKUP: APPLY_TITLE if is_approved(task) else DECIDE_TITLE,
    }
    return titles.get(task.kind, to_do(task.part))


def url_of(task: Task) -> str:
    """What is no turn is an act with a page of its own; a proposal stands on the page of its permintaan."""
    acts = {Kind.SURAT_ASLI: LETTER_ACT, Kind.LINGKUP: APPLY_ACT if is_approved(task) else DECIDE_ACT}
    act = acts.get(task.kind)
    return act_url(task.permintaan.nomor, act) if act else permintaan_url(task.permintaan.nomor)


def is_approved(task: Task) -> bool:
    return task.permintaan.scope == APPROVED


def meta_of(task: Task, *, short: bool = False) -> tuple[str, ...]:
    """In a list the group says as whom it is done."""
    permintaan = task.permintaan
    if short:
        return (permintaan.nama_aplikasi, permintaan.opd.singkatan, permintaan.nomor)
    capacity = (as_whom(task.capacity),) if task.capacity else ()
    return (*capacity, permintaan.nama_aplikasi, permintaan.opd.nama, permintaan.nomor)


def as_whom(capacity: str) -> str:
    return f"Sebagai {name_of(capacity)}"


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
    """By bucket, what is done for somebody else apart; the task that stands in the card above is not repeated."""
    rows: dict[str, list[TaskRow]] = {}
    for task in tasks:
        if task is not first:
            rows.setdefault(_place(task), []).append(row_of(task, calendar, now))
    again = _place(first) if first else ""
    order = (*_MINE, *work.for_others, Bucket.MENUNGGU)
    return tuple(
        Group(head=_head(place, len(rows[place]), work, is_again=place == again), rows=tuple(rows[place]))
        for place in order
        if place in rows
    )


def _place(task: Task) -> str:
    return task.capacity or task.bucket


def _head(place: str, shown: int, work: Workload, *, is_again: bool) -> TaskGroup:
    for_another = place in work.for_others
    total = (work.of(place) if for_another else work.own(Bucket(place))) - is_again
    count = f"{shown} dari {formats.number(total)}" if shown < total else f"{shown}{' lagi' * is_again}"
    if for_another:
        return TaskGroup(title=as_whom(place), icon=FOR_ANOTHER, count_text=count)
    bucket = Bucket(place)
    kind: MaybeKind = "gawat" if bucket is Bucket.LEWAT else ""
    waits = bucket is Bucket.MENUNGGU
    return TaskGroup(
        title=NAMES[bucket], icon=_ICONS[bucket], count_text=count, kind=kind, collapsible=waits, open=True
    )


def chips_of(work: Workload, chosen: Chosen) -> tuple[Chip, ...]:
    """Everything, when it is due, as whom it is done, and what others have."""
    for_others = [(role_of(capacity), capacity) for capacity in work.for_others]
    return (
        Chip("Semua", "/tugas", work.total, active=chosen is None),
        *(_chip(bucket, NAMES[bucket], work.buckets[bucket], chosen) for bucket in _MINE[:-1]),
        *(_chip(role, as_whom(capacity), work.of(capacity), chosen) for role, capacity in for_others),
        _chip(Bucket.MENUNGGU, NAMES[Bucket.MENUNGGU], work.buckets[Bucket.MENUNGGU], chosen),
    )


def _chip(value: Bucket | Role, text: str, count: int, chosen: Chosen) -> Chip:
    return Chip(text, f"/tugas?saring={value}", count, active=chosen is value)


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
