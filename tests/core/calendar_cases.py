"""Offices to test the calendar on, and a slow, obvious calendar to compare it with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from loket.core.calendar import Calendar, Holiday, Schedule

WIB = ZoneInfo("Asia/Jakarta")
FIRST, LAST = date(2026, 6, 1), date(2026, 6, 30)
SECOND = timedelta(seconds=1)
DAY = 86_400
Windows = tuple[tuple[time, time], ...]


def wib(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def hours(text: str) -> Windows:
    """Read "07:30-12:00 13:00-16:00"."""
    spans = (span.split("-") for span in text.split())
    return tuple((time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in spans)


@dataclass(frozen=True)
class Office:
    schedules: Sequence[Schedule]
    holidays: Sequence[Holiday]

    def calendar(self) -> Calendar:
        return Calendar.build(self.schedules, self.holidays, FIRST, LAST)

    def with_holiday(self, day: date) -> "Office":
        return Office(self.schedules, (*self.holidays, Holiday(day, "Libur baru", "lokal")))

    def is_open(self, moment: datetime) -> bool:
        """Ask the last schedule listed for the day, which is how these offices are made, one moment at a time."""
        day = moment.date()
        if any(holiday.date == day for holiday in self.holidays):
            return False
        covering = [s for s in self.schedules if s.valid_from <= day <= (s.valid_until or LAST)]
        windows = covering[-1].windows.get(day.weekday(), ())
        return any(opens <= moment.time() < closes for opens, closes in windows)

    def count(self, a: datetime, b: datetime, step: timedelta) -> int:
        """Count step by step how much of the time from a to b is open."""
        return sum(self.is_open(a + number * step) for number in range((b - a) // step))


def offices(grain: int = 1) -> st.SearchStrategy[Office]:
    """June 2026 with random hours in steps of `grain` seconds, perhaps a period with other hours, and holidays.

    Something is always left: the first eight days know no holiday, and Mondays have hours.
    """
    weeks = _weeks(grain)
    narrower = st.builds(
        lambda start, length, week: Schedule(
            date(2026, 6, 9) + timedelta(days=start),
            date(2026, 6, 9) + timedelta(days=start + length),
            week,
            "Khusus",
        ),
        st.integers(0, 15),
        st.integers(0, 6),
        weeks,
    )
    closed = st.lists(st.dates(date(2026, 6, 9), LAST), max_size=6, unique=True)
    return st.builds(
        lambda week, special, days: Office(
            (Schedule(date(2026, 1, 1), None, week, "Biasa"), *special),
            tuple(Holiday(day, "Libur", "libur_nasional") for day in days),
        ),
        weeks,
        st.lists(narrower, max_size=1),
        closed,
    )


def moments(until: datetime | None = None) -> st.SearchStrategy[datetime]:
    begin = wib("2026-06-01")
    seconds = ((until or wib("2026-06-30 23:59:59")) - begin) // SECOND
    return st.integers(0, seconds).map(lambda passed: begin + passed * SECOND)


def _weeks(grain: int) -> st.SearchStrategy[dict[int, Windows]]:
    other_days = st.dictionaries(st.integers(1, 6), _days(grain, least=0), max_size=6)
    return st.builds(lambda monday, rest: {0: monday, **rest}, _days(grain, least=1), other_days)


def _days(grain: int, *, least: int) -> st.SearchStrategy[Windows]:
    """Up to three windows of one day, in any order."""
    marks = st.integers(0, DAY // grain - 1).map(lambda mark: _clock(mark * grain))
    bounds = st.lists(marks, min_size=2 * least, max_size=6, unique=True).map(sorted)
    pairs = bounds.map(lambda found: list(zip(found[::2], found[1::2], strict=False)))
    return pairs.flatmap(st.permutations).map(tuple)


def _clock(seconds: int) -> time:
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
