"""A pause on the pages: why it rests, for whom it waits, and what may be done."""

from collections.abc import Callable
from datetime import date

import pytest

from loket.models.jeda import Jeda
from tests.cast import Road
from tests.web.act_pages import send_act, words_for
from tests.web.step_desk import Office, errors_of, text_of

At = Callable[..., Road]


@pytest.fixture
def desk(at: At) -> Office:
    return Office(at("desain"))


def test_a_head_of_section_lets_a_permintaan_rest(desk: Office) -> None:
    response = send_act(
        desk, "jeda", alasan="kementerian", catatan="Menunggu izin data kependudukan.", perkiraan="1/12/2026"
    )

    assert response.headers["Location"] == f"/permintaan/{desk.road.nomor}"
    jeda = Jeda.objects.get()
    assert (jeda.alasan, jeda.perkiraan) == ("kementerian", date(2026, 12, 1))
    assert desk.permintaan.status == "menunggu"


@pytest.mark.parametrize("username", ("kasi", "analis", "opd"))
def test_everybody_on_it_reads_why_since_when_and_until_when(desk: Office, username: str) -> None:
    send_act(
        desk, "jeda", alasan="kementerian", catatan="Menunggu izin data kependudukan.", perkiraan="1/12/2026"
    )

    words = words_for(desk, username)

    assert "Dijeda, menunggu kementerian" in words
    assert "Menunggu izin data kependudukan. Sejak " in words
    assert "Diperkirakan dilanjutkan Selasa, 1 Desember 2026." in words
    assert "Kepala Seksi Pengembangan Aplikasi menjeda permintaan" in words


def test_lists_inbox_and_tracking_say_that_it_rests(desk: Office) -> None:
    desk.road.pause()

    assert "Dijeda Menunggu OPD" in text_of(desk.get("kasi", "/permintaan"))
    assert "Dijeda Menunggu OPD" in text_of(desk.get("analis", "/tugas"))
    tracked = desk.get("opd", f"/lacak/{desk.permintaan.kode_lacak}")
    assert "Permintaan sedang dijeda, menunggu OPD." in text_of(tracked)


def test_when_it_goes_on_the_figures_name_the_pause(desk: Office) -> None:
    desk.road.pause()
    desk.road.later(days=1)

    response = send_act(desk, "lanjutkan", "analis", catatan="Daftar layanan sudah diterima.")

    assert response.status_code == 302
    words = words_for(desk, "analis")
    assert "Daftar layanan sudah diterima." in words
    assert "Dijeda 6 jam 30 menit jam kerja" in words
    assert ", menunggu OPD" in words


def test_what_is_wrong_with_a_pause_comes_back_with_what_was_typed(desk: Office) -> None:
    response = send_act(desk, "jeda", alasan="", catatan="KEEPME", perkiraan="1/2/2026")

    assert response.status_code == 422
    assert errors_of(response) == [
        "Pilih alasan jeda.",
        "Perkiraan tidak dapat sebelum hari ini, 4 Maret 2026.",
    ]
    assert "KEEPME" in response.content.decode()


def test_the_acts_that_are_not_possible_say_why(desk: Office) -> None:
    assert "Permintaan tidak sedang dijeda." in words_for(desk, "kasi")
    desk.road.pause()
    assert "Permintaan sedang dijeda." in words_for(desk, "kasi")
