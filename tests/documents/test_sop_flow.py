"""The flowchart: symbols in their performers' columns, lines at right angles that touch no text, paired connectors."""

import dataclasses
import math
import re
from collections.abc import Iterator

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket.core.process import Position, position_named
from loket.core.role import Role
from loket.core.sop import Sop
from loket.documents.sop_document import Alur, Baris, Naskah, Sel, Simbol
from loket.documents.sop_flow import Gambar, Garis, letter, ways_beside
from loket.documents.sop_gates import OR, gates_of
from loket.documents.sop_pages import Halaman
from loket.documents.sop_pdf import Tata, laid_out, sop_pdf
from loket.documents.sop_sheet import INNER_HEIGHT, MARGIN, SIDE, Lembar
from loket.sop.definition import shipped
from tests.documents.sop_samples import laid, long_document

Box = tuple[float, float, float, float]
LAID = {naskah: laid(naskah) for naskah in Naskah}
WORD_WIDTH, WORD_HEIGHT = {"Ya": 8.6, "Tidak": 17.2}, 5.0
CLEAR = 1.5
"""Points between a word and the middle of any line of the flowchart."""
EVERY = pytest.mark.parametrize("tata", (*LAID.values(), laid_out(long_document(70))), ids=(*Naskah, "long"))


def symbols(page: Halaman, lembar: Lembar) -> Iterator[Box]:
    for petak in page.petak:
        width, height = lembar.size(petak.potongan.baris.simbol)
        for lane in petak.potongan.baris.lajur:
            x, y = lembar.center(lane), petak.middle
            yield x - width / 2, y - height / 2, x + width / 2, y + height / 2


def segments(lines: list[Garis]) -> Iterator[Box]:
    for line in lines:
        for (ax, ay), (bx, by) in zip(line.titik, line.titik[1:], strict=False):
            yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def overlap(one: Box, other: Box) -> bool:
    """Whether they share more than an edge."""
    near = 0.01
    return (
        one[0] < other[2] - near
        and other[0] < one[2] - near
        and one[1] < other[3] - near
        and other[1] < one[3] - near
    )


@EVERY
def test_lines_run_upright_or_level_and_only_in_the_columns_of_performers(tata: Tata) -> None:
    left, right = tata.lembar.edges[2], tata.lembar.edges[2 + tata.lembar.lanes]
    for page, gambar in zip(tata.pages, tata.drawn, strict=True):
        for ax, ay, bx, by in segments(gambar.garis):
            assert ax == bx or ay == by
            assert left < ax <= bx < right
            assert 0 < ay <= by < page.height


@EVERY
def test_no_line_crosses_a_symbol(tata: Tata) -> None:
    for page, gambar in zip(tata.pages, tata.drawn, strict=True):
        boxes = list(symbols(page, tata.lembar))
        assert [line for line in segments(gambar.garis) for box in boxes if overlap(line, box)] == []


@EVERY
def test_each_symbol_but_the_first_is_entered_from_above_by_an_arrow(tata: Tata) -> None:
    for page, gambar in zip(tata.pages, tata.drawn, strict=True):
        heads = {line.titik[-1] for line in gambar.garis if line.panah}
        for petak in page.petak:
            row = petak.potongan
            height = tata.lembar.size(row.baris.simbol)[1]
            top = tata.lembar.center(row.baris.lajur[0]), petak.middle - height / 2
            assert (top in heads) is (row.row > 0)


@EVERY
def test_connectors_stand_in_pairs_at_the_end_of_a_page_and_at_the_top_of_the_next(tata: Tata) -> None:
    tops = [{one.huruf: one for one in gambar.segilima if one.y == MARGIN} for gambar in tata.drawn]
    ends = [{one.huruf: one for one in gambar.segilima if one.y > MARGIN} for gambar in tata.drawn]
    assert (list(tops[0]), list(ends[-1])) == ([], [])
    for end, top in zip(ends, tops[1:], strict=False):
        assert end
        assert end.keys() == top.keys()
    letters = [huruf for end in ends for huruf in end]
    assert sorted(letters, key=lambda huruf: (len(huruf), huruf)) == [
        letter(at) for at in range(len(letters))
    ]


def test_a_connector_stands_in_the_column_that_the_flow_leaves_and_in_the_one_it_enters() -> None:
    tata = LAID[Naskah.ASLI]
    (end,), (top,) = (gambar.segilima for gambar in tata.drawn)
    before, after = tata.pages[0].petak[-1].potongan.baris, tata.pages[1].petak[0].potongan.baris
    assert (end.x, top.x) == (tata.lembar.center(before.lajur[0]), tata.lembar.center(after.lajur[0]))


