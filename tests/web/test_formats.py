"""What people read: dates, durations, sizes, numbers, phone numbers."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.web import formats

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 24, 10, 30, tzinfo=WIB)


def test_a_date_is_written_with_its_day_and_month_in_full() -> None:
    assert formats.full_date(date(2026, 11, 24)) == "Selasa, 24 November 2026"


def test_a_letter_date_has_no_day_name() -> None:
    assert formats.plain_date(date(2027, 8, 1)) == "1 Agustus 2027"


def test_a_short_date_keeps_three_letters() -> None:
    assert formats.short_date(date(2026, 11, 24)) == "Sel, 24 Nov 2026"


@pytest.mark.parametrize(
    ("zone", "written"),
    (
        ("Asia/Jakarta", "Selasa, 24 November 2026 pukul 10.30 WIB"),
        ("Asia/Makassar", "Selasa, 24 November 2026 pukul 11.30 WITA"),
        ("Asia/Jayapura", "Selasa, 24 November 2026 pukul 12.30 WIT"),
        ("UTC", "Selasa, 24 November 2026 pukul 03.30 UTC"),
    ),
)
def test_a_moment_names_the_zone_it_is_shown_in(zone: str, written: str) -> None:
    assert formats.full_datetime(NOW.astimezone(ZoneInfo(zone))) == written


def test_a_moment_without_zone_claims_none() -> None:
    assert formats.full_datetime(NOW.replace(tzinfo=None)) == "Selasa, 24 November 2026 pukul 10.30"


@pytest.mark.parametrize(
    ("moment", "written"),
    (
        (NOW.replace(hour=11, minute=15), "Hari ini, 11.15"),
        (datetime(2026, 11, 23, 15, 5, tzinfo=WIB), "Senin, 23 Nov, 15.05"),
        (datetime(2027, 2, 26, 16, 0, tzinfo=WIB), "Jumat, 26 Feb 2027, 16.00"),
    ),
)
def test_only_today_is_named_relatively(moment: datetime, written: str) -> None:
    assert formats.relative(moment, NOW) == written


def test_today_is_the_day_of_the_shown_zone() -> None:
    early = datetime(2026, 11, 24, 5, 0, tzinfo=WIB)
    assert formats.relative(early, datetime(2026, 11, 23, 23, 0, tzinfo=UTC)) == "Hari ini, 05.00"


@pytest.mark.parametrize(
    ("count", "written"),
    ((0, "0 menit"), (55, "55 menit"), (180, "3 jam"), (235, "3 jam 55 menit"), (75000, "1.250 jam")),
)
def test_minutes_become_hours_and_minutes(count: int, written: str) -> None:
    assert formats.minutes(count) == written


@pytest.mark.parametrize(
    ("count", "written"), ((449, "7 jam 29 menit"), (450, "1 hari"), (650, "1 hari 3 jam"))
)
def test_a_working_day_absorbs_its_minutes(count: int, written: str) -> None:
    assert formats.minutes(count, per_day=450) == written


def test_working_days_say_so() -> None:
    assert formats.working_days(2) == "2 hari kerja"


@pytest.mark.parametrize(
    ("count", "written"),
    (
        (12, "12 byte"),
        (421_888, "412 KB"),
        (8_598_323, "8,2 MB"),
        (20 * 1024 * 1024, "20 MB"),
        (5 * 1024**5, "5.120 TB"),
    ),
)
def test_a_size_has_the_unit_that_keeps_it_short(count: int, written: str) -> None:
    assert formats.size(count) == written


@pytest.mark.parametrize(
    ("value", "written"),
    ((1234.5, "1.234,5"), (1_000_000, "1.000.000"), (Decimal("0.10"), "0,1"), (-7, "-7"), (100, "100")),
)
def test_numbers_use_stop_and_comma(value: formats.Number, written: str) -> None:
    assert formats.number(value) == written


def test_decimals_are_rounded_half_up_and_zeros_go() -> None:
    assert [formats.number(x, decimals=1) for x in (0.25, 2.0, 91.44)] == ["0,3", "2", "91,4"]


def test_percent_and_rupiah() -> None:
    assert formats.percent(91.4) == "91,4%"
    assert formats.percent(100) == "100%"
    assert formats.rupiah(125_000_000) == "Rp125.000.000"
    assert formats.rupiah(-5000) == "-Rp5.000"


@pytest.mark.parametrize(
    ("number", "written"),
    (
        ("+6281234567890", "0812-3456-7890"),
        ("+62351895123", "(0351) 895123"),
        ("+6591234567", "+65 9123 4567"),
        ("bukan nomor", "bukan nomor"),
        ("", ""),
    ),
)
def test_a_phone_number_is_written_as_it_is_dialled_here(number: str, written: str) -> None:
    assert formats.phone(number) == written


@pytest.mark.parametrize(
    ("name", "written"),
    (
        ("Bayu Prasetyo", "BP"),
        ("dr. Ratna Widyastuti, M.Kes.", "RW"),
        ("Sukarno", "S"),
        ("Siti Nur Aini", "SN"),
        ("Dr.", "D"),
        ("", ""),
    ),
)
def test_initials_skip_titles_and_degrees(name: str, written: str) -> None:
    assert formats.initials(name) == written


@given(st.integers(min_value=0, max_value=10**9))
def test_every_number_can_be_read_back(value: int) -> None:
    assert int(formats.number(value).replace(".", "")) == value


@given(st.timedeltas(min_value=timedelta(hours=-12), max_value=timedelta(hours=14)))
def test_any_offset_can_be_written(offset: timedelta) -> None:
    whole = timedelta(minutes=offset // timedelta(minutes=1))
    assert formats.full_datetime(NOW.astimezone(timezone(whole))).startswith(("Senin", "Selasa", "Rabu"))


@pytest.mark.parametrize(
    ("label", "inside"),
    (
        ("Nama OPD", "nama OPD"),
        ("NIP", "NIP"),
        ("OPD", "OPD"),
        ("Nomor WhatsApp", "nomor WhatsApp"),
        ("", ""),
    ),
)
def test_a_label_inside_a_sentence_loses_one_capital_and_no_acronym(label: str, inside: str) -> None:
    assert formats.lowered(label) == inside
