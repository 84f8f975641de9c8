"""How a step stands with its time, in words."""

from datetime import datetime

from loket.core.calendar import Calendar, CalendarNotFilled
from loket.core.clock import Figures, Run, measure
from loket.core.sop import Standard, Unit
from loket.core.zone import ZONE
from loket.queries.step_rows import Standing
from loket.web import formats
from loket.web.components.badges import DueLabel
from loket.web.components.facts import Fact
from loket.web.components.kinds import Kind
from loket.web.step_account import counted, share_facts

SOON_MINUTES = 120
SOON_DAYS = 1


def figures_of(standing: Standing, run: Run, step: str, now: datetime) -> Figures | None:
    """None where the calendar does not reach so far."""
    try:
        return measure(run, standing.sop.step(step).standard, standing.calendar, now)
    except CalendarNotFilled:
        return None


def due_label(due_at: datetime | None, calendar: Calendar, now: datetime) -> DueLabel | None:
    """Relative words in working time, with the moment beside them."""
    if due_at is None:
        return None
    detail = formats.full_datetime(due_at.astimezone(ZONE))
    try:
        minutes, days = _apart(due_at, now, calendar)
    except CalendarNotFilled:
        return DueLabel("aman", detail)
    length = formats.working_days(days) if days > SOON_DAYS else formats.minutes(minutes)
    if now > due_at:
        return DueLabel("gawat", f"Lewat {length}" if minutes else "Lewat batas", detail)
    kind: Kind = "segera" if days <= SOON_DAYS and minutes <= SOON_MINUTES else "aman"
    return DueLabel(kind, f"{length} lagi", detail)


def _apart(due_at: datetime, now: datetime, calendar: Calendar) -> tuple[int, int]:
    first, last = sorted((due_at, now))
    return calendar.minutes_between(first, last), calendar.days_between(first, last)


def time_facts(standing: Standing, step: str, now: datetime) -> tuple[Fact, ...]:
    """The standard time of a step and both clocks of its last run."""
    standard = standing.sop.step(step).standard
    facts = [Fact("Waktu baku", standard.text)]
    row = standing.last_run_of(step)
    if row is None:
        return (*facts, Fact("Menunggu", "Belum tersedia"))
    figures = figures_of(standing, row.run(), step, now)
    if figures is None:
        return (*facts, Fact("Menunggu", "Kalender kerja tahun ini belum diisi"))
    facts.append(Fact("Menunggu", formats.minutes(figures.waiting_minutes)))
    facts.append(Fact("Dikerjakan", _worked(figures, standard) if row.started_at else "Belum dimulai"))
    if figures.due_at and row.done_at is None and not row.run().is_paused:
        facts.append(Fact("Batas", formats.full_datetime(figures.due_at.astimezone(ZONE))))
    if row.done_at:
        facts.append(Fact("Selesai", formats.full_datetime(row.done_at.astimezone(ZONE))))
    if row.attempt > 1:
        facts.append(Fact("Pengerjaan", f"Ke-{row.attempt}"))
    return (*facts, Fact("Hitungan", counted(standing, row, now)), *share_facts(standing, [row], now))


def _worked(figures: Figures, standard: Standard) -> str:
    if standard.unit is Unit.MENIT_KERJA:
        return formats.minutes(figures.working_minutes)
    return formats.working_days(figures.days)
