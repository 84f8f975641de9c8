from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from loket.core.zone import ZONE
from loket.models.naskah import Naskah
from loket.queries.keyset import Edge, Page, key_of
from loket.queries.register import (
    Wanted,
    as_it_is_now,
    disposisi_of,
    letters_in,
    letters_out,
    page_in,
    page_out,
)
from loket.queries.requests import agencies
from tests.cast import Road
from tests.letters import State, draft, ended, issued, signer


def out(
    road: Road, username: str = "tu", edge: Edge | None = None, size: int = 25, **wanted: Any
) -> Page[Naskah]:
    return page_out(letters_out(road.actor(username), Wanted(**wanted), agencies()), edge or Edge(), size)


def numbers(page: Page[Naskah]) -> list[int | None]:
    return [naskah.urut for naskah in page.rows]


def came_in(road: Road, username: str = "tu", **wanted: Any) -> Sequence[str]:
    found = page_in(letters_in(road.actor(username), Wanted(**wanted), agencies()), Edge())
    return [surat.nomor_agenda for surat in found.rows]


def test_the_book_of_letters_out_holds_what_took_a_number_the_void_included(road: Road) -> None:
    road.submit()
    issued(road, 1)
    ended(issued(road, 2), State.DIBATALKAN, road)
    issued(road, 3, jenis="tanda_terima", nomor="", urut=None)
    draft(road)

    assert numbers(out(road)) == [2, 1]


@pytest.mark.parametrize(
    ("username", "seen"), (("kasi", [1]), ("opd", [1]), ("opd_lain", []), ("analis", []), ("admin", []))
)
def test_people_see_the_letters_of_their_permintaan(road: Road, username: str, seen: list[int]) -> None:
    road.submit()
    issued(road, 1)

    assert numbers(out(road, username)) == seen
    assert len(came_in(road, username)) == len(seen)


def test_what_was_issued_last_is_on_top_even_where_its_draft_is_older(road: Road) -> None:
    road.submit()
    for urut, minutes in ((1, 30), (2, 10), (3, 20), (4, 20)):
        issued(road, urut, at=road.now + timedelta(minutes=minutes))

    pages = [out(road, size=2)]
    while pages[-1].next:
        pages.append(out(road, size=2, edge=Edge(after=key_of(pages[-1].next))))
    back = out(road, size=2, edge=Edge(before=key_of(pages[-1].previous)))

    assert [numbers(page) for page in pages] == [[1, 4], [3, 2]]
    assert numbers(back) == [1, 4]


def test_an_edge_that_is_gone_leads_to_the_first_page(road: Road) -> None:
    road.submit()
    issued(road, 1)

    assert numbers(out(road, edge=Edge(after=999_999))) == [1]


@pytest.mark.parametrize(
    ("wanted", "found"),
    (
        ({"jenis": "surat_tugas"}, [2]),
        ({"keadaan": "dibatalkan"}, [1]),
        ({"tahun": 2025}, [3]),
        ({"tahun": 2025, "bulan": 12}, [3]),
        ({"tahun": 2026, "bulan": 3}, [2, 1]),
        ({"tahun": 2026, "bulan": 1}, []),
        ({"q": "arsip"}, [2]),
        ({"q": "dukcapil"}, [2, 1, 3]),
        ({"q": "surat_tugas"}, [2]),
        ({"q": "ar"}, [2]),
        ({"q": "100%"}, [2]),
        ({"q": "tidak ada"}, []),
    ),
)
def test_letters_are_found_by_what_is_known_of_them(
    road: Road, wanted: dict[str, Any], found: list[int]
) -> None:
    road.submit()
    ended(issued(road, 1), State.DIBATALKAN, road)
    issued(road, 2, jenis="surat_tugas", hal="Arsip 100% Digital", tujuan="")
    issued(road, 3, at=datetime(2025, 12, 31, 23, 59, tzinfo=ZONE), nomor="LAMA/3")

    assert numbers(out(road, **wanted)) == found


def test_the_book_of_letters_in_is_in_the_order_of_its_agenda(road: Road) -> None:
    for _ in range(3):
        road.submit()

    assert came_in(road) == ["3/2026", "2/2026", "1/2026"]


def test_a_letter_that_was_completed_keeps_its_place_and_shows_what_it_says_now(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")
    road.resend(perihal="Permintaan aplikasi antrean")
    found = page_in(letters_in(road.actor("tu"), Wanted(), agencies()), Edge())

    (first,) = found.rows
    assert (first.nomor_agenda, as_it_is_now(first).perihal) == ("1/2026", "Permintaan aplikasi antrean")
    assert first.received_at < as_it_is_now(first).received_at
    assert [one.outcome for one in disposisi_of(first)] == ["dikembalikan"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    (
        ({"q": "118"}, ["1/2026"]),
        ({"q": "pengadaan"}, ["1/2026"]),
        ({"q": "1/2026"}, ["1/2026"]),
        ({"q": "kependudukan"}, ["1/2026"]),
        ({"q": "lain"}, []),
        ({"tahun": 2026, "bulan": 3}, ["1/2026"]),
        ({"tahun": 2025}, []),
    ),
)
def test_letters_in_are_found_by_what_is_known_of_them(
    road: Road, wanted: dict[str, Any], found: list[str]
) -> None:
    road.submit()

    assert came_in(road, **wanted) == found


@pytest.mark.parametrize("count", (1, 3))
def test_a_page_costs_the_same_whatever_it_holds(
    road: Road, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for urut in range(1, count + 1):
        road.submit()
        road.step()
        signer(issued(road, urut), road)
    actor, offered = road.actor("tu"), agencies()

    with django_assert_num_queries(2):
        outgoing = page_out(letters_out(actor, Wanted(), offered), Edge())
        told = [party.nama for naskah in outgoing.rows for party in naskah.tandatangan_set.all()]
    with django_assert_num_queries(3):
        incoming = page_in(letters_in(actor, Wanted(), offered), Edge())
        given = [(as_it_is_now(one).permintaan.opd.nama, disposisi_of(one)) for one in incoming.rows]

    assert (len(told), len(given)) == (count, count)
