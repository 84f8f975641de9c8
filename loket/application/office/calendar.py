"""The office's calendar: holidays and hours. What has passed is not changed; open due dates follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from loket.application.calendar_change import ask_for_new_due_dates
from loket.application.data import Problems, local_date, present
from loket.application.errors import Invalid
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.application.office.schedule import ScheduleData
from loket.core.actor import Actor
from loket.core.calendar import InvalidCalendar
from loket.models.kantor import HariLibur, JadwalKerja, Kantor, read_calendar

PASSED = "Hari yang sudah lewat tidak diubah, karena waktu kerja sudah dihitung dengannya."
REPLACE_FIRST = "Tambahkan dahulu jadwal yang menggantikannya."


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayData:
    """`is_certain` is False while a date is expected only (perkiraan)."""

    day: date | None
    nama: str
    kind: str
    decree: str = ""
    is_certain: bool = True

    def check(self, today: date, *, holiday: HariLibur | None) -> Problems:
        problems = Problems()
        problems.text("nama", self.nama, "nama hari libur", limit=150)
        problems.choice("kind", self.kind, HariLibur.Kind.values, "jenis hari libur")
        problems.text("decree", self.decree, "nomor keputusan", required=False)
        if holiday is None:
            self._check_day(problems, today)
        return problems

    def _check_day(self, problems: Problems, today: date) -> None:
        if self.day is None:
            problems.add("day", "Isi tanggal libur.")
            return
        until = Kantor.objects.get().calendar_until
        problems.unless(may_change(self.day, today, until), "day", PASSED)
        known = HariLibur.objects.filter(day=self.day).first()
        problems.unless(known is None, "day", f"Tanggal ini sudah tercatat: {known.nama if known else ''}.")
        if self.day.year > until.year + 1:
            problems.add("day", finish_first(until))

    def columns(self) -> dict[str, Any]:
        return {
            "nama": self.nama.strip(),
            "kind": self.kind,
            "decree": self.decree.strip(),
            "is_certain": self.is_certain,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class YearData:
    """A year of which all holidays are recorded, by the joint decree (SKB 3 Menteri) `decree`."""

    year: int
    decree: str

    def check(self, until: date) -> Problems:
        problems = Problems()
        problems.text("decree", self.decree, "nomor keputusan bersama")
        if self.year <= until.year:
            problems.add("year", f"Kalender tahun {self.year} sudah dinyatakan lengkap.")
        elif self.year > until.year + 1:
            problems.add("year", finish_first(until))
        elif not HariLibur.objects.filter(day__year=self.year).exists():
            problems.add("year", f"Catat hari libur tahun {self.year} dahulu.")
        return problems


def finish_first(until: date) -> str:
    return f"Lengkapi kalender tahun {until.year + 1} dahulu."


def may_change(day: date, today: date, until: date) -> bool:
    """Whether no working time can have been reckoned with that day yet."""
    return day >= today or day > until


def complete_year(data: YearData, *, actor: Actor, now: datetime, source: str = "web") -> None:
    """From now on time in that year is reckoned. There is no way back; days to come may still become holidays."""
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if problems := data.check(kantor.calendar_until):
            raise Invalid(problems)
        kantor.calendar_until = date(data.year, 12, 31)
        kantor.save(update_fields=["calendar_until"])
        said = {"year": data.year, "decree": data.decree.strip()}
        _keep(kantor, "kalender.year_completed", said, actor=actor, now=now, source=source)


def add_holiday(data: HolidayData, *, actor: Actor, now: datetime, source: str = "web") -> HariLibur:
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if problems := data.check(local_date(now), holiday=None):
            raise Invalid(problems)
        holiday = HariLibur.objects.create(day=present(data.day), **data.columns())
        said = {"holiday_id": holiday.pk, "day": holiday.day, **data.columns()}
        _keep(kantor, "kalender.holiday_added", said, actor=actor, now=now, source=source)
    return holiday


def change_holiday(
    holiday: HariLibur, data: HolidayData, *, actor: Actor, now: datetime, source: str = "web"
) -> None:
    """Change what is said of a holiday, such as that it is certain now; its date stays."""
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if problems := data.check(local_date(now), holiday=holiday):
            raise Invalid(problems)
        for name, value in data.columns().items():
            setattr(holiday, name, value)
        holiday.save(update_fields=list(data.columns()))
        said = {"holiday_id": holiday.pk, "day": holiday.day, **data.columns()}
        _keep(kantor, "kalender.holiday_changed", said, actor=actor, now=now, source=source)


def remove_holiday(holiday: HariLibur, *, actor: Actor, now: datetime, source: str = "web") -> None:
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if not may_change(holiday.day, local_date(now), kantor.calendar_until):
            raise Invalid(Problems({"day": [PASSED]}))
        said = {"holiday_id": holiday.pk, "day": holiday.day, "nama": holiday.nama}
        holiday.delete()
        _keep(kantor, "kalender.holiday_removed", said, actor=actor, now=now, source=source)


def add_schedule(data: ScheduleData, *, actor: Actor, now: datetime, source: str = "web") -> JadwalKerja:
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if problems := data.check(local_date(now)):
            raise Invalid(problems)
        schedule = JadwalKerja.objects.create(
            label=data.label.strip(),
            valid_from=present(data.valid_from),
            valid_until=data.valid_until,
            windows=data.stored(),
        )
        said = {
            "schedule_id": schedule.pk,
            "label": schedule.label,
            "valid_from": schedule.valid_from,
            "valid_until": schedule.valid_until,
            "windows": schedule.windows,
        }
        _keep(kantor, "kalender.schedule_added", said, actor=actor, now=now, source=source)
    return schedule


def end_schedule(schedule: JadwalKerja, *, actor: Actor, now: datetime, source: str = "web") -> None:
    """Today is its last day; one that has not begun is removed, one that has ended stays as it was."""
    today = local_date(now)
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if schedule.valid_until and schedule.valid_until < today:
            raise Invalid(Problems({"valid_until": [PASSED]}))
        said = {"schedule_id": schedule.pk, "label": schedule.label, "valid_until": today}
        if schedule.valid_from > today:
            schedule.delete()
        else:
            schedule.valid_until = today
            schedule.save(update_fields=["valid_until"])
        _keep(
            kantor,
            "kalender.schedule_removed",
            said,
            actor=actor,
            now=now,
            source=source,
            advice=REPLACE_FIRST,
        )


def _keep(
    kantor: Kantor,
    kind: str,
    said: Mapping[str, Any],
    *,
    actor: Actor,
    now: datetime,
    source: str,
    advice: str = "",
) -> None:
    """Refuse a calendar that nobody can work by; else record the change and let the due dates follow."""
    try:
        read_calendar()
    except InvalidCalendar as absurd:
        raise Invalid(Problems({"calendar": [f"{absurd} {advice}".strip()]})) from absurd
    kantor.calendar_version += 1
    said = {**said, "calendar_version": kantor.calendar_version}
    record_for_kantor(kantor, kind, said, actor=actor, now=now, source=source)
    ask_for_new_due_dates()
