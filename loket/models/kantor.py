"""The office itself: the head of its own chain, its calendar, and the numbers it gives out."""

from collections.abc import Sequence
from datetime import time
from functools import lru_cache
from typing import cast

from django.db import models
from django.db.models import Q

from loket.core.calendar import Calendar, Holiday, HolidayKind, Schedule
from loket.core.letter_number import DEFAULT
from loket.core.record import GENESIS


class Kantor(models.Model):
    """The one row of the office; `examined_at` says when the rows were last compared with the record.

    `calendar_version` grows with every change of what is reckoned with: the schedules, the holidays,
    and the days that the calendar knows, `calendar_from` to `calendar_until`. `batas_papan`: how many permintaan
    a phase should hold at most, by its key, where the office has said it.
    """

    class Kertas(models.TextChoices):
        A4 = "a4", "A4 (210 x 297 mm)"
        F4 = "f4", "F4 (215 x 330 mm)"

    class Keamanan(models.TextChoices):
        BIASA = "B", "Biasa/Terbuka"
        TERBATAS = "T", "Terbatas"
        RAHASIA = "R", "Rahasia"
        SANGAT_RAHASIA = "SR", "Sangat Rahasia"

    nama = models.CharField(max_length=150, default="Dinas Komunikasi dan Informatika Kabupaten Magetan")
    phone = models.CharField(max_length=20, default="+6281200000002")
    pemerintah = models.CharField(max_length=100, default="Pemerintah Kabupaten Magetan")
    instansi = models.CharField(max_length=150, default="Dinas Komunikasi dan Informatika")
    alamat = models.CharField(max_length=250, blank=True)
    kontak = models.CharField(max_length=250, blank=True)
    tempat = models.CharField(max_length=60, default="Magetan")
    kertas = models.CharField(max_length=2, choices=Kertas, default=Kertas.A4)
    unit = models.CharField(max_length=30, default="403.000")
    pola_nomor = models.CharField(max_length=80, default=DEFAULT)
    keamanan = models.CharField(max_length=2, choices=Keamanan, default=Keamanan.BIASA)
    batas_papan = models.JSONField(default=dict)
    head_seq = models.PositiveIntegerField(default=0)
    head_hash = models.CharField(max_length=64, default=GENESIS)
    sealed_seq = models.PositiveIntegerField(default=0)
    calendar_version = models.PositiveIntegerField(default=0)
    calendar_from = models.DateField()
    calendar_until = models.DateField()
    examined_at = models.DateTimeField(null=True, blank=True)
    digest_salt = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(pk=1), name="there_is_one_kantor"),
            models.CheckConstraint(
                condition=Q(calendar_until__gte=models.F("calendar_from")),
                name="the_calendar_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.nama


class Counter(models.Model):
    """The last number given out of a kind in a year; locked while the next one is taken, so there are no gaps."""

    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["kind", "year"], name="a_counter_counts_one_kind_in_one_year"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.year}: {self.last}"


class JadwalKerja(models.Model):
    """Jam kerja: the windows of each weekday while it is valid (Perpres 21/2023); the narrower period wins."""

    label = models.CharField(max_length=100)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    windows = models.JSONField()

    class Meta:
        ordering = ("valid_from", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=models.F("valid_from")),
                name="a_jadwal_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.label


class HariLibur(models.Model):
    """Hari libur nasional and cuti bersama by joint decree (SKB 3 Menteri), or local; `is_certain` is False for "perkiraan"."""

    class Kind(models.TextChoices):
        NASIONAL = "libur_nasional", "Libur nasional"
        CUTI_BERSAMA = "cuti_bersama", "Cuti bersama"
        LOKAL = "lokal", "Libur daerah"

    day = models.DateField(unique=True)
    nama = models.CharField(max_length=150)
    kind = models.CharField(max_length=20, choices=Kind)
    decree = models.CharField(max_length=200, blank=True)
    is_certain = models.BooleanField(default=True)

    class Meta:
        ordering = ("day",)

    def __str__(self) -> str:
        return f"{self.day}: {self.nama}"


@lru_cache(maxsize=8)
def calendar_of(version: int) -> Calendar:
    """The working calendar of the office; read again only when `Kantor.calendar_version` has grown."""
    return read_calendar()


def recorded_holidays() -> list[Holiday]:
    return [Holiday(row.day, row.nama, cast("HolidayKind", row.kind)) for row in HariLibur.objects.all()]


def read_calendar(holidays: Sequence[Holiday] | None = None) -> Calendar:
    """Build the calendar from its rows, for the years that the office has said are complete.

    `holidays` take the place of those that are recorded.
    """
    schedules = [
        Schedule(
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            windows={int(day): _windows(pairs) for day, pairs in row.windows.items()},
            label=row.label,
        )
        for row in JadwalKerja.objects.all()
    ]
    closed = recorded_holidays() if holidays is None else holidays
    first, last = Kantor.objects.values_list("calendar_from", "calendar_until").get()
    return Calendar.build(schedules, closed, first=first, last=last)


def _windows(pairs: list[list[str]]) -> tuple[tuple[time, time], ...]:
    return tuple((time.fromisoformat(start), time.fromisoformat(end)) for start, end in pairs)
