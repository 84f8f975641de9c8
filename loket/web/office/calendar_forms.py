"""The forms of holidays and working hours."""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict

from loket.application.office.calendar import HolidayData, YearData
from loket.application.office.schedule import ScheduleData, Window
from loket.core.calendar_plan import WEEKDAYS
from loket.models.kantor import HariLibur, JadwalKerja
from loket.web.components.fields import Choice
from loket.web.office.forms import DatedForm
from loket.web.steps.dates import read_time
from loket.web.steps.fields import ChoiceField, DateField, TextField, TickField

EXAMPLE = "07.30-12.00, 13.00-16.00"
_BETWEEN = re.compile(r"\s*(?:-|\u2013|sampai|s\.d\.)\s*")


class HolidayForm(DatedForm):
    day = DateField(label="Tanggal")
    nama = TextField(label="Nama hari libur")
    kind = ChoiceField(
        label="Jenis",
        choices=[
            (HariLibur.Kind.NASIONAL.value, Choice("Libur nasional", hint="Keputusan bersama tiga menteri")),
            (
                HariLibur.Kind.CUTI_BERSAMA.value,
                Choice("Cuti bersama", hint="Keputusan bersama tiga menteri"),
            ),
            (HariLibur.Kind.LOKAL.value, Choice("Libur daerah", hint="Keputusan kepala daerah")),
        ],
    )
    decree = TextField(label="Nomor keputusan", required=False)
    is_estimate = TickField(label="Tanggal masih perkiraan, menunggu sidang isbat")

    def __init__(
        self, data: QueryDict | None = None, *, today: date, holiday: HariLibur | None = None
    ) -> None:
        super().__init__(data, today=today, initial=_shown(holiday) if holiday else {})
        if holiday:
            del self.fields["day"]  # another date is another holiday

    def to_data(self) -> HolidayData:
        return HolidayData(
            day=self.cleaned_data.get("day"),
            nama=self.text("nama"),
            kind=self.text("kind"),
            decree=self.text("decree"),
            is_certain=not self.cleaned_data.get("is_estimate"),
        )


class YearForm(DatedForm):
    decree = TextField(
        label="Nomor keputusan bersama", help_text="SKB tiga menteri tentang hari libur tahun itu"
    )

    def __init__(self, year: int, data: QueryDict | None = None, *, today: date) -> None:
        super().__init__(data, today=today)
        self.year = year

    def to_data(self) -> YearData:
        return YearData(year=self.year, decree=self.text("decree"))


class WindowsField(TextField):
    """Stretches of work in a day: "07.30-12.00, 13.00-16.00"; empty where the day is closed."""

    def clean(self, value: Any) -> tuple[Window, ...]:
        written = [part for part in re.split(r"[,;]|\bdan\b", str(value or "")) if part.strip()]
        windows = tuple(_window(part) for part in written)
        if None in windows:
            raise ValidationError(f"Tulis jam seperti {EXAMPLE}.", code="invalid")
        return tuple(window for window in windows if window)


class ScheduleForm(DatedForm):
    label = TextField(label="Nama jadwal", help_text="Contoh Ramadan 1449 Hijriah")
    valid_from = DateField(label="Berlaku mulai")
    valid_until = DateField(
        label="Berlaku sampai", required=False, help_text="Kosongkan untuk jam kerja biasa yang baru"
    )

    def __init__(
        self, data: QueryDict | None = None, *, today: date, like: JadwalKerja | None = None
    ) -> None:
        """`like` offers its hours to begin with."""
        super().__init__(data, today=today, initial=_hours(like) if like else {})
        for weekday, name in enumerate(WEEKDAYS):
            self.fields[f"hari_{weekday}"] = WindowsField(label=name)

    def days(self) -> list[Any]:
        return [self[f"hari_{weekday}"] for weekday in range(len(WEEKDAYS))]

    def to_data(self) -> ScheduleData:
        return ScheduleData(
            label=self.text("label"),
            valid_from=self.cleaned_data.get("valid_from"),
            valid_until=self.cleaned_data.get("valid_until"),
            windows={
                weekday: self.cleaned_data.get(f"hari_{weekday}") or () for weekday in range(len(WEEKDAYS))
            },
        )


def hours_text(windows: Mapping[str, list[list[str]]], weekday: int) -> str:
    """The windows of a day as they are typed."""
    pairs = windows.get(str(weekday), [])
    return ", ".join(f"{opens}-{closes}".replace(":", ".") for opens, closes in pairs)


def _shown(holiday: HariLibur) -> dict[str, Any]:
    names = ("nama", "kind", "decree")
    return {**{name: getattr(holiday, name) for name in names}, "is_estimate": not holiday.is_certain}


def _hours(schedule: JadwalKerja) -> dict[str, str]:
    return {f"hari_{weekday}": hours_text(schedule.windows, weekday) for weekday in range(len(WEEKDAYS))}


def _window(part: str) -> tuple[time, time] | None:
    ends = _BETWEEN.split(part.strip().lower())
    times = [read_time(end) for end in ends]
    if len(times) != 2 or times[0] is None or times[1] is None:  # noqa: PLR2004 - an opening and a closing
        return None
    return times[0], times[1]
