from datetime import timedelta

from django.contrib.sessions.models import Session
from django.test import Client

from loket.models.user import Jabatan
from tests.cast import Road
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader


def test_an_account_shows_its_person_and_positions(road: Road) -> None:
    words = text_of(Reader(road, "kasi").get("/akun"))

    assert "Nama Agung Wicaksono, S.Kom. Nama pengguna kasi NIP 198504092010011015" in words
    assert (
        "Kepala Seksi Pengembangan Aplikasi Kepala Seksi Pengembangan Aplikasi Sejak 2 Januari 2025" in words
    )


def test_an_account_of_an_agency_names_it(road: Road) -> None:
    assert "OPD Disdukcapil" in text_of(Reader(road, "opd").get("/akun"))


def test_an_account_leads_to_a_new_password(road: Road) -> None:
    assert 'href="/akun/sandi"' in Reader(road, "kasi").get("/akun").content.decode()


def test_signing_out_everywhere_ends_every_session_of_this_person_only(road: Road) -> None:
    here, there, other = Reader(road, "kasi"), Reader(road, "kasi"), Reader(road, "kadis")

    answer = here.post("/akun/keluar-semua")

    assert answer.headers["Location"] == "/masuk"
    assert [reader.get("/tugas").status_code for reader in (here, there, other)] == [302, 302, 200]
    assert Session.objects.filter(session_key=other.client.session.session_key).count() == 1


def test_signing_out_everywhere_takes_a_post_and_a_person(road: Road, client: Client) -> None:
    reader = Reader(road, "kasi")

    assert reader.get("/akun/keluar-semua").status_code == 405
    assert client.post("/akun/keluar-semua").headers["Location"].startswith("/masuk")
    assert reader.get("/tugas").status_code == 200


def test_positions_of_other_times_are_kept_apart(road: Road) -> None:
    today = road.now.date()
    Jabatan.objects.filter(user=road.people["kasi"]).update(until_date=today - timedelta(days=1))

    words = text_of(Reader(road, "kasi").get("/akun"))

    assert "Anda tidak memegang jabatan hari ini." in words
    assert "Jabatan sebelumnya dan yang akan datang" in words
    assert "Sejak 2 Januari 2025 sampai 1 Maret 2026" in words
