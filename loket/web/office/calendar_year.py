"""A year of the office as twelve months of days, and its holidays and hours as rows."""

from calendar import Calendar as Grid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from loket.application.office.calendar import may_change
from loket.core.calendar import Calendar, CalendarNotFilled
from loket.core.calendar_plan import WEEKDAYS
from loket.models.kantor import HariLibur, JadwalKerja
from loket.web import formats
from loket.web.components.badges import Badge
from loket.web.components.facts import Stat
from loket.web.components.navigation import Chip
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.office.calendar_forms import hours_text

FEW = 10
"""Fewer holidays than any year has: the decree for that year has not been entered yet."""
ESTIMATE = Badge(text="Perkiraan", icon="clock-alert")
SHORT_WEEKDAYS = tuple(name[:3] for name in WEEKDAYS)
_GRID = Grid(firstweekday=0)


@dataclass(frozen=True, slots=True)
class Day:
    """A square of a month. `kind`: "" of another month, "kerja", "luar" (closed) or "libur"; `name` of the holiday."""

    number: int = 0
    kind: str = ""
    name: str = ""
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    name: str
    weeks: Sequence[Sequence[Day]]
    working_days: int

    @property
    def working_text(self) -> str:
        return formats.working_days(self.working_days)


def year_of(written: str, calendar: Calendar, today: date) -> int | None:
    """The year of an address, this year where it names none; None for one that there is not."""
    if not written:
        return min(max(today.year, calendar.first.year), calendar.last.year + 1)
    known = {str(year): year for year in years(calendar)}
    return known.get(written)


def years(calendar: Calendar) -> range:
    """The years that are filled, and the next one to fill."""
    return range(calendar.first.year, calendar.last.year + 2)


def chips(calendar: Calendar, chosen: int) -> tuple[Chip, ...]:
    page = reverse("kalender")
    return tuple(Chip(str(year), f"{page}?tahun={year}", active=year == chosen) for year in years(calendar))


def months_of(year: int, calendar: Calendar, holidays: Mapping[date, HariLibur], today: date) -> list[Month]:
    return [_month(year, number, calendar, holidays, today) for number in range(1, 13)]


def stats(months: Sequence[Month], holidays: Sequence[HariLibur]) -> tuple[Stat, ...]:
    estimates = sum(not one.is_certain for one in holidays)
    return (
        Stat(formats.number(sum(month.working_days for month in months)), "hari kerja"),
        Stat(formats.number(len(holidays)), "hari libur tercatat"),
        Stat(formats.number(estimates), "masih perkiraan", kind="segera" if estimates else ""),
    )


def recorded(holidays: Sequence[HariLibur]) -> str:
    """What an admin should weigh before a year is taken for complete."""
    count, estimates = len(holidays), sum(not one.is_certain for one in holidays)
    expected = f", {formats.number(estimates)} di antaranya perkiraan" if estimates else ""
    few = " Setahun biasanya lebih banyak; periksa sekali lagi." if count < FEW else ""
    return (
        f"{formats.number(count)} hari libur tercatat{expected}.{few}"
        " Sesudah dinyatakan lengkap, batas waktu dihitung menurut kalender itu,"
        " dan hari libur yang sudah lewat tidak dapat ditambah lagi."
    )


def holidays_tables(holidays: Sequence[HariLibur], today: date, until: date) -> tuple[Table, ...]:
    """One table a decree, whose name would fill every row otherwise."""
    decrees = dict.fromkeys(one.decree for one in holidays)
    return tuple(
        Table(
            caption=decree or "Tanpa nomor keputusan",
            caption_hidden=False,
            columns=(Column("Tanggal"), Column("Hari libur"), Column("Jenis"), Column("Tindakan")),
            rows=tuple(TableRow(_holiday(one, today, until)) for one in holidays if one.decree == decree),
            dense=True,
        )
        for decree in decrees
    )


def _holiday(one: HariLibur, today: date, until: date) -> tuple[Cell, ...]:
    remove = reverse("hapus_libur", args=[one.pk]) if may_change(one.day, today, until) else ""
    return (
        Cell(formats.full_date(one.day), url=reverse("ubah_libur", args=[one.pk])),
        Cell(one.nama, badge=None if one.is_certain else ESTIMATE),
        Cell(one.get_kind_display()),
        Cell("Hapus" if remove else "Sudah lewat", url=remove),
    )


def schedules_table(schedules: Sequence[JadwalKerja], today: date) -> Table:
    columns = (Column("Jadwal"), Column("Berlaku"), Column("Jam kerja"), Column("Tindakan"))
    return Table(
        caption="Daftar jadwal kerja",
        columns=columns,
        rows=tuple(TableRow(_schedule(one, today)) for one in schedules),
        dense=True,
    )


def _schedule(one: JadwalKerja, today: date) -> tuple[Cell, ...]:
    until = f" sampai {formats.plain_date(one.valid_until)}" if one.valid_until else " dan seterusnya"
    ended = one.valid_until is not None and one.valid_until < today
    word = "Hapus" if one.valid_from > today else "Akhiri"
    return (
        Cell(one.label),
        Cell(f"{formats.plain_date(one.valid_from)}{until}"),
        Cell("; ".join(week_of(one.windows))),
        Cell(
            "Sudah berakhir" if ended else word, url="" if ended else reverse("akhiri_jadwal", args=[one.pk])
        ),
    )


def week_of(windows: Mapping[str, list[list[str]]]) -> list[str]:
    """The hours of the week, neighbours with the same hours together: "Senin-Kamis 07.30-12.00, 13.00-16.00"."""
    found: list[tuple[str, str, str]] = []
    for weekday, name in enumerate(WEEKDAYS):
        hours = hours_text(windows, weekday) or "tutup"
        if found and found[-1][2] == hours:
            found[-1] = (found[-1][0], name, hours)
        else:
            found.append((name, name, hours))
    return [f"{first}{'' if first == last else f'-{last}'} {hours}" for first, last, hours in found]


def _month(
    year: int, number: int, calendar: Calendar, holidays: Mapping[date, HariLibur], today: date
) -> Month:
    weeks = [
        [_day(day, number, calendar, holidays, today) for day in week]
        for week in _GRID.monthdatescalendar(year, number)
    ]
    working = sum(day.kind == "kerja" for week in weeks for day in week)
    return Month(formats.MONTHS[number - 1], weeks, working)


def _day(day: date, month: int, calendar: Calendar, holidays: Mapping[date, HariLibur], today: date) -> Day:
    if day.month != month:
        return Day()
    if holiday := holidays.get(day):
        return Day(day.day, "libur", holiday.nama, day == today)
    return Day(day.day, "kerja" if _is_open(day, calendar) else "luar", "", day == today)


def _is_open(day: date, calendar: Calendar) -> bool:
    """A year that is not filled yet has no working days that anybody could know."""
    try:
        return calendar.is_working_day(day)
    except CalendarNotFilled:
        return False
