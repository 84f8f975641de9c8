"""The pages of the office are for admins; for everybody else they do not exist, and an admin sees nothing else."""

import pytest
from django.test import Client
from django.urls import reverse

from loket.models.kantor import HariLibur, JadwalKerja
from loket.models.opd import Opd
from tests.application.test_tokens import make
from tests.cast import Road
from tests.web.work_pages import Reader


def pages(road: Road) -> list[str]:
    user, jabatan = road.people["analis"].pk, road.people["analis"].jabatan_set.get().pk
    opd = Opd.objects.get(kode="DLH").pk
    holiday, schedule = HariLibur.objects.latest("day").pk, JadwalKerja.objects.latest("valid_from").pk
    token, _ = make(road, "analis")
    return [
        reverse("cabut_token_pengguna", args=[user, token.pk]),
        *(
            reverse(name)
            for name in ("pengguna", "pengguna_baru", "jabatan", "pengganti_baru", "opd", "opd_baru")
        ),
        *(reverse(name) for name in ("kalender", "libur_baru", "jadwal_baru", "pemeriksaan", "gitlab")),
        *(reverse(name, args=[user]) for name in ("satu_pengguna", "ubah_pengguna", "beri_jabatan")),
        *(reverse(name, args=[user]) for name in ("aktifkan_pengguna", "nonaktifkan_pengguna")),
        reverse("akhiri_jabatan", args=[user, jabatan]),
        *(reverse(name, args=[opd]) for name in ("satu_opd", "aktifkan_opd", "nonaktifkan_opd")),
        *(reverse(name, args=[holiday]) for name in ("ubah_libur", "hapus_libur")),
        reverse("akhiri_jadwal", args=[schedule]),
        reverse("tahun_lengkap", args=["2028"]),
    ]


def test_an_admin_opens_every_page_and_no_browser_keeps_it(road: Road) -> None:
    reader = Reader(road, "admin")

    answers = [reader.get(url) for url in pages(road)]

    assert {answer.status_code for answer in answers} == {200}
    assert all("no-store" in answer.headers["Cache-Control"] for answer in answers)


@pytest.mark.parametrize("username", ("kadis", "kabid", "kasi", "analis", "programmer", "tu", "opd"))
def test_for_everybody_else_there_are_no_such_pages(road: Road, username: str) -> None:
    reader = Reader(road, username)

    assert {reader.get(url).status_code for url in pages(road)} == {404}
    assert {reader.post(url).status_code for url in pages(road)} == {404}
    assert reader.post(reverse("tautan_sandi", args=[road.people["analis"].pk])).status_code == 404


def test_a_visitor_is_asked_to_sign_in(road: Road, client: Client) -> None:
    locations = {client.get(url).headers["Location"].split("?")[0] for url in pages(road)}

    assert locations == {"/masuk"}


def test_an_admin_sees_no_permintaan(road: Road) -> None:
    road.submit()
    reader = Reader(road, "admin")

    assert reader.get(f"/permintaan/{road.nomor}").status_code == 404
    assert road.nomor not in reader.get("/permintaan").content.decode()
    assert all("Antrean Daring" not in reader.get(url).content.decode() for url in pages(road))


@pytest.mark.parametrize(
    "url",
    (
        "/kantor/pengguna/999999",
        "/kantor/pengguna/999999/ubah",
        "/kantor/pengguna/999999/jabatan",
        "/kantor/pengguna/999999/nonaktifkan",
        "/kantor/pengguna/999999/token/1/cabut",
        "/kantor/pengguna/999999999999999999",
        "/kantor/pengguna/0",
        "/kantor/pengguna/x",
        "/kantor/opd/999999",
        "/kantor/opd/999999/aktifkan",
        "/kantor/kalender/libur/999999",
        "/kantor/kalender/libur/999999/hapus",
        "/kantor/kalender/jadwal/999999/akhiri",
        "/kantor/kalender?tahun=1999",
        "/kantor/kalender?tahun=x",
    ),
)
def test_what_is_not_there_is_404(road: Road, url: str) -> None:
    assert Reader(road, "admin").get(url).status_code == 404
