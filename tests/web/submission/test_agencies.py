"""Who may send a request, for which agency, and what they are shown of other requests."""

import pytest
from django.test import Client

from loket.models.diskusi import Draft
from loket.models.entry import Entry
from loket.models.kantor import Counter
from loket.models.opd import Opd
from loket.models.permintaan import Permintaan
from loket.models.surat import Surat
from tests.cast import Road
from tests.web.submission.filling import (
    CHECK,
    NEED,
    START,
    draft_of,
    errors_of,
    fill,
    page,
    signed_in,
    text_of,
)


def test_the_front_desk_is_not_its_own_contact(clerk: Client) -> None:
    assert clerk.get(page("narahubung")).context["form"]["pic_nama"].value() is None


@pytest.mark.parametrize("path", (START, page("kebutuhan"), CHECK))
def test_whoever_is_not_signed_in_is_sent_to_sign_in(client: Client, road: Road, path: str) -> None:
    assert client.get(path)["Location"] == f"/masuk?next={path}"


@pytest.mark.parametrize("username", ("kadis", "kabid", "kasi", "analis", "programmer", "admin"))
def test_whoever_may_not_send_is_told_so_politely_and_changes_nothing(road: Road, username: str) -> None:
    client = signed_in(road, username)

    shown = client.get(START)
    statuses = {
        client.get(page("kebutuhan")).status_code,
        client.post(page("kebutuhan"), NEED).status_code,
        client.post("/permintaan/baru/draf?halaman=kebutuhan", NEED).status_code,
        client.post(CHECK).status_code,
    }

    assert (shown.status_code, statuses) == (403, {403})
    assert "Bagian ini dikerjakan oleh OPD atau Tata Usaha." in text_of(shown)
    assert (Draft.objects.count(), Permintaan.objects.count()) == (0, 0)


def test_an_agency_that_was_closed_meanwhile_cannot_send(opd: Client, road: Road) -> None:
    fill(opd, road)
    Opd.objects.filter(pk__in=[road.people["opd"].opd_id]).update(is_active=False)
    entries = Entry.objects.count()

    answer = opd.post(CHECK)

    assert (answer.status_code, "Pilih OPD yang mengajukan permintaan." in text_of(answer)) == (422, True)
    assert (Permintaan.objects.count(), Counter.objects.count(), Entry.objects.count()) == (0, 0, entries)
    assert draft_of(road) is not None


def test_the_front_desk_sends_for_the_agency_it_chooses(clerk: Client, road: Road) -> None:
    fill(clerk, road, "tu", opd="dinas kesehatan", kanal="whatsapp")

    clerk.post(CHECK)

    permintaan = Permintaan.objects.get()
    assert (permintaan.opd.nama, permintaan.created_by) == ("Dinas Kesehatan", road.people["tu"])
    assert Surat.objects.get().kanal == "whatsapp"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    (
        ("", "Pilih OPD yang mengajukan permintaan."),
        ("Dinas Antariksa", "OPD ini tidak ada di daftar. Ketik sebagian namanya, lalu pilih dari daftar."),
    ),
)
def test_an_agency_that_is_not_known_is_asked_for(
    clerk: Client, road: Road, typed: str, sentence: str
) -> None:
    answer = clerk.post(page("kebutuhan"), {**NEED, "opd": typed})

    assert errors_of(answer) == {"opd": [sentence]}


def test_several_agencies_that_fit_are_named(clerk: Client, road: Road) -> None:
    answer = clerk.post(page("kebutuhan"), {**NEED, "opd": "pariwisata"})
    several = clerk.post(page("kebutuhan"), {**NEED, "opd": "dinas"})

    assert answer["Location"] == page("surat")
    assert errors_of(several)["opd"][0].startswith("Beberapa OPD cocok: ")
    assert errors_of(several)["opd"][0].endswith(", dan lainnya. Ketik nama yang lengkap.")


def test_the_front_desk_finds_every_agency_in_the_list(clerk: Client, road: Road) -> None:
    text = text_of(clerk.get(page("kebutuhan")))

    assert [opd.nama for opd in Opd.objects.filter(is_active=True) if f'value="{opd.nama}"' not in text] == []


def test_an_agency_cannot_send_for_another(opd: Client, road: Road) -> None:
    fill(opd, road, opd="Dinas Kesehatan", opd_id=str(road.people["opd_lain"].opd_id), kanal="langsung")

    opd.post(CHECK)

    assert Permintaan.objects.get().opd_id == road.people["opd"].opd_id
    assert Surat.objects.get().kanal == "loket"


def test_a_similar_request_of_the_same_agency_is_pointed_out(opd: Client, road: Road) -> None:
    road.submit(nama_aplikasi="Antrean Puskesmas Darling")
    fill(opd, road)

    text = text_of(opd.get(CHECK))

    assert "Mirip dengan permintaan yang sudah ada" in text
    assert f'href="/permintaan/{road.nomor}">Antrean Puskesmas Darling' in text


def test_the_requests_of_other_agencies_are_not_given_away_as_similar(road: Road) -> None:
    road.submit(nama_aplikasi=NEED["nama_aplikasi"])
    other = signed_in(road, "opd_lain")
    fill(other, road, "opd_lain")

    text = text_of(other.get(CHECK))

    assert "Mirip" not in text
    assert road.nomor not in text


def test_the_front_desk_sees_similar_requests_of_all_agencies(clerk: Client, road: Road) -> None:
    road.submit(nama_aplikasi=NEED["nama_aplikasi"])
    fill(clerk, road, "tu", opd="Dinas Kesehatan", kanal="langsung")

    assert road.nomor in text_of(clerk.get(CHECK))
