"""How dates, times, durations, sizes and numbers are written for people, after EYD and the house's copy guide.

A moment is shown in its own time zone; convert it to the office's zone first.
"""

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

import phonenumbers

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")

ZONE_NAMES = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}

Number = int | float | Decimal

WORKING_DAY = 450
"""Minutes."""

_UNITS = ("KB", "MB", "GB", "TB")
_UNIT = 1024


def full_date(day: date) -> str:
    """Selasa, 24 November 2026."""
    return f"{DAYS[day.weekday()]}, {plain_date(day)}"


def plain_date(day: date) -> str:
    """24 November 2026, as letters print it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Sel, 24 Nov 2026."""
    return f"{DAYS[day.weekday()][:3]}, {day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def clock(moment: datetime) -> str:
    """10.30."""
    return f"{moment:%H.%M}"


def full_datetime(moment: datetime) -> str:
    """Selasa, 24 November 2026 pukul 10.30 WIB."""
    return f"{full_date(moment)} pukul {clock(moment)} {zone_name(moment)}".rstrip()


def zone_name(moment: datetime) -> str:
    offset = moment.utcoffset()
    return "" if offset is None else ZONE_NAMES.get(offset, moment.tzname() or "")


def relative(moment: datetime, now: datetime) -> str:
    """Hari ini, 11.15; another day this year Senin, 23 Nov, 15.05; else with the year."""
    if moment.date() == now.astimezone(moment.tzinfo).date():
        return f"Hari ini, {clock(moment)}"
    year = "" if moment.year == now.year else f" {moment.year}"
    return f"{DAYS[moment.weekday()]}, {moment.day} {SHORT_MONTHS[moment.month - 1]}{year}, {clock(moment)}"


def minutes(count: int, per_day: int = 0) -> str:
    """3 jam 55 menit; with the working minutes of a day given, 1 hari 3 jam from one day up."""
    if per_day and count >= per_day:
        days, rest = divmod(count, per_day)
        return _joined((days, "hari"), (rest // 60, "jam"))
    return _joined((count // 60, "jam"), (count % 60, "menit")) or "0 menit"


def working_time(count: int) -> str:
    """2 hari 3 jam from minutes: a day is the norm of a working week of five days, 7 hours and a half."""
    return minutes(count, WORKING_DAY)


def _joined(*parts: tuple[int, str]) -> str:
    return " ".join(f"{number(value)} {unit}" for value, unit in parts if value)


def working_days(count: int) -> str:
    """2 hari kerja."""
    return f"{number(count)} hari kerja"


def size(count: int) -> str:
    """412 KB, 8,2 MB: units of 1,024, one decimal from megabytes up."""
    if count < _UNIT:
        return f"{count} byte"
    value, step = Decimal(count) / _UNIT, 0
    while value >= _UNIT and step < len(_UNITS) - 1:
        value, step = value / _UNIT, step + 1
    return f"{number(value, decimals=1 if step else 0)} {_UNITS[step]}"


def number(value: Number, decimals: int | None = None) -> str:
    """1.234,5: stop for thousands, comma for decimals; given decimals are a maximum, zeros at the end go."""
    exact = Decimal(str(value))
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{exact:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def percent(value: Number, decimals: int = 1) -> str:
    """91,4% from 91.4."""
    return f"{number(value, decimals)}%"


def rupiah(value: int) -> str:
    """Rp125.000.000."""
    return f"-Rp{number(-value)}" if value < 0 else f"Rp{number(value)}"


def phone(e164: str) -> str:
    """0812-3456-7890 from +6281234567890; a number of another country keeps its code, other text stays as it is."""
    try:
        parsed = phonenumbers.parse(e164, "ID")
    except phonenumbers.NumberParseException:
        return e164
    domestic = parsed.country_code == phonenumbers.country_code_for_region("ID")
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, style.NATIONAL if domestic else style.INTERNATIONAL)


def initials(name: str) -> str:
    """BP from Bayu Prasetyo, RW from dr. Ratna Widyastuti, M.Kes.: degrees and titles do not count."""
    words = name.split(",", maxsplit=1)[0].split()
    own = [word for word in words if not word.endswith(".")] or words
    return "".join(word[0] for word in own[:2]).upper()


def capital(words: str) -> str:
    """Words that begin a sentence or a label; all other capitals stay."""
    return words[:1].upper() + words[1:]


def lowered(sentence: str) -> str:
    """A sentence or label inside another sentence; "OPD" and "NIP" keep their capitals."""
    return sentence if sentence[:2].isupper() else sentence[:1].lower() + sentence[1:]
