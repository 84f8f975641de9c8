"""What a calendar is built from: the office's hours and its holidays, laid out day by day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise
from math import inf
from typing import Literal, get_args

HolidayKind = Literal["libur_nasional", "cuti_bersama", "lokal"]
Span = tuple[int, int]
"""Opening and closing of one stretch of work, in seconds since midnight."""

DAY = 86_400
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


class InvalidCalendar(ValueError):
    """Hours or holidays that no office can work by; the message is an Indonesian sentence."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Working hours per weekday (0 is Senin) during a period; a weekday without windows is closed."""

    valid_from: date
    valid_until: date | None
    windows: Mapping[int, tuple[tuple[time, time], ...]]
    label: str


@dataclass(frozen=True, slots=True)
class Holiday:
    date: date
    name: str
    kind: HolidayKind


def lay_out(schedules: Sequence[Schedule], first: date, last: date) -> list[tuple[Span, ...]]:
    """Give the spans of every date from `first` to `last`, holidays not yet considered.

    Where schedules overlap, the narrower period wins (Ramadan inside the ordinary hours), and of equally
    wide ones the one that begins later (new ordinary hours after old ones).
    """
    if last < first:
        raise InvalidCalendar(f"Kalender berakhir {spelt(last)}, sebelum awalnya {spelt(first)}.")
    offset = first.toordinal()
    days: list[tuple[Span, ...] | None] = [None] * (last.toordinal() - offset + 1)
    for schedule in _widest_first(schedules):
        week = tuple(_spans(schedule, weekday) for weekday in range(7))
        begin = max(schedule.valid_from, first).toordinal()
        end = min(schedule.valid_until or last, last).toordinal()
        for ordinal in range(begin, end + 1):
            days[ordinal - offset] = week[(ordinal + 6) % 7]
    return list(_without_gap(days, first))


def by_date(holidays: Iterable[Holiday]) -> dict[date, Holiday]:
    """Index holidays; two on one date are one closed day, known by the weightier kind."""
    weight = {kind: rank for rank, kind in enumerate(get_args(HolidayKind))}
    found: dict[date, Holiday] = {}
    for holiday in holidays:
        if holiday.kind not in weight:
            raise InvalidCalendar(f'Jenis hari libur "{holiday.kind}" tidak dikenal.')
        known = found.setdefault(holiday.date, holiday)
        if weight[holiday.kind] < weight[known.kind]:
            found[holiday.date] = holiday
    return found


def spelt(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _widest_first(schedules: Sequence[Schedule]) -> list[Schedule]:
    for schedule in schedules:
        if schedule.valid_until is not None and schedule.valid_until < schedule.valid_from:
            raise InvalidCalendar(f'Jadwal "{schedule.label}" berakhir sebelum mulai berlaku.')
        for weekday in schedule.windows:
            if weekday not in range(7):
                raise InvalidCalendar(f'Jadwal "{schedule.label}" memuat hari {weekday}, di luar 0 sampai 6.')
    ordered = sorted(schedules, key=_precedence)
    for one, other in pairwise(ordered):
        if _precedence(one) == _precedence(other):
            raise InvalidCalendar(f'Jadwal "{one.label}" dan "{other.label}" berlaku pada masa yang sama.')
    return ordered


def _precedence(schedule: Schedule) -> tuple[float, date]:
    if schedule.valid_until is None:
        return -inf, schedule.valid_from
    return -(schedule.valid_until - schedule.valid_from).days, schedule.valid_from


def _spans(schedule: Schedule, weekday: int) -> tuple[Span, ...]:
    spans = sorted((_seconds(opens), _seconds(closes)) for opens, closes in schedule.windows.get(weekday, ()))
    where = f'Jadwal "{schedule.label}" hari {WEEKDAYS[weekday]}'
    if any(closes <= opens for opens, closes in spans):
        raise InvalidCalendar(f"{where}: jam selesai harus sesudah jam mulai.")
    if any(following[0] < span[1] for span, following in pairwise(spans)):
        raise InvalidCalendar(f"{where}: jam kerja saling tumpang tindih.")
    return tuple(spans)


def _seconds(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def _without_gap(days: Iterable[tuple[Span, ...] | None], first: date) -> Iterator[tuple[Span, ...]]:
    # A gap would silently read as months of closed days and push every due date behind it.
    for number, spans in enumerate(days):
        if spans is None:
            raise InvalidCalendar(f"Jadwal kerja untuk {spelt(first + timedelta(days=number))} belum ada.")
        yield spans
