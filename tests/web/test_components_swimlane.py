"""The flowchart's lines: whatever the rows, one unbroken line leads from each step to the next."""

from collections.abc import Iterator
from itertools import pairwise

from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from loket.web.components import gallery
from loket.web.components.swimlane import LANES, Row, Swimlane, connectors, draw

LANE_SETS = st.lists(st.sampled_from(LANES), min_size=1, max_size=5, unique=True).map(tuple)
Point = tuple[int, int, str]
"""Row, lane, and the place in the cell: middle, the four edges' middles, or the corners of its bottom."""


def rows_of(lane_sets: list[tuple[str, ...]]) -> list[Row]:
    last = len(lane_sets)
    return [
        Row(ke=ke, kegiatan=f"Langkah {ke}", lanes=lanes, is_start=ke == 1, is_end=ke == last)
        for ke, lanes in enumerate(lane_sets, start=1)
    ]


def crossings(rows: list[Row]) -> list[tuple[frozenset[str], ...]]:
    successors = [*rows[1:], None]
    return [
        connectors(row, after, arrives=at > 0)
        for at, (row, after) in enumerate(zip(rows, successors, strict=True))
    ]


def strokes(row: int, lane: int, classes: frozenset[str]) -> Iterator[tuple[Point, Point]]:
    """Which points of the drawing the lines of one cell join."""
    middle, bottom = (row, lane, "middle"), (row, lane, "bottom")
    left, right = (row, lane, "edge"), (row, lane + 1, "edge")
    low_left, low_right = (row, lane, "low edge"), (row, lane + 1, "low edge")
    drawn: dict[str, tuple[tuple[Point, Point], ...]] = {
        "va": (((row - 1, lane, "bottom"), middle),),
        "vb": ((middle, bottom),),
        "bk": ((low_left, bottom),),
        "bn": ((bottom, low_right),),
        "bp": ((low_left, low_right),),
        "tk": ((left, middle),),
        "tn": ((middle, right),),
    }
    for name in classes:
        yield from drawn[name]


def reachable(start: Point, rows: list[Row], only_row: int | None = None) -> set[Point]:
    lines = [
        stroke
        for at, cells in enumerate(crossings(rows))
        for lane, classes in enumerate(cells)
        for stroke in strokes(at, lane, classes)
        if only_row is None or at == only_row
    ]
    found, grown = {start}, True
    while grown:
        more = {end for line in lines for end in line if found & set(line)} - found
        grown = bool(more)
        found |= more
    return found


def shown(table: Swimlane) -> str:
    return Template("{% component table %}").render(Context({"table": table}))


def main_of(row: Row) -> int:
    return LANES.index(row.lanes[0])


@given(st.lists(LANE_SETS, min_size=2, max_size=12))
def test_every_pair_of_neighbouring_rows_is_connected(lane_sets: list[tuple[str, ...]]) -> None:
    rows = rows_of(lane_sets)
    for at in range(len(rows) - 1):
        pair = reachable((0, main_of(rows[at]), "middle"), rows[at : at + 2])
        assert (1, main_of(rows[at + 1]), "middle") in pair


@given(st.lists(LANE_SETS, min_size=1, max_size=12))
def test_all_who_take_part_in_a_row_are_joined_by_one_line(lane_sets: list[tuple[str, ...]]) -> None:
    rows = rows_of(lane_sets)
    for at, row in enumerate(rows):
        joined = reachable((at, main_of(row), "middle"), rows, only_row=at)
        assert {(at, LANES.index(lane), "middle") for lane in row.lanes} <= joined


@given(st.lists(LANE_SETS, min_size=1, max_size=12))
def test_no_line_ends_in_the_open(lane_sets: list[tuple[str, ...]]) -> None:
    """Every edge between two cells is crossed from both sides or from none."""
    for cells in crossings(rows_of(lane_sets)):
        for left, right in pairwise(cells):
            assert ("tn" in left) == ("tk" in right)
            assert bool({"bn", "bp"} & left) == bool({"bk", "bp"} & right)
        assert not {"bk", "bp", "tk"} & cells[0]
        assert not {"bn", "bp", "tn"} & cells[-1]


@given(st.lists(LANE_SETS, min_size=1, max_size=12))
def test_nothing_enters_the_first_row_or_leaves_the_last(lane_sets: list[tuple[str, ...]]) -> None:
    lines = crossings(rows_of(lane_sets))
    assert not any("va" in cell for cell in lines[0])
    assert not any({"vb", "bk", "bn", "bp"} & cell for cell in lines[-1])


def test_the_first_three_rows_of_the_sop_are_drawn_as_on_paper() -> None:
    drawn = draw(rows_of([("opd",), ("kepala_dinas",), ("kepala_seksi",)])).rows
    assert [cell.classes for cell in drawn[0].lanes] == ["jl bn vb", "jl bp", "jl bp", "jl bp", "jl akhir bk"]
    assert [cell.classes for cell in drawn[1].lanes] == ["jl", "jl", "jl", "jl bn", "jl akhir bk va vb"]
    assert [cell.shape for cell in drawn[2].lanes] == ["", "", "", "smb kapsul panah", ""]


def test_a_joint_row_is_tied_through_lanes_that_do_not_take_part() -> None:
    drawn = draw(rows_of([("kepala_seksi", "opd")])).rows
    assert [cell.classes for cell in drawn[0].lanes] == ["jl tn", "jl tk tn", "jl tk tn", "jl tk", "jl akhir"]


def test_every_symbol_says_who_and_how_far() -> None:
    html = shown(gallery.swimlane(live=True))
    assert "Pelaksana: Kadis dan Kabid, selesai" in html
    assert "Pelaksana: Sistem Analis, sedang berjalan" in html
    assert html.count('aria-current="step"') == 1
