from collections.abc import Callable
from typing import Any

import pytest

from loket.core.facts import Status
from loket.queries.keyset import cursor_of
from loket.queries.requests import PAGE
from loket.web.work.list_table import due_of_row
from tests.cast import NOW, Road
from tests.web.reading_forms import forms_on
from tests.web.step_desk import text_of
from tests.web.work_pages import Answer, Reader

At = Callable[..., Road]


@pytest.fixture
def several(road: Road) -> Road:
    """Antrean at the disposisi, Retribusi at the appointment, Arsip withdrawn."""
    for nama in ("Antrean Daring", "e-Retribusi Pasar", "Arsip 100% Digital"):
        road.submit(nama_aplikasi=nama)
        if nama.startswith("e-"):
            road.walk_to("penunjukan")
    road.withdraw()
    return road


def names(answer: Answer) -> list[str]:
    text = text_of(answer)
    known = ("Arsip 100% Digital", "e-Retribusi Pasar", "Antrean Daring")
    return [name for name in known if f"{name} APL-" in text]


def test_every_row_says_where_it_stands_who_has_it_and_until_when(several: Road) -> None:
    text = text_of(Reader(several, "kasi").get("/permintaan"))

    assert "e-Retribusi Pasar APL-2026-0002 Disdukcapil 3. Penunjukan tim Kepala Seksi" in text
    assert (
        "Arsip 100% Digital APL-2026-0003 Disdukcapil 2. Disposisi Belum ada Dibatalkan Sen, 2 Mar 2026"
        in text
    )


def test_people_of_an_opd_see_no_column_and_no_filter_of_opd(several: Road) -> None:
    answer = Reader(several, "opd").get("/permintaan")

    text = text_of(answer)
    assert "Permintaan dari Disdukcapil, yang terbaru di atas." in text
    assert "APL-2026-0001 2. Disposisi" in text
    (form,) = [form for form in forms_on(answer) if "langkah" in form.choices]
    assert "opd" not in form.choices


@pytest.mark.parametrize(
    ("query", "found"),
    (
        ({"q": "pasar"}, ["e-Retribusi Pasar"]),
        ({"q": "100%"}, ["Arsip 100% Digital"]),
        ({"status": "dibatalkan"}, ["Arsip 100% Digital"]),
        ({"langkah": "penunjukan"}, ["e-Retribusi Pasar"]),
        ({"opd": "DINKES"}, []),
        ({"opd": "DUKCAPIL", "tampilan": "berjalan"}, ["e-Retribusi Pasar", "Antrean Daring"]),
        ({"tampilan": "milik_saya"}, ["e-Retribusi Pasar"]),
        ({"prioritas": "mendesak"}, []),
    ),
)
def test_filters_live_in_the_address(several: Road, query: dict[str, str], found: list[str]) -> None:
    assert names(Reader(several, "kasi").get("/permintaan", **query)) == found


@pytest.mark.parametrize(
    "query",
    (
        {"status": "apa saja"},
        {"langkah": "'; DROP TABLE"},
        {"prioritas": "\x00"},
        {"opd": "TIDAK ADA"},
        {"tampilan": "semua-punya-saya"},
        {"sesudah": "bukan-cursor"},
        {"sebelum": "\u202e"},
        {"halaman": "9"},
        {"q": "\x00\u202e"},
    ),
)
def test_what_the_list_does_not_offer_is_no_filter(several: Road, query: dict[str, str]) -> None:
    answer = Reader(several, "kasi").get("/permintaan", **query)

    assert (answer.status_code, len(names(answer))) == (200, 3)


def test_a_search_of_a_hundred_thousand_characters_finds_nothing_and_breaks_nothing(several: Road) -> None:
    answer = Reader(several, "kasi").get("/permintaan", q="x" * 100_000)

    assert (answer.status_code, names(answer)) == (200, [])


def test_the_form_shows_the_filters_that_are_on(several: Road) -> None:
    answer = Reader(several, "kasi").get("/permintaan", q="arsip", status="dibatalkan", opd="DUKCAPIL")

    (form,) = [form for form in forms_on(answer) if "langkah" in form.choices]
    wanted = {
        "q": ["arsip"],
        "status": ["dibatalkan"],
        "opd": ["DUKCAPIL"],
        "langkah": [""],
        "prioritas": [""],
    }
    assert {name: form.answers[name] for name in wanted} == wanted


def test_a_view_keeps_the_filters_and_a_filter_keeps_the_view(several: Road) -> None:
    content = (
        Reader(several, "kasi").get("/permintaan", status="berjalan", tampilan="berjalan").content.decode()
    )

    assert 'href="/permintaan?tampilan=lewat_batas&amp;status=berjalan"' in content
    assert 'href="/permintaan?tampilan=berjalan"' in content


