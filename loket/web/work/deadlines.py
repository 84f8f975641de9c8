"""How long a task has, or how long it has waited, in words of working time."""

from collections.abc import Iterable
from datetime import datetime

from loket.core.calendar import Calendar, CalendarNotFilled
from loket.core.facts import Status
from loket.core.gate import ORIGINAL
from loket.core.role import Role
from loket.core.scope import APPROVED
from loket.core.sop import Sop
from loket.core.zone import ZONE
from loket.models.sop_revision import rules_of
from loket.queries.concern import UNDATED, Kind
from loket.queries.inbox import Task
from loket.web import formats
from loket.web.components.badges import DueLabel
from loket.web.step_time import due_label
from loket.web.work.waiting import waiting_text

NO_LIMIT = "Tanpa batas waktu"


def due_of(task: Task, calendar: Calendar, now: datetime) -> DueLabel:
    """The label of a row in the inbox."""
    if task.kind is Kind.MENUNGGU:
        return _waiting_label(task, calendar, now)
    if task.kind in UNDATED:
        return _decision_label(task)
    if task.kind is Kind.SURAT_ASLI:
        return _letter_label(task, calendar, now)
    if is_held_by_letter(task):
        return DueLabel("tunggu", "Menunggu surat asli", "Dari OPD")
    if task.event_start is not None and task.event_start > now:
        return _event_label(task.event_start, task.due_at, calendar, now)
    return short_label(task.due_at, calendar, now) or DueLabel("aman", NO_LIMIT)


def _decision_label(task: Task) -> DueLabel:
    is_decided = task.permintaan.scope == APPROVED and task.kind is Kind.LINGKUP
    text = "Sudah disetujui" if is_decided else "Menunggu keputusan"
    return DueLabel("segera", text, "Usulan Loket" if task.kind is Kind.USULAN else "Perubahan ruang lingkup")


def is_held_by_letter(task: Task) -> bool:
    """Nobody can begin before the original letter is here, and no limit runs."""
    permintaan = task.permintaan
    gates = rules_of(permintaan.sop_revision_id).step(permintaan.at_step).guards_mulai
    return task.due_at is None and ORIGINAL in gates and ORIGINAL not in permintaan.reached


def short_label(due_at: datetime | None, calendar: Calendar, now: datetime) -> DueLabel | None:
    """The label with a short date, as lists have it."""
    label = due_label(due_at, calendar, now)
    if label is None or due_at is None:
        return None
    moment = relative(due_at, now)
    if not label.detail:
        return DueLabel(label.kind, moment)
    return DueLabel(label.kind, label.text, moment)


def worked_between(start: datetime, end: datetime, calendar: Calendar) -> str:
    """2 hari kerja, or below a day 3 jam 5 menit; nothing where the calendar does not reach."""
    try:
        days, minutes = calendar.days_between(start, end), calendar.minutes_between(start, end)
    except CalendarNotFilled:
        return ""
    return formats.working_days(days) if days else formats.minutes(minutes)


def deadline_of(task: Task) -> str:
    """The moment in full, for the card that comes first."""
    return f"Batas {full(task.due_at)}" if task.due_at else NO_LIMIT


def full(moment: datetime) -> str:
    return formats.full_datetime(moment.astimezone(ZONE))


def relative(moment: datetime, now: datetime) -> str:
    return formats.relative(moment.astimezone(ZONE), now.astimezone(ZONE))


def _waiting_label(task: Task, calendar: Calendar, now: datetime) -> DueLabel:
    """On whom, and since when."""
    if task.permintaan.status == Status.MENUNGGU:
        how, what = waiting_text(task.permintaan)
        return DueLabel("tunggu", how, formats.capital(what))
    sop = rules_of(task.permintaan.sop_revision_id)
    who = _short_names(sop, task.part.pelaksana)
    since = task.since or task.permintaan.created_at
    local, length = since.astimezone(ZONE), worked_between(since, now, calendar)
    text = f"Menunggu {_in_short(length)}" if length else "Menunggu"
    return DueLabel("tunggu", text, f"{who} sejak {local.day} {formats.SHORT_MONTHS[local.month - 1]}")


def _in_short(length: str) -> str:
    """Of "4 jam 11 menit" the hours say enough about somebody else's work."""
    hours, found, _ = length.partition(" jam")
    return f"{hours}{found}"


def _short_names(sop: Sop, roles: Iterable[Role]) -> str:
    """The lanes of the performers, as the document's table heads them."""
    lanes = dict.fromkeys(sop.lajur_of(role) for role in roles)
    names = {lajur.key: lajur.singkat for lajur in sop.lajur}
    return " atau ".join(names[lane] for lane in lanes if lane)


def _letter_label(task: Task, calendar: Calendar, now: datetime) -> DueLabel:
    """Until the letter holds up a step it has no date of its own."""
    if is_held_by_letter(task):
        return DueLabel("segera", "Menahan analisis", "Surat asli belum diterima")
    if task.due_at is None:
        return DueLabel("aman", "Sebelum analisis", "Surat asli belum diterima")
    label = short_label(task.due_at, calendar, now)
    return DueLabel(label.kind if label else "segera", "Menahan analisis", relative(task.due_at, now))


def _event_label(start: datetime, due_at: datetime | None, calendar: Calendar, now: datetime) -> DueLabel:
    """A meeting is not late before it has begun."""
    local, today = start.astimezone(ZONE), now.astimezone(ZONE).date()
    if local.date() == today:
        until = f", batas {formats.clock(due_at.astimezone(ZONE))}" if due_at else ""
        return DueLabel("aman", f"Mulai {formats.clock(local)}", f"Hari ini{until}")
    length = worked_between(now, start, calendar)
    return DueLabel("aman", f"{length} lagi" if length else "Akan datang", f"Mulai {relative(start, now)}")
