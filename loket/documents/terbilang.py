"""Numbers, days and times as an Indonesian document writes them, in figures and in words."""

import datetime as dt
from functools import lru_cache

from num2words import num2words

from loket.core.zone import ZONE

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def terbilang(number: int) -> str:
    return str(num2words(number, lang="id"))


def counted(number: int, unit: str) -> str:
    """Say how many as a letter does: "2 (dua) berkas"."""
    return f"{number} ({terbilang(number)}) {unit}"


def day_name(day: dt.date) -> str:
    return DAYS[day.weekday()]


def month_name(day: dt.date) -> str:
    return MONTHS[day.month - 1]


def long_date(day: dt.date) -> str:
    return f"{day.day} {month_name(day)} {day.year}"


@lru_cache(maxsize=512)
def date_in_words(day: dt.date) -> str:
    """Write the day as a berita acara does: "Selasa tanggal dua puluh empat bulan November tahun ..."."""
    return f"{day_name(day)} tanggal {terbilang(day.day)} bulan {month_name(day)} tahun {terbilang(day.year)}"


def clock_time(moment: dt.datetime) -> str:
    """Give the time in the office's own zone, with a dot: "09.00"."""
    return f"{moment.astimezone(ZONE):%H.%M}"


def long_moment(moment: dt.datetime) -> str:
    return f"{long_date(moment.astimezone(ZONE))} pukul {clock_time(moment)} WIB"
