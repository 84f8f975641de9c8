"""What is typed is kept for its writer."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from loket.models.diskusi import Draft
from loket.models.pengerjaan import Pengerjaan
from tests.cast import NOW, Road
from tests.web.submission.filling import CHECK, CONTACT, NEED, START, draft_of, fill, page, signed_in, text_of


def test_the_clock_of_the_first_step_runs_since_the_first_saved_draft(
    opd: Client, road: Road, at_a_fixed_time: time_machine.Traveller
) -> None:
    opd.post("/permintaan/baru/draf?halaman=kebutuhan", {"nama_aplikasi": "Antrean"})
    at_a_fixed_time.shift(timedelta(minutes=7))
    fill(opd, road)
    at_a_fixed_time.shift(timedelta(minutes=1))

    opd.post(CHECK)

    assert Pengerjaan.objects.get(step="surat").available_at == NOW


def test_a_draft_is_kept_while_typing_and_shown_again(opd: Client, road: Road) -> None:
    answer = opd.post(
        "/permintaan/baru/draf?halaman=kebutuhan", {"nama_aplikasi": "Antre", "wanted_date": "kam"}
    )

    form = opd.get(page("kebutuhan")).context["form"]

    assert answer.json() == {"saved_at": "09.00"}
    assert (form["nama_aplikasi"].value(), form["wanted_date"].value(), form.is_bound) == (
        "Antre",
        "kam",
        False,
    )
    assert "Draf Anda tersimpan" in text_of(opd.get(START))


def test_a_draft_of_one_page_leaves_the_other_pages_alone(opd: Client, road: Road) -> None:
    fill(opd, road)

    opd.post("/permintaan/baru/draf?halaman=narahubung", {"pic_nama": "Lain"})

    kept = draft_of(road)
    assert kept is not None
    assert (kept.fields["pic_nama"], kept.fields["nama_aplikasi"]) == (["Lain"], [NEED["nama_aplikasi"]])


def test_a_draft_keeps_the_answers_of_the_page_and_nothing_else(opd: Client, road: Road) -> None:
    opd.post(
        "/permintaan/baru/draf?halaman=narahubung",
        {"pic_nama": "A", "opd_id": "1", "csrfmiddlewaretoken": "x"},
    )

    kept = draft_of(road)
    assert kept is not None
    assert set(kept.fields) == set(CONTACT)


def test_saving_for_later_judges_nothing(opd: Client, road: Road) -> None:
    answer = opd.post(page("kebutuhan"), {"nama_aplikasi": "Antre", "simpan": "1"})

    assert answer["Location"] == START
    assert "Draf tersimpan pukul 09.00." in text_of(opd.get(START))


def test_a_draft_can_be_thrown_away(opd: Client, road: Road) -> None:
    fill(opd, road)

    answer = opd.post("/permintaan/baru/hapus")

    assert (answer["Location"], draft_of(road)) == (START, None)


def test_a_draft_belongs_to_its_writer(opd: Client, road: Road) -> None:
    fill(opd, road)

    assert "Belum ada draf." in text_of(signed_in(road, "opd_lain").get(START))


def test_the_start_leads_back_to_the_first_unfinished_page(opd: Client, road: Road) -> None:
    opd.post(page("kebutuhan"), NEED)
    first = opd.get(START).context["next_url"]
    fill(opd, road)

    assert (first, opd.get(START).context["next_url"]) == (page("surat"), CHECK)


@pytest.mark.parametrize("path", ("draf", "draf?halaman=x", "draf?halaman=periksa"))
def test_a_draft_of_a_page_that_does_not_exist_is_not_found(opd: Client, path: str) -> None:
    assert opd.post(f"{START}/{path}", {"nama_aplikasi": "A"}).status_code == 404


def test_whoever_is_not_signed_in_keeps_no_draft(client: Client, road: Road) -> None:
    answer = client.post("/permintaan/baru/draf?halaman=kebutuhan", {"nama_aplikasi": "A"})

    assert (answer.status_code, Draft.objects.count()) == (401, 0)
