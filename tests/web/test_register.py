from typing import Any

import pytest
from django.test import Client

from tests.cast import Road
from tests.letters import State, draft, ended, issued, signer
from tests.web.reading_forms import forms_on
from tests.web.step_desk import text_of
from tests.web.work_pages import Answer, Reader, menu_of


@pytest.fixture
def several(road: Road) -> Road:
    """Three letters out, the second void; one letter in, which has come to the division."""
    road.submit()
    road.step()
    signer(issued(road, 1), road)
    ended(issued(road, 2), State.DIBATALKAN, road)
    issued(road, 3, jenis="notulen", hal="Notulen 100% lengkap", cara="aplikasi")
    draft(road)
    return road


def urut(answer: Answer) -> list[int]:
    text = text_of(answer)
    return [number for number in (3, 2, 1) if f"No. urut {number} " in text]


def test_a_line_of_the_book_out_says_what_is_known_of_the_letter(several: Road) -> None:
    answer = Reader(several, "tu").get("/register")

    text = text_of(answer)
    assert (
        "000.1.5/1/403.000/SURAT_UNDANGAN/2026 No. urut 1 2 Mar 2026 Surat undangan Undangan rapat 1"
        f" Kepada Kepala Dinas Kependudukan {several.people['kadis'].nama} Kepala Dinas Kominfo Berlaku"
    ) in text
    assert "Notulen 100% lengkap Kepada Kepala Dinas Kependudukan Disetujui dalam aplikasi Berlaku" in text
    assert 'href="/naskah/' in answer.content.decode()


def test_a_line_of_the_book_in_says_where_the_letter_came_from_and_went(several: Road) -> None:
    text = text_of(Reader(several, "tu").get("/register", buku="masuk"))

    assert "1/2026 2 Mar 2026 Dinas Kependudukan dan Pencatatan Sipil B/500.12/118/403.112/2026" in text
    assert "27 Feb 2026 Permintaan pengadaan aplikasi APL-2026-0001" in text
    assert f"{several.people['kabid'].nama} Oleh Kepala Dinas" in text


def test_a_letter_that_nobody_has_passed_on_says_so(road: Road) -> None:
    road.submit()

    assert "Belum didisposisikan" in text_of(Reader(road, "tu").get("/register", buku="masuk"))


@pytest.mark.parametrize(
    ("query", "found"),
    (
        ({}, [3, 2, 1]),
        ({"keadaan": "dibatalkan"}, [2]),
        ({"jenis": "notulen"}, [3]),
        ({"q": "100%"}, [3]),
        ({"tahun": "2026", "bulan": "3"}, [3, 2, 1]),
        ({"bulan": "4"}, []),
        ({"tahun": "1900"}, [3, 2, 1]),
        ({"bulan": "13", "keadaan": "konsep", "jenis": "tanda_terima"}, [3, 2, 1]),
        ({"q": "\x00", "sesudah": "bukan-cursor", "buku": "'; DROP"}, [3, 2, 1]),
    ),
)
def test_filters_live_in_the_address_and_what_is_not_offered_is_none(
    several: Road, query: dict[str, str], found: list[int]
) -> None:
    assert urut(Reader(several, "kasi").get("/register", **query)) == found


def test_nothing_found_says_why_and_how_to_go_on(several: Road) -> None:
    answer = Reader(several, "tu").get("/register", q="tidak-ada")

    assert "Tidak ada surat yang cocok dengan saringan Kata: tidak-ada." in text_of(answer)
    assert "/register/unduh/" not in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "sentence"), (({}, "Belum ada surat keluar."), ({"buku": "masuk"}, "Belum ada surat masuk."))
)
def test_an_empty_book_says_what_will_fill_it(road: Road, query: dict[str, str], sentence: str) -> None:
    assert sentence in text_of(Reader(road, "tu").get("/register", **query))


@pytest.mark.parametrize(("username", "seen"), (("opd", [3, 2, 1]), ("opd_lain", []), ("analis", [])))
def test_people_find_their_own_letters_only(several: Road, username: str, seen: list[int]) -> None:
    assert urut(Reader(several, username).get("/register")) == seen


def test_an_admin_has_no_book(several: Road) -> None:
    reader = Reader(several, "admin")

    assert "Akun ini tidak melihat surat permintaan." in text_of(reader.get("/register"))
    assert not [line for line in menu_of(reader.get("/akun")) if line.endswith("Register surat")]


def test_the_menu_leads_there_and_a_visitor_has_to_sign_in(several: Road) -> None:
    answer = Reader(several, "tu").get("/register")

    assert [line for line in menu_of(answer) if line.endswith("Register surat")]
    for path in ("/register", "/register/unduh/csv"):
        assert Client().get(path)["Location"].startswith("/masuk?next=")


def test_the_form_keeps_what_was_chosen(several: Road) -> None:
    answer = Reader(several, "tu").get("/register", jenis="notulen", tahun="2026")

    (form,) = [form for form in forms_on(answer) if "jenis" in form.choices]
    assert (form.answers["jenis"], form.answers["tahun"]) == (["notulen"], ["2026"])


@pytest.mark.parametrize("buku", ("", "masuk"))
def test_three_lines_cost_what_one_does(road: Road, buku: str) -> None:
    costs = []
    for urut in (1, 2, 3):
        road.submit()
        road.step()
        signer(issued(road, urut), road)
        if urut != 2:
            costs.append(Reader(road, "tu").queries("/register", buku=buku))

    assert costs[0] == costs[1]


def test_hostile_text_stays_text(road: Road) -> None:
    road.submit(perihal="<script>alert(2)</script>")
    issued(road, 1, hal="<script>alert(1)</script>", tujuan='"><img src=x>\u202e')
    reader = Reader(road, "tu")

    pages: list[Any] = [reader.get("/register"), reader.get("/register", buku="masuk", q="<b>")]

    for page in (*pages, reader.get("/register", buku="masuk")):
        assert "<script>alert" not in page.content.decode()
        assert "<img src=x" not in page.content.decode()
