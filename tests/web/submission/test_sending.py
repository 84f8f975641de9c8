"""A new request, from the first page of questions to the receipt."""

from datetime import date, timedelta

import pytest
from django.test import Client

from loket.models.diskusi import Draft
from loket.models.permintaan import Permintaan
from loket.models.surat import Surat
from loket.web.submission.summary import EMPTY
from tests.cast import NOW, Road
from tests.web.submission.filling import (
    CHECK,
    CONTACT,
    LETTER,
    NEED,
    START,
    draft_of,
    fill,
    page,
    signed_in,
    text_of,
    upload,
)


def test_the_start_page_says_what_is_needed_and_that_there_is_no_draft(opd: Client) -> None:
    text = text_of(opd.get(START))

    assert "Siapkan lebih dahulu" in text
    assert "Belum ada draf." in text
    assert f'href="{page("kebutuhan")}"' in text


def test_the_pages_lead_from_one_to_the_next_and_to_the_check(opd: Client, road: Road) -> None:
    answers = [
        opd.post(page("kebutuhan"), NEED),
        opd.post(page("surat"), {**LETTER, "berkas_id": upload(road)}),
        opd.post(page("narahubung"), CONTACT),
    ]

    assert [(answer.status_code, answer["Location"]) for answer in answers] == [
        (302, page("surat")),
        (302, page("narahubung")),
        (302, CHECK),
    ]


def test_sending_gives_a_number_a_code_and_a_receipt(opd: Client, road: Road) -> None:
    fill(opd, road)

    answer = opd.post(CHECK)

    permintaan = Permintaan.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/permintaan/{permintaan.nomor}/tanda-terima")
    assert (permintaan.nomor, permintaan.opd, permintaan.at_step) == (
        "APL-2026-0001",
        road.people["opd"].opd,
        "disposisi",
    )
    assert (permintaan.nama_aplikasi, permintaan.wanted_date) == (NEED["nama_aplikasi"], date(2026, 9, 1))
    assert permintaan.pic_phone == "+6281234567890"
    surat = Surat.objects.get()
    assert (surat.nomor_surat, surat.kanal, surat.version.upload.name) == (
        LETTER["nomor_surat"],
        "loket",
        "surat.pdf",
    )
    assert draft_of(road) is None


def test_the_receipt_names_number_code_next_step_and_its_limit(opd: Client, road: Road) -> None:
    fill(opd, road)

    text = text_of(opd.get(opd.post(CHECK)["Location"]))

    permintaan = Permintaan.objects.get()
    assert permintaan.nomor in text
    assert permintaan.kode_lacak in text
    assert "Kepala Dinas: disposisikan surat permintaan, waktu baku ±10 menit." in text
    assert "Batasnya Senin, 2 Maret 2026 pukul 09.10 WIB." in text
    assert "Antar surat asli ke Dinas Kominfo." in text


@pytest.mark.parametrize(
    ("username", "status"), (("opd", 200), ("kasi", 200), ("opd_lain", 404), ("admin", 404))
)
def test_a_receipt_is_for_those_who_see_the_permintaan(road: Road, username: str, status: int) -> None:
    road.submit()

    assert signed_in(road, username).get(f"/permintaan/{road.nomor}/tanda-terima").status_code == status


def test_a_draft_older_than_the_calendar_can_still_be_sent(opd: Client, road: Road) -> None:
    fill(opd, road)
    Draft.objects.update(begun_at=NOW - timedelta(days=3000))

    assert opd.post(CHECK).status_code == 302


def test_sending_twice_makes_one_permintaan(opd: Client, road: Road) -> None:
    fill(opd, road)
    key = opd.get(CHECK).context["key"]

    answers = [opd.post(CHECK, {"kunci": key}) for _ in range(2)]

    assert {answer["Location"] for answer in answers} == {"/permintaan/APL-2026-0001/tanda-terima"}
    assert Permintaan.objects.count() == 1


def test_a_draft_that_came_back_after_it_was_sent_is_not_sent_again(opd: Client, road: Road) -> None:
    fill(opd, road)
    kept = draft_of(road)
    opd.post(CHECK)
    assert kept is not None
    kept.save(force_insert=True)

    opd.post(CHECK)

    assert Permintaan.objects.count() == 1


@pytest.mark.parametrize("key", ("", "x", "99999999999999999999", "\x00", "-1"))
def test_with_nothing_to_send_one_is_led_to_the_start(opd: Client, road: Road, key: str) -> None:
    answer = opd.post(CHECK, {"kunci": key})

    assert (answer.status_code, answer["Location"]) == (302, START)
    assert opd.get(CHECK)["Location"] == START


def test_the_key_of_somebody_else_leads_to_nothing(opd: Client, road: Road) -> None:
    fill(opd, road)
    key = opd.get(CHECK).context["key"]
    opd.post(CHECK)

    assert signed_in(road, "opd_lain").post(CHECK, {"kunci": key})["Location"] == START


def test_every_answer_on_the_check_page_can_be_changed_and_returns_there(opd: Client, road: Road) -> None:
    fill(opd, road)
    text = text_of(opd.get(CHECK))

    answer = opd.post(f"{page('kebutuhan')}?ubah=1", {**NEED, "nama_aplikasi": "Antrean Lain"})

    for name in (*NEED, *LETTER, *CONTACT, "berkas"):
        assert f"?ubah=1#id_{name}" in text
    assert answer["Location"] == CHECK
    assert "Antrean Lain" in text_of(opd.get(CHECK))


def test_the_check_page_shows_answers_as_they_were_understood(opd: Client, road: Road) -> None:
    fill(opd, road, wanted_date="lusa", pic_email="")

    text = text_of(opd.get(CHECK))

    assert "Rabu, 4 Maret 2026" in text
    assert "Surat fisik" in text
    assert "surat.pdf (2 halaman, PDF" in text
    assert EMPTY in text


def test_an_unfinished_request_says_what_is_missing_and_is_not_sent(opd: Client, road: Road) -> None:
    opd.post(page("kebutuhan"), {**NEED, "alasan": ""})

    shown, sent = opd.get(CHECK), opd.post(CHECK)

    assert (shown.status_code, sent.status_code, Permintaan.objects.count()) == (200, 422, 0)
    for answer in (shown, sent):
        assert f'href="{page("kebutuhan")}?ubah=1#id_alasan">Isi alasan permintaan.' in text_of(answer)
        assert f'href="{page("surat")}?ubah=1#id_berkas">Unggah berkas surat.' in text_of(answer)


@pytest.mark.parametrize("path", ("kebutuhan-lain", "Surat", "periksa/x", "0"))
def test_a_page_that_does_not_exist_is_not_found(opd: Client, path: str) -> None:
    assert opd.get(f"{START}/{path}").status_code == 404
