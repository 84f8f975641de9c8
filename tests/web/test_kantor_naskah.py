"""The settings of letters, for an admin."""

import pytest

from loket.models.kantor import Kantor
from loket.models.naskah import AturanNaskah
from tests.cast import Road
from tests.web.office_pages import admin, main_form, send
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

PAGE, KOP = "/kantor/naskah", "/kantor/naskah/kop"


def test_the_page_shows_the_letterhead_the_pattern_and_every_numbered_kind(road: Road) -> None:
    words = text_of(admin(road).get(PAGE))

    assert "Contoh 500.12.16.3.2/001/403.000/" in words
    assert "Surat tugas 800.1.11.1 Kepala Dinas Kepala Bidang TIK" in words
    assert "Notulen rapat teknis 000.1.5.1 Disetujui di Loket Disetujui di Loket" in words


def test_the_letterhead_is_changed_and_what_was_typed_stays_on_error(road: Road) -> None:
    refused = send(admin(road), KOP, pola_nomor="{urut}/{tahun}", alamat="Jalan Contoh 2")

    assert refused.status_code == 422
    assert "Bagian {urut} tidak dikenal." in text_of(refused)
    assert main_form(refused, containing="alamat").answers["alamat"] == ["Jalan Contoh 2"]

    assert send(admin(road), KOP, alamat="Jalan Contoh 2").headers["Location"] == PAGE
    assert Kantor.objects.get().alamat == "Jalan Contoh 2"


def test_a_kind_is_changed(road: Road) -> None:
    url = f"{PAGE}/jenis/surat_undangan"

    assert send(admin(road), url, klasifikasi="800.1.11.1").status_code == 422
    assert send(admin(road), url, klasifikasi="005", terendah="kepala_bidang").headers["Location"] == PAGE

    assert AturanNaskah.objects.get().terendah == "kepala_bidang"


def test_a_kind_that_nobody_signs_is_asked_for_its_code_alone(road: Road) -> None:
    url = f"{PAGE}/jenis/notulen"

    assert "wewenang" not in main_form(admin(road).get(url), containing="klasifikasi").choices
    assert send(admin(road), url, klasifikasi="005.2").headers["Location"] == PAGE


@pytest.mark.parametrize("jenis", ("tanda_terima", "surat_cinta"))
def test_what_has_no_number_has_no_settings(road: Road, jenis: str) -> None:
    assert admin(road).get(f"{PAGE}/jenis/{jenis}").status_code == 404


def test_a_sample_letter_shows_the_letterhead(road: Road) -> None:
    picture = admin(road).get(f"{PAGE}/contoh")

    assert (picture.headers["Content-Type"], picture.content[:4]) == ("image/png", b"\x89PNG")


@pytest.mark.parametrize("username", ("kadis", "opd"))
def test_others_find_no_such_page(road: Road, username: str) -> None:
    assert Reader(road, username).get(PAGE).status_code == 404
