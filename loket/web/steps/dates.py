"""Dates and times as people write them: 26/11/2026, 26-11-2026, 26 nov 2026, besok, kamis; 13.00 or 13:00."""

import re
from datetime import date, datetime, time, timedelta

from loket.core.zone import ZONE
from loket.web.formats import DAYS, MONTHS, SHORT_MONTHS

YEARS = range(2000, 2101)
"""Years that an office writes about; others are slips of the finger."""

_DIGITS = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})", re.ASCII)
_TIME = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?", re.ASCII)
_NEAR = {"hari ini": 0, "sekarang": 0, "besok": 1, "esok": 1, "lusa": 2}
_MONTHS = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name.lower(): number for number, name in enumerate(SHORT_MONTHS, 1)},
    "agt": 8,
    "sept": 9,
    "nop": 11,
    "nopember": 11,
    "pebruari": 2,
}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(DAYS)} | {"jum'at": 4, "ahad": 6}


def read_date(written: str, today: date) -> date | None:
    """The date that was meant, None where none can be read. A weekday is its next one, never today."""
    text = " ".join(written.lower().split())
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    if (weekday := _WEEKDAYS.get(text.removeprefix("hari "))) is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    day_name, comma, rest = text.partition(",")
    if comma and day_name in _WEEKDAYS:
        text = rest.strip()
    return _spelt_out(text)


def read_time(written: str) -> time | None:
    found = _TIME.fullmatch(written.lower().removeprefix("pukul").removesuffix("wib").strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - hours and minutes


def moment(day: date | None, clock: time | None) -> datetime | None:
    """The instant of a date and a time at the office, None while either is missing."""
    return datetime.combine(day, clock, ZONE) if day and clock else None


def _spelt_out(text: str) -> date | None:
    if found := _DIGITS.fullmatch(text):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _ISO.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _WORDS.fullmatch(text):
        return _date(int(found[3]), _MONTHS.get(found[2], 0), int(found[1]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
