"""A step that is done shows what was recorded in it, with the same number of queries however often it was done."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from loket.core.guards import GUARDS
from loket.core.role import Role
from loket.web.steps.wording import GUARD_NAMES
from tests.cast import Road
from tests.web.step_desk import Office, text_of

At = Callable[..., Road]

SHOWN = {
    "surat": ("B/500.12/118/403.112/2026", "Surat fisik", "Surat asli Diterima"),
    "disposisi": ("Disposisi Kepala Dinas", "Disposisi Kepala Bidang TIK"),
    "penunjukan": ("Sistem Analis, ketua tim", "membuat dan menguji", "Mengundang OPD"),
    "prioritas": ("Dokumen prioritas pelayanan", "bobot 25", "Tiket", "dari 100"),
    "undangan": ("Undangan sesi 1", "Undangan sesi 2", "Ruang Rapat Dinas Kominfo", "WhatsApp"),
    "rapat_teknis": ("Notulen sesi 1", "Notulen sesi 2", "Rapat lagi", "Kesepakatan"),
    "analisis": ("Versi 1.0", "mengembalikan dokumen", "menyetujui dokumen"),
    "desain": ("Versi 1.0", "menyetujui hasil reviu"),
    "implementasi": (
        "melaporkan kemajuan",
        "Uji penerimaan ke-1",
        "Ditolak",
        "Uji penerimaan ke-2",
        "Diterima",
    ),
    "serah_terima": (
        "Berita acara serah terima",
        "PIHAK KESATU",
        "Hendra Prasetya Wibawa, S.Sos., M.Si., Kepala Dinas",
    ),
    "status_gitlab": ("Selesai dibuat",),
    "pendampingan": ("Laporan pendampingan", "Konfirmasi OPD Nur Hidayati", "mendampingi pada"),
}
TWICE = {
    ("rapat_teknis", "rapat_teknis"): "rapat_lagi",
    ("analisis", "reviu"): "dikembalikan",
    ("implementasi", "bangun"): "kemajuan",
    ("implementasi", "uat"): "ditolak",
    ("serah_terima", "ttd_opd"): "dikembalikan",
    ("pendampingan", "laporan"): "kegiatan",
}


@pytest.fixture
def winding(road: Road) -> Office:
    """A permintaan that is finished after it went back once wherever it could."""
    road.submit()
    once = dict(TWICE)
    while road.permintaan.at_step != "selesai":
        place = road.permintaan.at_step, road.permintaan.at_bagian
        road.wait_until_possible()
        road.step(once.pop(place, ""))
    return Office(road)


def test_every_step_shows_what_was_recorded_in_it(winding: Office) -> None:
    for step, words in SHOWN.items():
        page = text_of(winding.get("kasi", winding.url(step)))

        assert "Langkah ini sudah selesai" in page, step
        assert [word for word in words if word not in page] == [], step


def test_going_back_and_forth_costs_no_more_queries(road: Road, winding: Office) -> None:
    twice = {step: _queries(winding, step) for step in SHOWN}
    road.submit(nomor_surat="B/7/403.112/2026")
    road.walk_to("selesai")

    once = {step: _queries(winding, step) for step in SHOWN}

    assert twice == once
    assert max(once.values()) <= 16


def test_more_people_cost_no_more_queries(at: At) -> None:
    desk = Office(at("penunjukan"))
    before = _queries(desk, "penunjukan")
    for _ in range(3):
        desk.road.submit(nomor_surat="B/7/403.112/2026")
        desk.road.walk_to("prioritas")
    desk.road.submit(nomor_surat="B/8/403.112/2026")
    desk.road.walk_to("penunjukan")

    assert _queries(desk, "penunjukan") == before


def test_a_step_that_is_yet_to_come_says_whose_turn_it_is(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))

    page = text_of(desk.get("kasi", desk.url("penunjukan")))

    assert "Permintaan sedang di langkah 2, Disposisi Kepala Dinas." in page
    assert "Menunggu Hendra Prasetya Wibawa, S.Sos., M.Si." in page


def test_every_unmet_reason_is_shown_before_the_original_letter_is_here(at: At) -> None:
    desk = Office(at("analisis", "susun"))
    analyst = desk.member(Role.SISTEM_ANALIS)

    page = text_of(desk.get(analyst))

    assert "Surat asli belum diterima. Minta Tata Usaha mencatat surat fisik" in page
    assert "Kirim untuk direviu" not in page


def test_every_condition_of_the_sop_has_words() -> None:
    assert set(GUARD_NAMES) == set(GUARDS)


def _queries(desk: Office, step: str) -> int:
    """As one head of section reads it, who is signed in already."""
    with CaptureQueriesContext(connection) as captured:
        assert desk.get("kasi", desk.url(step)).status_code == 200
    return sum(1 for query in captured if "loket_" in query["sql"] and query["sql"].startswith("SELECT"))
