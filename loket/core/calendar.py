"""The office's working time: minutes run inside its hours only, days are its working days.

Everything is reckoned in wall seconds since the midnight that opens `first`, so a zone without
daylight saving (all of Indonesia's) is assumed. Instants count by their whole second.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from loket.core.calendar_plan import (
    DAY,
    WEEKDAYS,
    Holiday,
    HolidayKind,
    InvalidCalendar,
    Schedule,
    by_date,
    lay_out,
)

__all__ = [
    "Calendar",
    "CalendarNotFilled",
    "ClosedDate",
    "Holiday",
    "HolidayKind",
    "InvalidCalendar",
    "Schedule",
]

MINUTE = 60
_KINDS: dict[HolidayKind, str] = {
    "libur_nasional": "libur nasional",
    "cuti_bersama": "cuti bersama",
    "lokal": "libur daerah",
}


class CalendarNotFilled(LookupError):
    """A date outside the years the calendar knows: any answer would be a guess."""

    code = "kalender_belum_diisi"

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year

    def __str__(self) -> str:
        return f"Kalender kerja tahun {self.year} belum diisi; mohon lengkapi jam kerja dan hari liburnya, lalu nyatakan lengkap."


class ClosedDate(NamedTuple):
    date: date
    reason: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Calendar:
    """Hours and holidays of the dates `first` to `last`, both included; beyond them `CalendarNotFilled`."""

    first: date
    last: date
    zone: ZoneInfo
    _midnight: datetime
    _length: int
    _starts: tuple[int, ...]
    _ends: tuple[int, ...]
    _before: tuple[int, ...]
    """Working seconds before each span; the last item is the total."""
    _days: tuple[int, ...]
    """Numbers of the working days, counted from `first`."""
    _closings: tuple[int, ...]
    _opening: dict[int, int]
    _closing: dict[int, int]
    _holidays: dict[date, Holiday]
    _taken: tuple[Holiday, ...]
    """Those that fall on a day which would have been a working day, in order."""

    @classmethod
    def build(
        cls,
        schedules: Sequence[Schedule],
        holidays: Iterable[Holiday],
        first: date,
        last: date,
        zone: str = "Asia/Jakarta",
    ) -> "Calendar":
        closed = by_date(holidays)
        numbered = {day.toordinal() - first.toordinal(): holiday for day, holiday in closed.items()}
        days = lay_out(schedules, first, last)
        plan = {
            number: [(number * DAY + opens, number * DAY + closes) for opens, closes in spans]
            for number, spans in enumerate(days)
            if spans and number not in numbered
        }
        _refuse_idle_years(tuple(plan), first, last)
        spans = [span for day in plan.values() for span in day]
        place = _zone(zone)
        return cls(
            first=first,
            last=last,
            zone=place,
            _midnight=datetime.combine(first, time(), place),
            _length=(last - first).days + 1,
            _starts=tuple(start for start, _ in spans),
            _ends=tuple(end for _, end in spans),
            _before=tuple(accumulate((end - start for start, end in spans), initial=0)),
            _days=tuple(plan),
            _closings=tuple(day[-1][1] for day in plan.values()),
            _opening={number: day[0][0] for number, day in plan.items()},
            _closing={number: day[-1][1] for number, day in plan.items()},
            _holidays=closed,
            _taken=tuple(one for number, one in sorted(numbered.items()) if _is_within(days, number)),
        )

    def add_minutes(self, start: datetime, n: int) -> datetime:
        """Find the earliest t with `minutes_between(start, t) == n`: 15.50 + 10 is 16.00, not the next morning."""
        return self.add_seconds(start, n * MINUTE)

    def add_seconds(self, start: datetime, n: int) -> datetime:
        """Find the earliest t with `seconds_between(start, t) == n`; nothing added gives the start itself."""
        wall = self._wall(start)
        if _not_negative(n) == 0:
            return start.astimezone(self.zone)
        target = self._worked(wall) + n
        if target > self._before[-1]:
            raise CalendarNotFilled(_year_after(self.last))
        span = bisect_left(self._before, target) - 1
        return self._at(self._starts[span] + target - self._before[span])

    def add_days(self, start: datetime, n: int) -> datetime:
        """Find the closing time of the n-th working day after the day of the start.

        Zero days end with the start's own day, or where that is closed with the next working day: the same
        shift to the next working day by which the law ends a period on a holiday.
        """
        day = self._wall(start) // DAY
        place = (bisect_right(self._days, day) + n - 1) if _not_negative(n) else bisect_left(self._days, day)
        if place >= len(self._days):
            raise CalendarNotFilled(_year_after(self.last))
        return self._at(self._closing[self._days[place]])

    def seconds_between(self, a: datetime, b: datetime) -> int:
        """Count the working seconds from a to b; none when b is not later."""
        before = self._worked(self._wall(a))
        return max(0, self._worked(self._wall(b)) - before)

    def minutes_between(self, a: datetime, b: datetime) -> int:
        """Count the whole working minutes from a to b; none when b is not later."""
        return self.seconds_between(a, b) // MINUTE

    def days_between(self, a: datetime, b: datetime) -> int:
        """Count the working days after the date of a, up to and including the date of b."""
        before = bisect_right(self._days, self._wall(a) // DAY)
        return max(0, bisect_right(self._days, self._wall(b) // DAY) - before)

    def closings_between(self, a: datetime, b: datetime) -> int:
        """Count the working days whose closing time lies after a and not after b."""
        before = bisect_right(self._closings, self._wall(a))
        return max(0, bisect_right(self._closings, self._wall(b)) - before)

    def days_until(self, now: datetime, day: date) -> int:
        """Count the working days after the office's date of now, up to and including a date."""
        before = bisect_right(self._days, self._wall(now) // DAY)
        return max(0, bisect_right(self._days, self._number(day)) - before)

    def is_open(self, t: datetime) -> bool:
        """Tell whether work runs at t; at the closing second it no longer does."""
        wall = self._wall(t)
        span = bisect_right(self._starts, wall) - 1
        return span >= 0 and wall < self._ends[span]

    def next_open(self, t: datetime) -> datetime:
        """Find the earliest moment from t on at which the office is open."""
        if self.is_open(t):
            return t.astimezone(self.zone)
        span = bisect_left(self._starts, self._wall(t))
        if span == len(self._starts):
            raise CalendarNotFilled(_year_after(self.last))
        return self._at(self._starts[span])

    def is_working_day(self, day: date) -> bool:
        return self._number(day) in self._closing

    def opening(self, day: date) -> datetime | None:
        return self._moment(self._opening.get(self._number(day)))

    def closing(self, day: date) -> datetime | None:
        return self._moment(self._closing.get(self._number(day)))

    def last_closing_before(self, day: date) -> datetime:
        """Find the closing time of the last working day before a date."""
        place = bisect_left(self._days, self._number(day)) - 1
        if place < 0:
            raise CalendarNotFilled(_year_before(self.first))
        return self._at(self._closing[self._days[place]])

    def holiday_on(self, day: date) -> Holiday | None:
        self._number(day)
        return self._holidays.get(day)

    def holidays_between(self, a: datetime, b: datetime) -> tuple[Holiday, ...]:
        """List the holidays that took a working day away, after the date of a and up to the date of b."""
        first, last = (self.first + timedelta(days=self._wall(t) // DAY) for t in (a, b))
        return tuple(one for one in self._taken if first < one.date <= last)

    def closed_dates_between(self, a: datetime, b: datetime) -> tuple[ClosedDate, ...]:
        """List every closed date from the date of a to the date of b, both included, and why it is closed."""
        numbers = range(self._wall(a) // DAY, self._wall(b) // DAY + 1)
        days = (self.first + timedelta(days=number) for number in numbers if number not in self._closing)
        return tuple(ClosedDate(day, self._reason(day)) for day in days)

    def _reason(self, day: date) -> str:
        holiday = self._holidays.get(day)
        if holiday is None:
            return f"{WEEKDAYS[day.weekday()]} bukan hari kerja"
        return f"{holiday.name} ({_KINDS[holiday.kind]})"

    def _worked(self, wall: int) -> int:
        """Count the working seconds from the start of the calendar."""
        span = bisect_right(self._starts, wall) - 1
        if span < 0:
            return 0
        return self._before[span] + min(wall, self._ends[span]) - self._starts[span]

    def _wall(self, t: datetime) -> int:
        if t.utcoffset() is None:
            raise ValueError("A time without a zone has no place in the calendar.")
        try:
            local = t.astimezone(self.zone)
        except OverflowError:  # at the ends of Python's own calendar, years 1 and 9999
            raise CalendarNotFilled(t.year) from None
        passed = local - self._midnight
        if not 0 <= passed.days < self._length:
            raise CalendarNotFilled(local.year)
        return passed.days * DAY + passed.seconds

    def _number(self, day: date) -> int:
        if not self.first <= day <= self.last:
            raise CalendarNotFilled(day.year)
        return day.toordinal() - self.first.toordinal()

    def _moment(self, wall: int | None) -> datetime | None:
        return None if wall is None else self._at(wall)

    def _at(self, wall: int) -> datetime:
        return self._midnight + timedelta(seconds=wall)


def _refuse_idle_years(days: Sequence[int], first: date, last: date) -> None:
    """Nobody can work by a calendar without a working day, be it only for one whole year."""
    if not days:
        raise InvalidCalendar("Kalender ini tidak memuat satu hari kerja pun.")
    for year in range(first.year + ((first.month, first.day) > (1, 1)), _year_after(last)):
        begin, end = (date(year, *day).toordinal() - first.toordinal() for day in ((1, 1), (12, 31)))
        if bisect_left(days, begin) == bisect_right(days, end):
            raise InvalidCalendar(f"Kalender tahun {year} tidak memuat satu hari kerja pun.")


def _is_within(days: Sequence[object], number: int) -> bool:
    """Whether the calendar knows hours of that day."""
    return 0 <= number < len(days) and bool(days[number])


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidCalendar(f'Zona waktu "{name}" tidak dikenal.') from None


def _not_negative(n: int) -> int:
    if n < 0:
        raise ValueError("Time can only be added, not taken away.")
    return n


def _year_after(last: date) -> int:
    return last.year + 1 if (last.month, last.day) == (12, 31) else last.year


def _year_before(first: date) -> int:
    return first.year - 1 if (first.month, first.day) == (1, 1) else first.year