@pytest.mark.parametrize(
    ("query", "sentence", "link"),
    (
        (
            {"opd": "DINKES"},
            "Tidak ada permintaan yang cocok dengan saringan OPD: Dinas Kesehatan. Hapus saringan OPD",
            '<a class="tbl" href="/permintaan">',
        ),
        (
            {"q": "tidak ada", "status": "selesai"},
            "saringan Kata: tidak ada dan Status: Selesai. Hapus saringan Kata",
            '<a class="tbl" href="/permintaan?status=selesai">',
        ),
        (
            {"tampilan": "selesai"},
            "Tidak ada permintaan pada tampilan Selesai. Lihat semua permintaan",
            '<a class="tbl" href="/permintaan">',
        ),
    ),
)
def test_an_empty_list_names_the_filter_to_remove(
    several: Road, query: dict[str, str], sentence: str, link: str
) -> None:
    answer = Reader(several, "kasi").get("/permintaan", **query)

    assert sentence in text_of(answer)
    assert link in answer.content.decode()


@pytest.mark.parametrize(
    ("username", "sentence"),
    (
        ("opd", "Belum ada permintaan. Ajukan permintaan"),
        ("kasi", "Belum ada permintaan."),
        ("admin", "Akun admin tidak melihat permintaan."),
    ),
)
def test_a_list_without_any_permintaan_says_why(road: Road, username: str, sentence: str) -> None:
    assert sentence in text_of(Reader(road, username).get("/permintaan"))


def test_nobody_meets_in_the_list_what_is_not_theirs(several: Road) -> None:
    assert names(Reader(several, "opd_lain").get("/permintaan")) == []
    assert names(Reader(several, "opd_lain").get("/permintaan", q="antrean", opd="DUKCAPIL")) == []
    assert names(Reader(several, "admin").get("/permintaan")) == []


def test_a_long_list_is_turned_page_by_page_and_back(road: Road) -> None:
    for number in range(PAGE + 2):
        road.submit(nama_aplikasi=f"Aplikasi ke {number}")
    reader = Reader(road, "kadis")

    first = reader.get("/permintaan")
    second = reader.get(_link(first, "next"))
    again = reader.get(_link(second, "prev"))

    assert [text_of(answer).count("APL-2026-") for answer in (first, second, again)] == [PAGE, 2, PAGE]
    assert [_link(second, "next"), _link(again, "prev"), _link(again, "next")] == [
        "",
        "",
        _link(first, "next"),
    ]


def test_a_cursor_keeps_the_filters(road: Road) -> None:
    for number in range(PAGE + 1):
        road.submit(nama_aplikasi=f"Aplikasi ke {number}")

    link = _link(Reader(road, "kadis").get("/permintaan", q="aplikasi"), "next")

    assert link.startswith("/permintaan?q=aplikasi&sesudah=")


def _link(answer: Answer, rel: str) -> str:
    before, found, _ = answer.content.decode().partition(f'" rel="{rel}">')
    return before.rpartition('href="')[2].replace("&amp;", "&") if found else ""


def test_a_cursor_behind_the_last_row_shows_the_first_page(several: Road) -> None:
    answer = Reader(several, "kasi").get("/permintaan", sesudah=cursor_of(several.people["kasi"]))

    assert answer.status_code == 200


@pytest.mark.parametrize("status", [status for status in Status if not status.is_open])
def test_what_has_ended_says_how_and_when(several: Road, status: Status) -> None:
    row: Any = several.permintaan
    row.status, row.ended_at = status.value, NOW

    label = due_of_row(row, None, NOW)  # type: ignore[arg-type]  # the calendar is not asked

    assert (label.text, label.detail, label.kind) == (status.label, "Sen, 2 Mar 2026", "beres")


def test_a_returned_letter_waits_for_its_opd(road: Road) -> None:
    road.submit()
    road.step(outcome="dikembalikan")

    assert "Menunggu kelengkapan Dari OPD" in text_of(Reader(road, "kasi").get("/permintaan"))


@pytest.mark.parametrize(("username", "queries"), (("kasi", 5), ("analis", 5), ("opd", 5)))
def test_the_whole_page_costs_the_same_with_one_and_with_three_rows(
    at: At, username: str, queries: int
) -> None:
    road = at("undangan")
    username = road.performer() if username == "analis" else username
    one = Reader(road, username).queries("/permintaan")
    for _ in range(4):
        road.submit()
        road.walk_to("undangan")

    several = Reader(road, username).queries("/permintaan", q="antrean", status="berjalan")
    assert (one, several) == (queries, queries)
