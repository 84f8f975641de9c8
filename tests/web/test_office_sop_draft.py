"""A draft of the SOP row by row, and beside the revision before it."""

import re

import pytest

from loket.models.sop_draft import SopDraft
from loket.models.sop_revision import SopRevision
from tests.application.revising import begin, save
from tests.cast import Road
from tests.web.office_pages import last_entry, main_form
from tests.web.sop_pages import AROUND, COMPARISON, DRAFT, RELEASE, ROW, fill
from tests.web.step_desk import errors_of, text_of
from tests.web.work_pages import Reader


def test_a_row_is_changed_and_the_draft_shows_where(road: Road) -> None:
    begin(road)
    reader = Reader(road, "kasi")

    answer = fill(reader, ROW, nilai="25", keterangan="Paling lambat pukul 15.00")

    assert answer.headers["Location"] == DRAFT
    words = text_of(reader.get(DRAFT))
    assert "Langkah 2, Disposisi disimpan." in words
    assert "±25 menit" in words
    assert "Diubah Waktu baku, Keterangan" in words
    assert SopDraft.objects.get().changes["langkah"]["disposisi"] == {
        "waktu": {"nilai": 25, "satuan": "menit_kerja"},
        "keterangan": "Paling lambat pukul 15.00",
    }


def test_a_form_sent_back_unchanged_changes_nothing(road: Road) -> None:
    begin(road)
    reader = Reader(road, "kasi")

    for key in SopRevision.objects.get().rules().steps:
        assert fill(reader, f"{DRAFT}/langkah/{key}").headers["Location"] == DRAFT
    assert fill(reader, AROUND).headers["Location"] == DRAFT

    assert SopDraft.objects.get().changes == {"langkah": {}, "naskah": {}}


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(road: Road) -> None:
    begin(road)

    answer = fill(
        Reader(road, "kasi"),
        f"{DRAFT}/langkah/analisis",
        kegiatan="",
        nilai="lima belas",
        peran_kepala_seksi="",
        keterangan="Tetap tampil",
    )

    assert answer.status_code == 422
    assert errors_of(answer)[:2] == ["Isi kegiatan.", "Tulis bilangan bulat, contoh 40."]
    assert errors_of(answer)[2].startswith("Kepala Seksi Pengembangan Aplikasi mengerjakan Reviu dokumen")
    form = main_form(answer, containing="seen")
    assert (form.answers["keterangan"], form.answers["nilai"]) == (["Tetap tampil"], ["lima belas"])
    assert SopDraft.objects.get().changes == {}


@pytest.mark.parametrize("value", ("a\x00b", "a\u202eb", "k" * 100_000))
def test_bad_text_is_a_sentence_and_never_an_error(road: Road, value: str) -> None:
    begin(road)
    reader = Reader(road, "kasi")

    assert fill(reader, ROW, kegiatan=value, output=value, nilai=value).status_code == 422
    assert fill(reader, AROUND, pembuka=value, kualifikasi=value, definisi=value).status_code == 422
    assert Reader(road, "kadis").post(RELEASE, keputusan=value, seen=value).status_code == 422
    assert reader.post(ROW, peran_opd="kaisar", bagian_x="y", seen="1").status_code == 422
    assert SopDraft.objects.get().changes == {}


def test_whoever_was_slower_is_told_keeps_what_was_typed_and_may_send_again(road: Road) -> None:
    begin(road)
    reader = Reader(road, "kasi")
    form = main_form(reader.get(ROW), containing="seen")
    save(road, "desain", "kabid", keterangan="Lebih cepat")

    answer = reader.post(ROW, **{**form.answers, "nilai": "25"})

    assert answer.status_code == 422
    assert f"{road.people['kabid'].nama} menyimpan rancangan ini" in errors_of(answer)[0]
    again = main_form(answer, containing="seen")
    assert again.answers["nilai"] == ["25"]
    assert reader.post(ROW, **again.answers).status_code == 302
    assert last_entry().particulars["langkah"] == ["disposisi", "desain"]


def test_who_does_a_part_is_chosen_where_the_code_lets_them(road: Road) -> None:
    begin(road)
    reader = Reader(road, "kasi")
    url = f"{DRAFT}/langkah/prioritas"

    assert main_form(reader.get(url), containing="seen").choices["bagian_prioritas"] == [
        "kepala_seksi",
        "kepala_bidang",
        "sistem_analis",
    ]
    fill(reader, url, bagian_prioritas=["kepala_seksi", "sistem_analis"])

    assert SopDraft.objects.get().changes["langkah"]["prioritas"] == {
        "bagian": {"prioritas": ["kepala_seksi", "sistem_analis"]}
    }
    assert "bagian_kepala_dinas" not in main_form(reader.get(ROW), containing="seen").choices


def test_the_comparison_marks_words_and_names_the_permintaan_that_stay(road: Road) -> None:
    road.submit()
    begin(road)
    save(road, "disposisi", nilai=25, kegiatan="Mendisposisikan surat kepada Kepala Seksi")
    save(road, "analisis", nilai=20)

    answer = Reader(road, "kasi").get(COMPARISON)

    words, html = text_of(answer), answer.content.decode()
    assert "[dihapus: ±10 ] menit" in words.replace("±10]", "±10 ]")
    assert re.search(r'<ins class="kata"><span class="sr">\[ditambahkan: </span>±25<', html)
    assert "1 dari 1 permintaan berjalan akan mempunyai batas lain menurut revisi 1" in words
    assert "Semuanya tetap pada revisi saat diterima." in words
    assert f'href="/permintaan/{road.nomor}"' in html
    assert "2 Maret 2026, 09.10" in words
    assert "2 Maret 2026, 09.25" in words
    assert "7. Analisis" in words
    assert "menjadi ±20 hari kerja, sedangkan butir SOP-DISKOMINFO-002 seluruhnya 15 hari kerja." in words
    assert "Revisi ditetapkan Kepala Dinas." in words


def test_an_admin_reads_numbers_and_no_more_of_a_permintaan(road: Road) -> None:
    road.submit()
    begin(road)
    save(road, "disposisi", nilai=25)

    html = Reader(road, "admin").get(COMPARISON).content.decode()

    assert road.nomor in html
    assert f'href="/permintaan/{road.nomor}"' not in html
    assert "Antrean Daring" not in html


def test_a_draft_without_changes_says_so(road: Road) -> None:
    begin(road)

    words = text_of(Reader(road, "kadis").get(COMPARISON))

    assert "Isi rancangan sama dengan revisi sebelumnya." in words
    assert "Tidak ada permintaan berjalan yang batasnya akan lain" in words


@pytest.mark.parametrize("key", ("kopi", "selesai", "x" * 41, "Surat"))
def test_a_row_that_there_is_not_is_404(road: Road, key: str) -> None:
    begin(road)

    assert Reader(road, "kasi").get(f"{DRAFT}/langkah/{key}").status_code == 404
