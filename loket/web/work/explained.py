"""How the figures of a run come about, so that anybody can reckon them again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from loket.core.calendar import CalendarNotFilled, ClosedDate
from loket.core.clock import MINUTE, Colour, Figures
from loket.core.sop import Step
from loket.models.pengerjaan import Pengerjaan
from loket.queries.one_permintaan import Whole
from loket.queries.step_rows import Standing
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.step_account import counted, share_facts
from loket.web.step_time import figures_of
from loket.web.work.deadlines import full
from loket.web.work.flow import NOT_FILLED, length_of

WEEKEND = 5
VERDICTS = {
    Colour.GREEN: "Sesuai waktu baku",
    Colour.YELLOW: "Lebih lama, masih dalam toleransi ±",
    Colour.RED: "Lewat waktu baku",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One run of one step."""

    title: str
    facts: tuple[Fact, ...]


def explained(whole: Whole, now: datetime) -> tuple[Explained, ...]:
    """Every run in the order in which they came."""
    return tuple(_run(whole.standing, row, now) for row in whole.standing.runs)


def _run(standing: Standing, row: Pengerjaan, now: datetime) -> Explained:
    step = standing.sop.step(row.step)
    again = f", pengerjaan ke-{row.attempt}" if row.attempt > 1 else ""
    figures = figures_of(standing, row.run(), step.key, now)
    facts = _moments(row) + (_figures(row, step, figures) if figures else (Fact("Waktu", NOT_FILLED),))
    figured = (Fact("Hitungan", counted(standing, row, now)), *share_facts(standing, [row], now))
    return Explained(
        title=f"Langkah {step.ke}, {step.nama}{again}",
        facts=(*facts, *(figured if figures else ()), *_closed(standing, row, now)),
    )


def _moments(row: Pengerjaan) -> tuple[Fact, ...]:
    facts = [Fact("Tersedia", full(row.available_at))]
    facts.append(Fact("Mulai dikerjakan", full(row.started_at) if row.started_at else "Belum"))
    if row.event_start:
        until = f" sampai {full(row.event_end)}" if row.event_end else ""
        facts.append(Fact("Acara", f"{full(row.event_start)}{until}"))
    facts.append(Fact("Selesai", full(row.done_at) if row.done_at else "Belum"))
    return tuple(facts)


def _figures(row: Pengerjaan, step: Step, figures: Figures) -> tuple[Fact, ...]:
    facts = [
        Fact("Menunggu", f"{formats.minutes(figures.waiting_minutes)} jam kerja sampai mulai dikerjakan"),
        Fact("Dikerjakan", f"{length_of(figures, step.standard)}, yang dibandingkan dengan waktu baku"),
        Fact("Waktu baku", step.standard.text),
    ]
    due_at = row.due_at or figures.due_at
    if due_at and not row.run().is_paused:
        facts.append(Fact("Batas", full(due_at)))
    if row.pauses:
        facts.append(
            Fact("Dijeda", f"{formats.minutes(figures.paused // MINUTE)} jam kerja", lines=_pauses(row))
        )
    if row.done_at and not row.colour:
        return (*facts, Fact("Penilaian", "Tidak dinilai, karena langkah ini ditinggalkan sebelum selesai"))
    colour = Colour(row.colour) if row.colour else figures.colour
    facts.append(Fact("Penilaian", VERDICTS[colour]))
    return tuple(facts)


def _pauses(row: Pengerjaan) -> tuple[str, ...]:
    return tuple(
        f"{full(pause.since)} sampai {full(pause.until) if pause.until else 'sekarang'}, {pause.label}"
        for pause in row.run().pauses
    )


def _closed(standing: Standing, row: Pengerjaan, now: datetime) -> tuple[Fact, ...]:
    """Weekends are counted, holidays are named."""
    try:
        dates = standing.calendar.closed_dates_between(row.available_at, row.done_at or now)
    except CalendarNotFilled:
        return ()
    weekends = [one for one in dates if one.date.weekday() >= WEEKEND]
    lines = [f"{len(weekends)} hari Sabtu dan Minggu"] if weekends else []
    lines += _named([one for one in dates if one not in weekends])
    return (Fact("Hari tutup di antaranya", "", lines=tuple(lines)),) if lines else ()


def _named(dates: Sequence[ClosedDate]) -> list[str]:
    return [f"{formats.short_date(one.date)}: {one.reason}" for one in dates]
