import pytest
from pytest_django import DjangoAssertNumQueries

from loket.application.notice_reading import mark_read
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.queries.notices import notice_of, page_of_notices
from tests.cast import Road


@pytest.fixture
def told(road: Road) -> Road:
    """Six notices for kadis about six letters; the second and fifth have been read."""
    for _ in range(6):
        road.submit()
        tell(road)
    for number in (1, 4):
        Pesan.objects.filter(pk=pks()[number]).update(read_at=road.now)
    return road


def tell(road: Road, username: str = "kadis") -> None:
    entry = Entry.objects.filter(permintaan__nomor=road.nomor).latest("seq")
    Pesan.objects.create(
        user=road.people[username],
        permintaan=road.permintaan,
        entry=entry,
        judul=f"Surat {road.nomor}",
        sent_at=road.now,
    )


def pks() -> list[int]:
    """In the order in which they were sent."""
    return list(Pesan.objects.order_by("pk").values_list("pk", flat=True))


def walked(road: Road, size: int) -> list[list[int]]:
    """The pages that somebody sees who goes on to the end."""
    pages, cursor = [], ""
    while True:
        page = page_of_notices(road.actor("kadis"), cursor, size)
        pages.append([row.pk for row in page.rows])
        cursor = page.next
        if not cursor:
            return pages


@pytest.mark.parametrize("size", (1, 2, 3, 4, 5, 6, 7))
def test_unread_ones_come_first_and_no_page_repeats_or_skips_one(told: Road, size: int) -> None:
    sent = pks()
    wanted = [sent[number] for number in (5, 3, 2, 0, 4, 1)]

    pages = walked(told, size)

    assert [pk for page in pages for pk in page] == wanted
    assert [len(page) for page in pages[:-1]] == [size] * (len(pages) - 1)


@pytest.mark.parametrize("cursor", ("x", "b", "bxyz", "t\x00", "tMQ\u00e9", "MQ"))
def test_a_cursor_that_is_none_shows_the_first_page(told: Road, cursor: str) -> None:
    first = page_of_notices(told.actor("kadis"), "", 2)

    assert [row.pk for row in page_of_notices(told.actor("kadis"), cursor, 2).rows] == [
        row.pk for row in first.rows
    ]


def test_nobody_reads_what_others_were_told(told: Road) -> None:
    pk = pks()[0]

    assert (notice_of(told.actor("kasi"), pk), page_of_notices(told.actor("kasi")).rows) == (None, [])
    assert notice_of(told.actor("kadis"), pk) is not None


def test_what_somebody_may_no_longer_see_is_told_no_more(road: Road) -> None:
    road.submit()
    tell(road, "opd")
    before = len(page_of_notices(road.actor("opd")).rows)
    road.people["opd"].opd_id = road.people["opd_lain"].opd_id

    assert (before, page_of_notices(road.actor("opd")).rows) == (1, [])


def test_reading_one_leaves_the_others_unread(told: Road) -> None:
    told.later(minutes=5)
    kadis, pk = told.people["kadis"].pk, pks()[0]

    assert (mark_read(kadis, told.now, pk=pk), mark_read(kadis, told.now, pk=pk)) == (1, 0)
    assert (Pesan.objects.get(pk=pk).read_at, Pesan.objects.filter(read_at=None).count()) == (told.now, 3)


def test_reading_all_reads_only_ones_own(told: Road) -> None:
    tell(told, "kasi")

    assert (mark_read(told.people["kadis"].pk, told.now), Pesan.objects.filter(read_at=None).count()) == (
        4,
        1,
    )


def test_what_was_read_keeps_the_time_when_it_was_read(told: Road) -> None:
    before = list(Pesan.objects.exclude(read_at=None).values_list("read_at", flat=True))
    told.later(minutes=5)
    mark_read(told.people["kadis"].pk, told.now)

    assert list(Pesan.objects.filter(read_at__in=before).values_list("read_at", flat=True)) == before


def test_a_page_of_notices_costs_two_queries_at_most(
    told: Road, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kadis = told.actor("kadis")

    with django_assert_num_queries(2):
        assert [row.permintaan and row.permintaan.nomor for row in page_of_notices(kadis).rows] != []
    with django_assert_num_queries(1):
        page_of_notices(kadis, "", 3)
