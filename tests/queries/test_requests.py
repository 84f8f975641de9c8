from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from loket.models.permintaan import Permintaan
from loket.queries.keyset import Edge, key_of
from loket.queries.requests import View, Wanted, agencies, page_of_requests
from tests.cast import Road

At = Callable[..., Road]


def names(road: Road, username: str, **wanted: Any) -> list[str]:
    page = page_of_requests(
        road.actor(username),
        Wanted(**wanted),
        Edge(),
        road.now,
        agencies=agencies(),
    )
    return [row.nama_aplikasi for row in page.rows]


@pytest.fixture
def three(road: Road) -> Road:
    """Antrean at the disposisi, Retribusi in design, Arsip withdrawn; all of the same OPD."""
    for nama, place in (
        ("Antrean Daring", ""),
        ("e-Retribusi Pasar", "desain"),
        ("Arsip 100% Digital", "tarik"),
    ):
        road.submit(nama_aplikasi=nama)
        if place == "tarik":
            road.withdraw()
        elif place:
            road.walk_to(place)
            road.nomor_desain = road.nomor  # type: ignore[attr-defined]  # for the tests below
    return road


ALL = ["Arsip 100% Digital", "e-Retribusi Pasar", "Antrean Daring"]


@pytest.mark.parametrize(
    ("username", "seen"),
    (
        ("kadis", ALL),
        ("kabid", ALL),
        ("kasi", ALL),
        ("tu", ALL),
        ("opd", ALL),
        ("opd_lain", []),
        ("admin", []),
    ),
)
def test_everybody_sees_theirs_newest_first(three: Road, username: str, seen: list[str]) -> None:
    assert names(three, username) == seen


def test_the_team_sees_what_it_is_appointed_to(three: Road) -> None:
    at_design = Permintaan.objects.get(nama_aplikasi="e-Retribusi Pasar")
    inside, outside = ("analis2", "analis") if at_design.pk % 2 == 0 else ("analis", "analis2")

    assert (names(three, inside), names(three, outside)) == (["e-Retribusi Pasar"], [])


@pytest.mark.parametrize(
    ("wanted", "found"),
    (
        ({"q": "retri"}, ["e-Retribusi Pasar"]),
        ({"q": "PASAR retri"}, ["e-Retribusi Pasar"]),
        ({"q": "0001"}, ["Antrean Daring"]),
        ({"q": "apl-2026-0002"}, ["e-Retribusi Pasar"]),
        ({"q": "01"}, ["Antrean Daring"]),
        ({"q": "ar"}, ["Arsip 100% Digital"]),
        ({"q": "100%"}, ["Arsip 100% Digital"]),
        ({"q": "%%%"}, []),
        ({"q": "dukcapil daring"}, ["Antrean Daring"]),
        ({"q": "kependudukan"}, ALL),
        ({"q": "tidak ada"}, []),
        ({"status": "dibatalkan"}, ["Arsip 100% Digital"]),
        ({"status": "berjalan"}, ["e-Retribusi Pasar", "Antrean Daring"]),
        ({"langkah": "desain"}, ["e-Retribusi Pasar"]),
        ({"langkah": "desain", "status": "dibatalkan"}, []),
        ({"view": View.BERJALAN}, ["e-Retribusi Pasar", "Antrean Daring"]),
        ({"view": View.SELESAI}, []),
        ({"view": View.LEWAT_BATAS}, ["Antrean Daring"]),
    ),
)
def test_search_filters_and_views_narrow_the_list(
    three: Road, wanted: dict[str, object], found: list[str]
) -> None:
    assert names(three, "kadis", **wanted) == found


def test_a_priority_is_a_filter(three: Road) -> None:
    level = Permintaan.objects.get(nama_aplikasi="e-Retribusi Pasar").priority
    other = "rendah" if level != "rendah" else "tinggi"

    assert (names(three, "kasi", prioritas=level), names(three, "kasi", prioritas=other)) == (
        ["e-Retribusi Pasar"],
        [],
    )


def test_an_opd_is_a_filter(three: Road) -> None:
    own, other = three.people["opd"].opd_id, three.people["opd_lain"].opd_id

    assert (names(three, "kasi", opd_id=own), names(three, "kasi", opd_id=other)) == (ALL, [])


@pytest.mark.parametrize(
    ("username", "found"),
    (
        ("opd", ["e-Retribusi Pasar", "Antrean Daring"]),
        ("kadis", ["Antrean Daring"]),
        ("kabid", ["e-Retribusi Pasar"]),
        ("kasi", ["e-Retribusi Pasar"]),
        ("tu", []),
    ),
)
def test_mine_is_what_i_sent_work_on_was_given_or_have_the_turn_of(
    three: Road, username: str, found: list[str]
) -> None:
    assert names(three, username, view=View.MILIK_SAYA) == found


def test_what_is_late_for_others_is_not_late_yet_before_its_time(three: Road) -> None:
    three.now -= timedelta(days=30)

    assert names(three, "kadis", view=View.LEWAT_BATAS) == []


def test_a_list_of_many_is_read_page_by_page(road: Road) -> None:
    sent = [road.submit(nama_aplikasi=f"Aplikasi {number}").nama_aplikasi for number in range(5)]
    kadis, edge, seen = road.actor("kadis"), Edge(), []
    for _ in range(3):
        page = page_of_requests(kadis, Wanted(), edge, road.now, agencies=[], size=2)
        seen += [row.nama_aplikasi for row in page.rows]
        edge = Edge(after=key_of(page.next))

    assert seen == sent[::-1]


def test_a_page_of_the_list_costs_one_query(
    road: Road, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    analyst = road.actor("analis")
    for _ in range(2):
        with django_assert_num_queries(1):
            page = page_of_requests(analyst, Wanted(), Edge(), road.now, agencies=[])
            assert [row.opd.singkatan for row in page.rows] == ["Disdukcapil"] * len(page.rows)
        for _ in range(4):
            road.submit()
            road.walk_to("undangan")
