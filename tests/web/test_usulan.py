"""What the clock said and proposes, on the pages, and its decision there."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.models.usulan import Usulan
from tests.application.sweeping import told_until
from tests.cast import Road
from tests.web.act_pages import act_url, send_act, words_for
from tests.web.step_desk import Office, errors_of, text_of

At = Callable[..., Road]
TITLE = "Usulan Loket: tangguhkan permintaan, karena surat asli belum diterima."


@pytest.fixture
def desk(at: At) -> Office:
    """A letter whose original never came, and what the clock proposes about it."""
    road = at("undangan")
    while not (permintaan := road.permintaan).proposed:
        assert permintaan.alarm_at is not None
        told_until(road, permintaan.alarm_at)
    return Office(road)


def test_the_head_of_the_section_reads_what_is_proposed_and_why(desk: Office) -> None:
    words = words_for(desk, "kasi")

    assert TITLE in words
    assert "Surat asli ditunggu sejak 2 Maret 2026 dan belum diterima setelah 10 hari kerja." in words
    assert "Terima usulan Tolak usulan" in words


@pytest.mark.parametrize("username", ("opd", "analis", "kadis"))
def test_others_read_who_decides(desk: Office, username: str) -> None:
    words = words_for(desk, username)

    assert "Usulan ini diputuskan Kepala Seksi." in words
    assert "Terima usulan" not in words


def test_it_is_a_task_of_the_head_of_the_section(desk: Office) -> None:
    assert "Putuskan usulan Loket" in text_of(desk.get("kasi", "/tugas"))
    assert "Putuskan usulan Loket" in text_of(desk.get("kasi", "/tugas?saring=hari_ini"))
    assert "Putuskan usulan Loket" not in text_of(desk.get("kasi", "/tugas?saring=minggu_ini"))
    assert "Putuskan usulan Loket" not in text_of(desk.get("kabid", "/tugas"))


def test_it_is_accepted_after_a_look_at_its_reason(desk: Office) -> None:
    page = text_of(desk.get("kasi", act_url(desk, "terima_usulan")))
    assert "Tangguhkan permintaan, karena surat asli belum diterima. Surat asli ditunggu sejak" in page
    refused = send_act(desk, "terima_usulan")
    assert errors_of(refused)[0] == "Nyatakan bahwa Anda sudah memeriksa alasan usulan ini."

    send_act(desk, "terima_usulan", is_agreed="on")

    assert (desk.permintaan.status, desk.permintaan.waiting_reason) == ("menunggu", "ditangguhkan")
    words = words_for(desk, "opd")
    assert "Ditangguhkan, menunggu surat asli dari OPD" in words
    assert "menangguhkan permintaan" in words
    assert TITLE not in words


def test_it_is_declined_with_a_reason_that_stays_in_the_record(desk: Office) -> None:
    url, answers = act_url(desk, "tolak_usulan"), {"alasan": "Surat sedang diantar."}
    usulan = {"usulan": desk.permintaan.proposed}
    assert desk.post("kasi", {"alasan": "", **usulan}, url).status_code == 422
    stale = desk.post("kasi", {**answers, "usulan": "usul_batalkan"}, url)
    assert errors_of(stale) == [
        "Usulan yang Anda baca sudah berganti. Baca usulan yang sekarang, lalu putuskan."
    ]

    desk.post("kasi", {**answers, **usulan}, url)

    assert Usulan.objects.get().keputusan == "ditolak"
    words = words_for(desk, "analis")
    assert "menolak usulan Loket" in words
    assert "Surat sedang diantar." in words


def test_the_timeline_says_what_the_clock_did(desk: Office) -> None:
    words = words_for(desk, "kasi")

    assert "Loket mengingatkan: surat asli belum tercatat diterima" in words
    assert "Loket memberi tahu atasan: undangan belum mulai dikerjakan selama tiga hari kerja" in words
    assert "menyampaikan usulan kepada Kepala Seksi: tangguhkan permintaan" in words


def test_the_opd_reads_what_was_announced_and_not_what_the_office_was_reminded_of(desk: Office) -> None:
    words = words_for(desk, "opd")

    assert "surat asli belum tercatat diterima, dan permintaan akan diusulkan ditangguhkan" in words
    assert "belum mulai dikerjakan" not in words
    assert "Pengingat berikutnya" not in words


def test_the_office_reads_what_the_clock_says_next(at: At) -> None:
    desk = Office(at("analisis", "setujui"))

    assert "Pengingat berikutnya Jumat, 6 Maret 2026" in words_for(desk, "kasi")
    assert "Bagian ini belum mulai dikerjakan" in words_for(desk, "kasi")


def test_what_is_due_is_no_reminder_to_come(at: At) -> None:
    desk = Office(at("analisis", "setujui"))
    desk.road.later(days=30)

    assert "Pengingat berikutnya" not in words_for(desk, "kasi")


def test_where_nothing_comes_nothing_is_said(desk: Office) -> None:
    desk.road.pause()
    told_until(desk.road, desk.road.now + timedelta(days=60))

    assert "Pengingat berikutnya" not in words_for(desk, "kasi")


def test_a_suspension_is_entered_by_the_head_of_the_office(at: At) -> None:
    desk = Office(at("desain"))

    send_act(desk, "tangguhkan", "kadis", sebab="anggaran", keterangan="Menunggu DPA.", perkiraan="30/6/2026")

    assert desk.permintaan.waiting_on == "kominfo"
    words = words_for(desk, "opd")
    assert "Ditangguhkan, oleh Dinas Kominfo" not in words
    assert "Ditangguhkan oleh Dinas Kominfo" in words
    assert "Menunggu DPA. Sejak " in words
    tracked = desk.get("opd", f"/lacak/{desk.permintaan.kode_lacak}")
    assert "Permintaan sedang ditangguhkan oleh Dinas Kominfo." in text_of(tracked)
    assert "Ditangguhkan Oleh Dinas Kominfo" in text_of(desk.get("kasi", "/permintaan"))


def test_for_reasons_of_the_office_the_head_of_the_section_is_told_who_decides(at: At) -> None:
    desk = Office(at("desain"))

    response = send_act(
        desk, "tangguhkan", sebab="anggaran", keterangan="Menunggu DPA.", perkiraan="30/6/2026"
    )

    sentence = "Penangguhan karena kapasitas, peraturan, atau anggaran diputuskan Kepala Dinas."
    assert errors_of(response)[0] == sentence
