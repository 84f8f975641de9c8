"""An admin keeps the register of agencies."""

import pytest

from loket.models.opd import Opd
from tests.cast import Road
from tests.web.office_pages import admin, last_entry, main_form, send
from tests.web.step_desk import text_of

NEW = "/kantor/opd/baru"


def one(kode: str) -> str:
    return f"/kantor/opd/{Opd.objects.get(kode=kode).pk}"


def test_the_list_shows_every_agency_with_its_accounts(road: Road) -> None:
    words = text_of(admin(road).get("/kantor/opd"))

    assert "47 OPD aktif." in words
    assert "Dinas Kependudukan dan Pencatatan Sipil Disdukcapil DUKCAPIL 1 Aktif" in words


def test_the_list_costs_the_same_however_long_it_is(road: Road) -> None:
    reader = admin(road)
    before = reader.queries("/kantor/opd")
    Opd.objects.bulk_create(Opd(kode=f"X{n}", nama=f"Dinas {n}", singkatan=f"D{n}") for n in range(10))

    assert reader.queries("/kantor/opd") == before


def test_a_new_agency_is_registered(road: Road) -> None:
    answer = send(admin(road), NEW, nama="Dinas Pemadam Kebakaran", singkatan="Damkar", kode="DAMKAR")

    assert answer.headers["Location"] == "/kantor/opd"
    assert (Opd.objects.get(kode="DAMKAR").singkatan, last_entry().kind) == ("Damkar", "opd.created")


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(road: Road) -> None:
    answer = send(admin(road), NEW, nama="Dinas Baru", singkatan="", kode="dlh")

    assert answer.status_code == 422
    assert main_form(answer, containing="kode").answers["kode"] == ["dlh"]
    assert "Kode hanya huruf besar, angka, dan tanda hubung" in text_of(answer)
    assert "Isi singkatan." in text_of(answer)


@pytest.mark.parametrize("value", ("Dinas\x00", "Dinas\u202e", "D" * 100_000))
def test_bad_text_is_a_sentence_and_never_an_error(road: Road, value: str) -> None:
    answer = admin(road).post(NEW, nama=value, singkatan="D", kode="D")

    assert answer.status_code == 422
    assert not Opd.objects.filter(kode="D").exists()


def test_a_label_keeps_its_acronyms_inside_a_sentence(road: Road) -> None:
    answer = admin(road).post(NEW, nama="Dinas\x00", singkatan="D", kode="D")

    assert "Isian nama OPD mengandung karakter tersembunyi." in text_of(answer)


def test_an_agency_gets_another_name(road: Road) -> None:
    answer = send(admin(road), one("DLH"), nama="Dinas Lingkungan Hidup dan Kehutanan")

    assert answer.headers["Location"] == "/kantor/opd"
    assert Opd.objects.get(kode="DLH").nama == "Dinas Lingkungan Hidup dan Kehutanan"


def test_an_agency_is_deactivated_after_a_question_and_can_come_back(road: Road) -> None:
    url = one("DLH")

    assert "Permintaan yang berjalan tetap dikerjakan." in text_of(admin(road).get(f"{url}/nonaktifkan"))
    admin(road).post(f"{url}/nonaktifkan")
    assert not Opd.objects.get(kode="DLH").is_active
    assert "46 OPD aktif." in text_of(admin(road).get("/kantor/opd"))

    admin(road).post(f"{url}/aktifkan")
    assert Opd.objects.get(kode="DLH").is_active
    assert last_entry().kind == "opd.changed"
