"""The end of a permintaan on the pages: why, where to instead, and by what letter."""

from collections.abc import Callable

import pytest

from loket.models.penutupan import Penutupan
from tests.cast import Road
from tests.web.act_pages import send_act, words_for
from tests.web.step_desk import Office, errors_of, text_of

At = Callable[..., Road]
ALIHKAN = {"tujuan": "SRIKANDI", "kontak": "srikandi.arsip.go.id", "alasan": "Sudah ada aplikasi umum."}


@pytest.fixture
def desk(at: At) -> Office:
    return Office(at("undangan"))


def test_a_redirected_opd_reads_where_it_finds_what_it_needs(desk: Office) -> None:
    response = send_act(desk, "alihkan", "kasi", **ALIHKAN)

    assert response.headers["Location"] == f"/permintaan/{desk.road.nomor}"
    words = words_for(desk, "opd")
    assert "Permintaan dialihkan pada " in words
    assert "Alasan: Sudah ada aplikasi umum. Tujuan: SRIKANDI (srikandi.arsip.go.id)." in words


def test_so_does_the_bearer_of_the_tracking_code_without_the_reason(desk: Office) -> None:
    send_act(desk, "alihkan", "kasi", **ALIHKAN)

    words = text_of(desk.get("opd", f"/lacak/{desk.permintaan.kode_lacak}"))

    assert "Permintaan dialihkan ke SRIKANDI (srikandi.arsip.go.id) pada " in words
    assert "Sudah ada aplikasi umum." not in words


def test_a_refusal_comes_with_what_can_be_done_instead(desk: Office) -> None:
    send_act(
        desk, "tolak", "kabid", alasan="Kapasitas tahun ini habis.", saran="Ajukan kembali pada Januari 2027."
    )

    words = words_for(desk, "opd")
    assert "Alasan: Kapasitas tahun ini habis. Saran: Ajukan kembali pada Januari 2027." in words
    assert "Berhenti di langkah 5 dari 12" in words
    assert "Jeda permintaan" not in words_for(desk, "kasi")


def test_an_opd_cancels_with_the_number_of_its_letter(desk: Office) -> None:
    send_act(
        desk,
        "batalkan",
        "opd",
        alasan="Anggaran dialihkan.",
        surat_nomor="B/7/403.112/2026",
        surat_tanggal="1/3/2026",
        dipakai_ulang="on",
    )

    assert Penutupan.objects.get().dipakai_ulang
    assert "Alasan: Anggaran dialihkan. Surat B/7/403.112/2026, 1 Maret 2026." in words_for(desk, "analis")


def test_what_is_missing_comes_back_with_what_was_typed(desk: Office) -> None:
    response = send_act(desk, "alihkan", "kasi", tujuan="KEEPME")

    assert response.status_code == 422
    assert errors_of(response) == ["Isi kontak di tujuan.", "Isi alasan pengalihan."]
    assert "KEEPME" in response.content.decode()


def test_a_head_of_section_reads_why_it_is_not_hers_to_decline_any_more(at: At) -> None:
    desk = Office(at("analisis"))

    assert "Penghentian diputuskan Kepala Dinas." in words_for(desk, "kasi")
