"""Numbers, days and times as an Indonesian letter writes them."""

import datetime as dt

import pytest

from loket.documents.terbilang import (
    clock_time,
    counted,
    date_in_words,
    day_name,
    long_date,
    long_moment,
    terbilang,
)


@pytest.mark.parametrize(
    ("number", "words"),
    (
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (24, "dua puluh empat"),
        (100, "seratus"),
        (119, "seratus sembilan belas"),
        (1000, "seribu"),
        (2026, "dua ribu dua puluh enam"),
    ),
)
def test_a_number_is_written_in_words(number: int, words: str) -> None:
    assert terbilang(number) == words


def test_a_count_is_written_twice() -> None:
    assert counted(2, "berkas") == "2 (dua) berkas"


@pytest.mark.parametrize(
    ("day", "words"),
    (
        (
            dt.date(2026, 11, 24),
            "Selasa tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam",
        ),
        (dt.date(2027, 1, 1), "Jumat tanggal satu bulan Januari tahun dua ribu dua puluh tujuh"),
        (dt.date(2030, 12, 31), "Selasa tanggal tiga puluh satu bulan Desember tahun dua ribu tiga puluh"),
    ),
)
def test_a_day_is_written_as_a_berita_acara_does(day: dt.date, words: str) -> None:
    assert date_in_words(day) == words


def test_every_day_of_the_week_has_its_name() -> None:
    week = [day_name(dt.date(2026, 11, 23) + dt.timedelta(days=day)) for day in range(7)]
    assert week == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


@pytest.mark.parametrize(
    ("day", "printed"),
    (
        (dt.date(2026, 1, 1), "1 Januari 2026"),
        (dt.date(2026, 8, 17), "17 Agustus 2026"),
        (dt.date(2027, 12, 31), "31 Desember 2027"),
    ),
)
def test_a_date_is_printed_with_the_indonesian_month(day: dt.date, printed: str) -> None:
    assert long_date(day) == printed


def test_a_moment_is_printed_in_the_time_of_the_office() -> None:
    late = dt.datetime(2026, 11, 24, 18, 5, tzinfo=dt.UTC)
    assert clock_time(late) == "01.05"
    assert long_moment(late) == "25 November 2026 pukul 01.05 WIB"
