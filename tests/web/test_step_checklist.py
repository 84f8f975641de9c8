"""The checklists in the forms of steps 7 to 9, and as others read them."""

from collections.abc import Callable

import pytest

from loket.models.periksa import ButirPeriksa
from tests.cast import Road
from tests.web.reading_forms import form_at
from tests.web.step_answers import ANSWERS, all_done
from tests.web.step_desk import Office, errors_of, text_of

At = Callable[..., Road]
SUSUN = ("analisis", "susun")


@pytest.fixture
def desk(at: At) -> Office:
    desk = Office(at(*SUSUN))
    desk.road.wait_until_possible()
    return desk


def test_the_fold_is_closed_and_counts_what_is_mandatory(desk: Office) -> None:
    page = desk.get(desk.road.performer())

    assert "Daftar periksa: 0 dari 3 butir wajib selesai" in text_of(page)
    assert '<details class="lipat">' in page.content.decode()
    assert "AN-11 Mereviu dokumen spesifikasi kebutuhan secara internal;" in text_of(page)


def test_every_open_item_leads_to_its_row_and_the_fold_is_open(desk: Office) -> None:
    answers = {**ANSWERS[SUSUN](desk), "status_AN-04": "belum", "status_AN-08": "proses"}

    response = desk.send({**answers, "keterangan_AN-08": "Menunggu data OPD"})

    content = response.content.decode()
    assert [sentence[:12] for sentence in errors_of(response)] == ["Butir AN-04 ", "Butir AN-08 "]
    assert all(f'href="#id_status_{kode}"' in content for kode in ("AN-04", "AN-08"))
    assert '<details class="lipat" open>' in content
    assert "1 dari 3 butir wajib selesai" in text_of(response)
    assert form_at(response, desk.url()).answers["keterangan_AN-08"] == ["Menunggu data OPD"]
    assert not ButirPeriksa.objects.exists()


def test_a_draft_keeps_how_far_the_items_are(desk: Office) -> None:
    typed = {"status_AN-02": "proses", "keterangan_AN-02": "Dua dari tiga", "status_AN-08": "selesai"}
    desk.post(desk.road.performer(), desk.filled(typed), desk.url() + "/draf")

    again = desk.form().answers

    assert {name: again[name] for name in typed} == {name: [value] for name, value in typed.items()}
    assert "1 dari 3 butir wajib selesai" in text_of(desk.get(desk.road.performer()))
    assert not ButirPeriksa.objects.exists()


def test_after_a_return_the_form_begins_with_what_was_handed_in_last(desk: Office) -> None:
    desk.send({**ANSWERS[SUSUN](desk), "status_AN-08": "tidak_berlaku", "keterangan_AN-08": "Kecil."})
    desk.road.step("dikembalikan")

    answers = desk.form().answers

    assert (answers["status_AN-08"], answers["keterangan_AN-08"]) == (["tidak_berlaku"], ["Kecil."])
    assert "3 dari 3 butir wajib selesai" in text_of(desk.get(desk.road.performer()))


def test_progress_on_the_checklist_outlives_the_report_of_progress(at: At) -> None:
    desk = Office(at("implementasi", "bangun"))

    desk.send({"outcome": "kemajuan", "percent": "40", "catatan": "Modul.", "status_IM-03": "proses"})

    assert desk.form().answers["status_IM-03"] == ["proses"]


@pytest.mark.parametrize("place", (("analisis", "reviu"), ("desain", "setujui"), ("implementasi", "uat")))
def test_whoever_decides_reads_the_checklist(at: At, place: tuple[str, str]) -> None:
    desk = Office(at(*place))
    nomor = {"analisis": "002", "desain": "003", "implementasi": "004"}[place[0]]

    page = desk.get(desk.road.performer())

    assert f"Daftar periksa SOP-DISKOMINFO-{nomor}" in text_of(page)
    assert f'href="/sop/SOP-DISKOMINFO-{nomor}"' in page.content.decode()
    assert " butir selesai" in text_of(page)


def test_what_was_handed_in_is_told_row_by_row(desk: Office) -> None:
    desk.send(
        {
            **ANSWERS[SUSUN](desk),
            "status_AN-07": "tidak_berlaku",
            "keterangan_AN-07": "Tidak ada <b>data</b>.",
            "status_AN-02": "proses",
        }
    )

    page = text_of(desk.get("kasi"))

    assert "8 dari 12 butir selesai, 1 tidak berlaku" in page
    assert "Tidak berlaku Tidak ada <b>data</b>." in page
    assert "AN-11 Mereviu dokumen spesifikasi kebutuhan secara internal Wajib Belum" in page


def test_nothing_is_told_before_it_is_handed_in(desk: Office) -> None:
    assert "Yang tercatat pada langkah ini" not in text_of(desk.get("kasi"))


def test_a_forged_kode_is_no_field(desk: Office) -> None:
    response = desk.send({**ANSWERS[SUSUN](desk), "status_AN-99": "selesai", "status_AN-11": "selesai"})

    assert response.status_code == 302
    assert not ButirPeriksa.objects.exclude(kode="AN-11").filter(kode__startswith="AN-9").exists()
    assert ButirPeriksa.objects.get(kode="AN-11").status == "belum"


def test_an_item_without_an_answer_is_open(desk: Office) -> None:
    answers = {**desk.filled(ANSWERS[SUSUN](desk))}
    for kode in ("AN-01", "AN-10"):
        del answers[f"status_{kode}"], answers[f"keterangan_{kode}"]

    response = desk.post(desk.road.performer(), answers)

    assert [sentence[:11] for sentence in errors_of(response)] == ["Butir AN-10"]


def test_a_stale_page_that_cannot_be_read_is_refused_with_sentences(desk: Office) -> None:
    analyst, url = desk.road.performer(), desk.url()
    stale = desk.filled({"status_AN-04": "x"})
    desk.road.walk_to("serah_terima", "siapkan")

    response = desk.post(analyst, stale, url)

    assert response.status_code == 422
    assert "Permintaan sedang di langkah 10" in text_of(response)


def test_all_of_a_checklist_can_be_done_at_once(desk: Office) -> None:
    assert len(all_done(desk)) == 10
