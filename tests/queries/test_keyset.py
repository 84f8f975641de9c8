import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.models.opd import Opd
from loket.queries.keyset import LARGEST, Edge, cursor_of, key_of, page_of


@pytest.fixture
def seven(nobody: str) -> list[int]:
    """The keys of seven agencies, newest first."""
    made = Opd.objects.bulk_create(Opd(kode=f"K{n}", nama=f"Dinas {n}", singkatan=f"D{n}") for n in range(7))
    return [opd.pk for opd in reversed(made)]


def keys(edge: Edge) -> list[int]:
    return [row.pk for row in page_of(Opd.objects.all(), edge, 3).rows]


def test_pages_follow_each_other_without_gap_or_repetition(seven: list[int]) -> None:
    edge, seen = Edge(), []
    for _ in range(3):
        page = page_of(Opd.objects.all(), edge, 3)
        seen += [row.pk for row in page.rows]
        edge = Edge(after=key_of(page.next))

    assert seen == seven
    assert page.next == ""


def test_the_way_back_leads_over_the_same_pages(seven: list[int]) -> None:
    second = page_of(Opd.objects.all(), Edge(after=seven[2]), 3)
    back = page_of(Opd.objects.all(), Edge(before=key_of(second.previous)), 3)

    assert [row.pk for row in back.rows] == seven[:3]
    assert (back.previous, key_of(back.next)) == ("", seven[2])


def test_the_first_page_has_none_before_it(seven: list[int]) -> None:
    assert page_of(Opd.objects.all(), Edge(), 3).previous == ""


def test_a_page_that_holds_everything_has_none_after_it(seven: list[int]) -> None:
    assert page_of(Opd.objects.all(), Edge(), 7).next == ""


def test_behind_the_last_row_stands_the_first_page_again(seven: list[int]) -> None:
    assert keys(Edge(after=seven[-1])) == seven[:3]


def test_a_page_costs_one_query_wherever_it_is(seven: list[int], django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]  # a fixture of pytest-django
    with django_assert_num_queries(2):
        page_of(Opd.objects.all(), Edge(), 3)
        page_of(Opd.objects.all(), Edge(after=seven[3]), 3)


@given(st.integers(min_value=1, max_value=10**18 - 1))
def test_a_cursor_reads_as_the_key_it_was_written_for(pk: int) -> None:
    assert key_of(cursor_of(Opd(pk=pk))) == pk


@given(st.text(max_size=40))
def test_no_text_that_a_person_types_as_a_cursor_fails(text: str) -> None:
    key = key_of(text)

    assert key is None or 0 <= key < LARGEST


@pytest.mark.parametrize("cursor", ("", "abc", "MTI\x00", "LTU", "MS41", "4pyT", "A" * 5000))
def test_what_loket_has_not_written_is_no_cursor(cursor: str) -> None:
    assert key_of(cursor) is None
