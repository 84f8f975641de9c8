"""An admin sees when rows and record were compared, and what differed."""

from datetime import timedelta

from loket.application.examination import examine
from loket.models.permintaan import Permintaan
from tests.cast import Road
from tests.web.office_pages import admin
from tests.web.step_desk import text_of

PAGES = ("/kantor/pemeriksaan", "/kantor/kalender")


def test_before_the_first_night_it_says_so(road: Road) -> None:
    for url in PAGES:
        assert "Belum diperiksa Pemeriksaan pertama berjalan malam ini." in text_of(admin(road).get(url))


def test_a_night_without_a_difference_is_said(road: Road) -> None:
    road.submit()
    examine(road.now)

    for url in PAGES:
        words = text_of(admin(road).get(url))
        assert "Seluruh waktu dan keadaan sesuai dengan catatan Diperiksa Senin, 2 Maret 2026" in words


def test_differences_are_listed_until_a_night_finds_none(road: Road) -> None:
    road.submit()
    Permintaan.objects.update(sesi=4)
    examine(road.now)

    page, calendar = (text_of(admin(road).get(url)) for url in PAGES)
    assert "1 selisih antara data dan catatan" in page
    assert f"{road.nomor} Sesi rapat 4, menurut catatan 0" in page
    assert "1 selisih antara data dan catatan" in calendar
    assert "Antrean Daring" not in page

    Permintaan.objects.update(sesi=0)
    examine(road.now + timedelta(days=1))
    assert "sesuai dengan catatan" in text_of(admin(road).get(PAGES[0]))
