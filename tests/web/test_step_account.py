"""Every count on a page is explained in one sentence, and the OPD's time stands apart from the office's."""

from datetime import datetime, timedelta

import pytest

from loket.cli.demo.walk import office_calendar
from loket.core.zone import ZONE
from loket.models.kantor import Kantor
from tests.cast import Road
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader


def page(road: Road, username: str = "kasi", step: str = "") -> str:
    return text_of(Reader(road, username).get(f"/permintaan/{road.nomor}{step}"))


def days_later(road: Road, count: int) -> None:
    road.now = office_calendar().add_days(road.now, count) - timedelta(hours=1)


@pytest.fixture
def analysed(road: Road) -> Road:
    """The specification is being written."""
    road.submit()
    road.walk_to("analisis", "reviu")
    return road


def test_days_are_counted_from_their_start(analysed: Road) -> None:
    days_later(analysed, 3)

    assert "Hari kerja ke-3 dari 15: mulai Rabu, 4 Maret 2026." in page(analysed)
    assert "Hari kerja ke-3 dari 15: mulai Rabu, 4 Maret 2026." in page(analysed, step="/analisis")


def test_pauses_within_are_named_with_their_reason(analysed: Road) -> None:
    days_later(analysed, 1)
    analysed.pause()
    days_later(analysed, 2)
    analysed.resume()
    days_later(analysed, 7)

    words = page(analysed)

    assert "dijeda 2 hari kerja (menunggu OPD), libur" in words


def test_a_holiday_within_is_named(road: Road) -> None:
    road.now = datetime(2026, 8, 10, 9, 0, tzinfo=ZONE)
    road.submit()
    road.walk_to("analisis", "reviu")
    days_later(road, 3)

    assert "libur 1 hari (Hari Kemerdekaan Republik Indonesia)." in page(road)


def test_a_paused_step_says_where_its_count_stopped(analysed: Road) -> None:
    days_later(analysed, 2)
    analysed.pause(alasan="kementerian")
    days_later(analysed, 2)

    words = page(analysed)

    assert "Berhenti pada hari kerja ke-2 dari 15: mulai Rabu, 4 Maret 2026" in words
    assert "dijeda 2 hari kerja (menunggu kementerian)" in words


def test_the_day_of_start_does_not_count(analysed: Road) -> None:
    assert "Hari kerja ke-0 dari 15: mulai Rabu, 4 Maret 2026, hari mulai tidak dihitung." in page(analysed)


def test_minutes_are_counted_with_the_wait_between_two_hands(road: Road) -> None:
    road.submit()
    road.step()
    road.later(hours=2)

    assert "5 dari 10 menit kerja: mulai Senin, 2 Maret 2026 pukul 09.01 WIB, menunggu 2 jam" in page(road)


def test_minutes_overnight_say_what_they_leave_out(road: Road) -> None:
    road.submit()
    road.step()
    days_later(road, 1)

    assert "di antara bagian, malam dan hari tutup tidak dihitung." in page(road)


def test_what_has_not_begun_says_since_when_it_waits(road: Road) -> None:
    road.submit()
    assert "Belum dihitung: tersedia sejak Senin, 2 Maret 2026 pukul 09.00 WIB." in page(road)
    road.later(hours=1)

    words = page(road)

    assert "tersedia sejak Senin, 2 Maret 2026 pukul 09.00 WIB, menunggu 1 jam kerja." in words


def test_a_step_that_is_done_keeps_its_sentence(analysed: Road) -> None:
    analysed.walk_to("desain", "susun")

    words = page(analysed)

    assert "Selesai pada hari kerja ke-0 dari 15: mulai Rabu, 4 Maret 2026" in words


def test_a_step_that_was_left_says_so(analysed: Road) -> None:
    analysed.return_to("undangan")

    assert "Ditinggalkan pada hari kerja ke-0 dari 15" in page(analysed)


def test_an_event_is_counted_by_its_own_times(road: Road) -> None:
    road.submit()
    road.walk_to("rapat_teknis")
    assert "dihitung menurut acaranya, yang dijadwalkan" in page(road)
    road.step()

    assert "110 dari 180 menit kerja: acara mulai" in page(road)


def test_an_event_without_a_date_says_so(road: Road) -> None:
    road.submit()
    road.walk_to("serah_terima", "siapkan")

    assert "dihitung menurut acaranya, yang belum dijadwalkan." in page(road)


def test_a_launch_that_lies_ahead_is_only_announced(road: Road) -> None:
    road.submit()
    road.walk_to("serah_terima", "ttd_dinas")

    assert "dihitung menurut acaranya, yang dijadwalkan" in page(road)


def test_an_agreed_date_is_named_and_no_pause_moves_it(road: Road) -> None:
    road.submit()
    road.walk_to("implementasi", "bangun")
    road.step("kemajuan")
    days_later(road, 1)
    road.pause()
    days_later(road, 2)

    words = page(road)

    assert "sampai tanggal yang disepakati," in words
    assert "di dalamnya dijeda 2 hari kerja (menunggu OPD), yang tidak menggeser tanggal itu" in words


def test_the_time_of_the_office_and_of_the_opd_stand_apart(analysed: Road) -> None:
    days_later(analysed, 1)
    analysed.now = analysed.now.replace(hour=8)
    before = page(analysed)
    assert "Waktu di OPD 0 menit" in before
    assert "Di luar keduanya" not in before
    analysed.pause()
    analysed.later(hours=1)
    analysed.resume()
    analysed.pause(alasan="kementerian")
    analysed.later(hours=1)

    words = page(analysed)

    assert "Waktu di OPD 1 jam" in words
    assert "Di luar keduanya 1 jam" in words


def test_a_letter_that_is_back_is_the_opds_time(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")
    road.later(hours=1)

    assert "Waktu di OPD 1 jam" in page(road)


def test_where_the_calendar_ends_nothing_is_explained(analysed: Road) -> None:
    analysed.now = office_calendar().add_days(analysed.now, 150)
    Kantor.objects.update(calendar_until=analysed.now.date() - timedelta(days=20), calendar_version=99)

    words = page(analysed)

    assert "Hari kerja ke-" not in words
    assert "Pembagian waktu" not in words
