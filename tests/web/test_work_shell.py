from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from loket.models.kantor import Kantor
from loket.models.permintaan import Permintaan
from loket.models.user import Jabatan, User
from tests.cast import Road
from tests.web.work_pages import Reader, menu_of

At = Callable[..., Road]


@pytest.mark.parametrize(
    ("username", "menu"),
    (
        ("opd", ["Tugas Saya", "Permintaan", "Register surat", "Ajukan permintaan", "SOP"]),
        ("tu", ["Tugas Saya", "Permintaan", "Papan", "Register surat", "Ajukan permintaan", "SOP"]),
        (
            "kadis",
            ["Tugas Saya", "Permintaan", "Papan", "Register surat", "Keadaan kahar", "Revisi SOP", "SOP"],
        ),
        ("analis", ["Tugas Saya", "Permintaan", "Papan", "Register surat", "SOP"]),
        (
            "admin",
            [
                "Tugas Saya",
                "Pengguna",
                "Jabatan",
                "OPD",
                "Naskah",
                "Sambungan GitLab",
                "Kalender kerja",
                "Revisi SOP",
                "SOP",
            ],
        ),
    ),
)
def test_the_menu_leads_where_a_role_has_something_to_do(road: Road, username: str, menu: list[str]) -> None:
    assert menu_of(Reader(road, username).get("/tugas")) == menu


def test_the_menu_counts_what_is_mine_and_says_when_something_is_late(at: At) -> None:
    road = at("penunjukan")
    on_time = menu_of(Reader(road, "kasi").get("/permintaan"))[0]
    Permintaan.objects.update(due_at=road.now - timedelta(minutes=1))

    assert on_time == "Tugas Saya 1"
    assert menu_of(Reader(road, "kasi").get("/permintaan"))[0] == "Tugas Saya 1 , ada yang lewat batas"


@pytest.mark.parametrize(("url", "current"), (("/tugas", "Tugas Saya"), ("/permintaan", "Permintaan")))
def test_the_menu_marks_where_one_is(road: Road, url: str, current: str) -> None:
    menu = Reader(road, "kasi").get(url).content.decode().partition('aria-label="Utama"')[2]

    marked = menu.partition('aria-current="page"')[2].partition("</a>")[0]
    assert marked.endswith(current)


def test_a_deputy_is_named_as_deputy(road: Road) -> None:
    Jabatan.objects.filter(user=road.people["kabid"]).delete()
    Jabatan.objects.create(
        user=road.people["kabid"],
        role="kepala_dinas",
        kind="plh",
        nomor_surat="800/12/2026",
        from_date=date(2026, 1, 1),
        until_date=date(2026, 12, 31),
    )

    assert "Plh. Kepala Dinas" in Reader(road, "kabid").get("/tugas").content.decode()


def test_whoever_holds_no_position_is_told_so(road: Road) -> None:
    Jabatan.objects.filter(user=road.people["kasi"]).delete()

    answer = Reader(road, "kasi").get("/tugas")

    assert "Belum memegang jabatan" in answer.content.decode()
    assert "Anda belum memegang jabatan, jadi belum ada tugas." in answer.content.decode()


def test_a_demo_account_works_under_a_sign_that_says_so(road: Road) -> None:
    demo = Reader(road, "kasi").get("/tugas").content.decode()
    User.objects.update(is_demo=False)
    real = Reader(road, "kasi").get("/tugas").content.decode()

    assert ("rekaan" in demo, "rekaan" in real) == (True, False)


def test_an_sop_without_a_date_is_named_on_every_page(road: Road) -> None:
    assert "SOP belum ditetapkan tanggal berlakunya" in Reader(road, "kasi").get("/akun").content.decode()


def test_the_office_offers_whatsapp_only_on_a_mobile_number(road: Road) -> None:
    mobile = Reader(road, "kasi").get("/tugas").content.decode()
    Kantor.objects.update(phone="+62351895123")
    fixed = Reader(road, "kasi").get("/tugas").content.decode()

    assert ("wa.me" in mobile, "wa.me" in fixed, "tel:+62351895123" in fixed) == (True, False, True)


@pytest.mark.parametrize(
    "url", ("/tugas", "/permintaan", "/permintaan/APL-2026-0001", "/pemberitahuan", "/akun")
)
def test_whoever_is_not_signed_in_is_asked_to_sign_in_first(road: Road, client: Client, url: str) -> None:
    answer = client.get(url)

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/masuk?next={url}")


@pytest.mark.parametrize(
    "url", ("/tugas", "/permintaan", "/permintaan/APL-2026-0001", "/pemberitahuan", "/akun")
)
def test_reading_pages_take_no_posts(road: Road, url: str) -> None:
    road.submit()

    assert Reader(road, "opd").post(url).status_code == 405
