"""The calendar that comes with Loket: the hours of Perpres 21/2023 and the holidays of the ministers' decrees."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from loket.core.calendar import Calendar, Holiday, HolidayKind, Schedule

_WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


@dataclass(frozen=True, slots=True)
class ShippedHoliday(Holiday):
    decree: str
    is_estimate: bool
    """The date may still move with the sidang isbat."""


@cache
def load() -> Calendar:
    return Calendar.build(schedules(), holidays(), _file()["awal"], _file()["akhir"], _file()["zona"])


@cache
def schedules() -> tuple[Schedule, ...]:
    return tuple(
        Schedule(
            valid_from=row["berlaku_mulai"],
            valid_until=row.get("berlaku_sampai"),
            windows={
                weekday: tuple((opens, closes) for opens, closes in row[name])
                for weekday, name in enumerate(_WEEKDAYS)
                if name in row
            },
            label=row["label"],
        )
        for row in _file()["jadwal"]
    )


@cache
def holidays() -> tuple[ShippedHoliday, ...]:
    found = (
        ShippedHoliday(
            date=row["tanggal"],
            name=row["nama"],
            kind=kind,
            decree=decree["keputusan"],
            is_estimate=row.get("perkiraan", False),
        )
        for decree in _file()["libur"]
        for kind in get_args(HolidayKind)
        for row in decree.get(kind, ())
    )
    return tuple(sorted(found, key=lambda holiday: holiday.date))


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(files("loket.sop").joinpath("kalender.toml").read_text(encoding="utf-8"))