def test_letters_go_on_after_z() -> None:
    assert [letter(at) for at in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_the_literal_print_begins_and_ends_with_capsules_and_decides_nothing() -> None:
    shapes = [row.simbol for row in LAID[Naskah.ASLI].document.baris]
    assert shapes == [Simbol.KAPSUL, *[Simbol.KOTAK] * 10, Simbol.KAPSUL]


def test_performers_of_one_row_are_joined_by_a_line() -> None:
    tata = LAID[Naskah.ASLI]
    (page,) = (at for at, one in enumerate(tata.pages) if any(p.potongan.row == 5 for p in one.petak))
    (meeting,) = (one for one in tata.pages[page].petak if one.potongan.row == 5)
    level = [line for line in tata.drawn[page].garis if {y for _, y in line.titik} == {meeting.middle}]
    assert (sorted(meeting.potongan.baris.lajur), len(level)) == ([0, 1, 2], 2)


def test_a_decision_has_two_exits_and_no_leads_back() -> None:
    document = LAID[Naskah.LENGKAP].document
    decisions = [at for at, row in enumerate(document.baris) if row.simbol is Simbol.KEPUTUSAN]
    exits = {at: {way.label: way.ke for way in document.alur if way.dari == at} for at in decisions}
    assert len(decisions) == 12
    for at, ways in exits.items():
        assert (ways["Ya"], set(ways)) == (at + 1, {"Ya", "Tidak"})
        assert ways["Tidak"] < at


def test_each_bagian_that_may_send_back_is_drawn_as_a_decision() -> None:
    rows = {row.sel.kegiatan.partition(":")[0]: row for row in LAID[Naskah.LENGKAP].document.baris}
    sending_back = [
        part
        for step in shipped().steps.values()
        for part in step.bagian.values()
        if {"dikembalikan", "ditolak", "rapat_lagi"} & set(part.outcomes)
    ]
    assert len(sending_back) == 12
    assert {rows[part.nama].simbol for part in sending_back} == {Simbol.KEPUTUSAN}


def test_a_decision_says_where_each_of_its_outcomes_leads() -> None:
    (row,) = (row for row in LAID[Naskah.LENGKAP].document.baris if row.no == "2a")
    assert row.sel.keterangan.splitlines() == [
        "Ya (diteruskan): ke baris 2b.",
        "Atau (sampai di seksi): ke baris 3.",
        "Tidak (dikembalikan): kembali ke baris 1.",
    ]


def test_only_a_third_exit_and_a_choice_that_only_leads_on_are_not_drawn() -> None:
    """As the help of `loket sop pdf` says; the BPMN has a gateway for both."""
    sop, gates = shipped(), gates_of(shipped())
    third = [here for here, gate in gates.items() if OR in gate.exits.values()]
    undrawn = [
        Position(step.key, key)
        for step in sop.steps.values()
        for key, part in step.bagian.items()
        if len({position_named(sop, to) for to in part.outcomes.values()} - {Position(step.key, key)}) > 1
        and Position(step.key, key) not in gates
    ]
    assert third == [Position("disposisi", "kepala_dinas")]
    assert undrawn == [Position("status_gitlab", "ubah")]


def with_outcomes(step: str, part: str, **outcomes: str) -> Sop:
    sop = shipped()
    row = sop.step(step)
    changed = dataclasses.replace(row.bagian[part], outcomes=outcomes)
    changed_step = dataclasses.replace(row, bagian={**row.bagian, part: changed})
    return dataclasses.replace(sop, steps={**sop.steps, step: changed_step})


def test_a_no_that_ends_leads_down_to_the_end() -> None:
    tata = laid(Naskah.LENGKAP, with_outcomes("analisis", "setujui", disetujui="desain", ditolak="selesai"))
    rows = tata.document.baris
    (at,) = (at for at, row in enumerate(rows) if row.no == "7b")
    assert Alur(at, len(rows) - 1, "Tidak") in tata.document.alur
    assert "Tidak (ditolak): ke Selesai." in rows[at].sel.keterangan


def test_a_decision_without_a_column_of_its_own_stands_in_that_of_its_step() -> None:
    sop = shipped()
    step = sop.step("desain")
    front_desk = dataclasses.replace(step.bagian["reviu"], pelaksana=(Role.TATA_USAHA,))
    step = dataclasses.replace(step, bagian={**step.bagian, "reviu": front_desk})
    document = laid(Naskah.LENGKAP, dataclasses.replace(sop, steps={**sop.steps, "desain": step})).document
    (row,) = (row for row in document.baris if row.no == "8a")
    assert row.lajur == (1,)


def test_ways_that_overlap_run_on_tracks_of_their_own_and_ways_to_one_row_share_one() -> None:
    rows = [Baris(no=str(at), sel=Sel(""), lajur=(0,)) for at in range(8)]
    ways = [Alur(3, 0, "Tidak"), Alur(4, 0, "Tidak"), Alur(5, 2, "Tidak"), Alur(7, 6, "Tidak")]
    tracks = {row: track for (row, _), track in ways_beside(rows, ways, Lembar(1)).items()}
    assert tracks[0] != tracks[2]
    assert len(tracks) == 3
    assert tracks[6] == 0


def words_at_exits(tata: Tata) -> Iterator[tuple[Halaman, Gambar, Box]]:
    for page, gambar in zip(tata.pages, tata.drawn, strict=True):
        for word in gambar.tanda:
            left = word.x - (WORD_WIDTH[word.kata] if word.rata == "kanan" else 0)
            yield page, gambar, (left, word.y, left + WORD_WIDTH[word.kata], word.y + WORD_HEIGHT)


def assert_words_stand_clear(tata: Tata) -> None:
    """On no line, on no edge of a cell, and off the slopes of every decision of their page."""
    for page, gambar, (left, top, right, bottom) in words_at_exits(tata):
        around = (left - CLEAR, top - CLEAR, right + CLEAR, bottom + CLEAR)
        assert [line for line in segments(gambar.garis) if overlap(line, around)] == []
        assert not any(left - 1 < edge < right + 1 for edge in tata.lembar.edges)
        assert not any(top - 1 < one.top - one.above < bottom + 1 for one in page.petak)
        for ax, ay, bx, by in symbols(page, tata.lembar):
            x, y, half_x, half_y = (ax + bx) / 2, (ay + by) / 2, (bx - ax) / 2, (by - ay) / 2
            near_x = max(abs((left + right) / 2 - x) - (right - left) / 2, 0) / half_x
            near_y = max(abs((top + bottom) / 2 - y) - (bottom - top) / 2, 0) / half_y
            assert (near_x + near_y - 1) / math.hypot(1 / half_x, 1 / half_y) > CLEAR


def test_the_words_at_the_exits_touch_nothing() -> None:
    tata = LAID[Naskah.LENGKAP]
    assert len(list(words_at_exits(tata))) == 24
    assert_words_stand_clear(tata)


def test_the_word_of_an_exit_that_leads_to_the_end_stands_clear_too() -> None:
    ending = with_outcomes("analisis", "setujui", disetujui="desain", ditolak="selesai")
    assert_words_stand_clear(laid(Naskah.LENGKAP, ending))


def test_the_words_at_the_exits_are_as_large_and_as_wide_as_is_reckoned_with() -> None:
    found = []
    for page in pypdfium2.PdfDocument(sop_pdf(shipped(), Naskah.LENGKAP)):
        text = page.get_textpage()
        whole = text.get_text_range()
        for match in re.finditer(r"^(Ya|Tidak)\r?$", whole, re.MULTILINE):
            size = pypdfium2.raw.FPDFText_GetFontSize(text, match.start())
            boxes = [text.get_charbox(at) for at in range(match.start(1), match.end(1))]
            assert size >= 7
            assert boxes[-1][2] - boxes[0][0] <= WORD_WIDTH[match[1]]
            assert max(box[3] for box in boxes) - min(box[1] for box in boxes) <= WORD_HEIGHT + 0.5
            found.append(match[1])
    assert (found.count("Ya"), found.count("Tidak")) == (12, 12)


@pytest.mark.parametrize("naskah", Naskah)
def test_no_letter_in_the_flowchart_stands_on_the_edge_of_a_column(naskah: Naskah) -> None:
    """The words at the exits of decisions are the only text there that no cell keeps in place."""
    tata = LAID[naskah]
    edges = [SIDE + edge for edge in tata.lembar.edges]
    for page in list(pypdfium2.PdfDocument(sop_pdf(shipped(), naskah)))[-len(tata.pages) :]:
        text = page.get_textpage()
        top = page.get_height() - 110
        for at in range(text.count_chars()):
            left, _, right, upper = text.get_charbox(at)
            if 60 < upper < top and right > left:
                assert not any(left < edge < right for edge in edges), text.get_text_range(at, 1)


ROLES = st.sampled_from([role for lajur in shipped().lajur for role in lajur.roles])


def performed_by(*, leads: list[Role], others: list[set[Role]], remark: str) -> Sop:
    """The shipped SOP with other people at every row and every decision."""
    sop, lead = shipped(), iter(leads)
    steps = {}
    for (key, step), more in zip(sop.steps.items(), others, strict=True):
        parts = {
            name: dataclasses.replace(part, pelaksana=(next(lead),)) for name, part in step.bagian.items()
        }
        performers = dict.fromkeys((*parts[step.first_bagian].pelaksana, *sorted(more)))
        steps[key] = dataclasses.replace(step, bagian=parts, pelaksana=tuple(performers), keterangan=remark)
    return dataclasses.replace(sop, steps=steps)


@settings(max_examples=6, deadline=None)
@given(
    leads=st.lists(ROLES, min_size=23, max_size=23),
    others=st.lists(st.sets(ROLES, max_size=3), min_size=12, max_size=12),
    remark=st.sampled_from(("", "lihat " * 60)),
)
def test_whoever_a_revision_names_no_line_crosses_a_symbol_and_no_page_is_overfull(
    leads: list[Role], others: list[set[Role]], remark: str
) -> None:
    tata = laid(Naskah.LENGKAP, performed_by(leads=leads, others=others, remark=remark))
    for page, gambar in zip(tata.pages, tata.drawn, strict=True):
        title = tata.title_height if page is tata.pages[0] else 0
        assert page.height + tata.header_height + title <= INNER_HEIGHT
        boxes = list(symbols(page, tata.lembar))
        assert [line for line in segments(gambar.garis) for box in boxes if overlap(line, box)] == []
    assert_words_stand_clear(tata)
