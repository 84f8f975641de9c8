"""The literal print says what the office's document says, cell by cell, and nothing else."""

import dataclasses
import re

import pypdfium2
import pytest

from loket.documents.sop_document import Naskah
from loket.documents.sop_pdf import sop_pdf
from loket.documents.sop_printed import printed
from loket.sop.definition import shipped
from tests.documents.sop_samples import cells_on_the_pages, laid, squashed
from tests.sop.original import TEXT, plain, table_rows

ROWS = table_rows()
FOOTER = re.compile(r"SOP-DISKOMINFO-001,revisi0Halaman\ddari4")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return sop_pdf(shipped(), Naskah.ASLI)


def five_cells(ke: int) -> tuple[str, ...]:
    """Kegiatan, kelengkapan, waktu, output, ket: the first and the last four of a row."""
    return (ROWS[ke][0], *ROWS[ke][-4:])


def before_the_table() -> list[str]:
    """Every cell and paragraph of the document's first part, in its order."""
    head = TEXT[: TEXT.index("No\tAktivitas")]
    return [squashed(cell) for line in head.splitlines() for cell in line.split("\t") if cell.strip()]


@pytest.mark.parametrize("ke", ROWS)
def test_the_data_of_a_row_equal_the_original(ke: int) -> None:
    row = printed(shipped(), Naskah.ASLI, with_nip=True).baris[ke - 1]
    assert (row.no, *map(plain, row.sel)) == (str(ke), *five_cells(ke))


def test_each_cell_on_the_page_equals_the_original(pdf: bytes) -> None:
    read = {no: tuple(sel) for no, sel in cells_on_the_pages(pdf, laid(Naskah.ASLI))}
    assert read == {str(ke): tuple(map(squashed, five_cells(ke))) for ke in ROWS}


def test_the_headings_of_the_table_equal_the_original_on_each_of_its_pages(pdf: bytes) -> None:
    first, second = (line.split("\t") for line in TEXT[TEXT.index("No\tAktivitas") :].splitlines()[:2])
    pages = [squashed(page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(pdf)]
    for page in pages[2:]:
        missing = [cell for cell in (*first, *second) if squashed(cell) not in page]
        assert missing == []


def test_the_pages_before_the_table_say_all_of_the_original_and_nothing_else(pdf: bytes) -> None:
    pages = list(pypdfium2.PdfDocument(pdf))[:2]
    rest = FOOTER.sub("", "".join(squashed(page.get_textpage().get_text_bounded()) for page in pages))
    *cells, title_of_the_table = before_the_table()
    for cell in sorted(cells, key=len, reverse=True):
        assert cell in rest
        rest = rest.replace(cell, "", 1)
    assert (rest, title_of_the_table) == ("", squashed(shipped().nama))


def test_no_word_stands_on_the_pages_of_the_table_but_those_of_its_cells(pdf: bytes) -> None:
    document = printed(shipped(), Naskah.ASLI, with_nip=True)
    columns = document.kolom
    headings = (*dataclasses.astuple(columns), *document.lajur)
    pages = [page.get_textpage().get_text_bounded() for page in list(pypdfium2.PdfDocument(pdf))[2:]]
    letters = sum(len(FOOTER.sub("", squashed(page))) for page in pages)
    of_rows = sum(len(row.no) + len(squashed("".join(row.sel))) for row in document.baris)
    of_headings = len(squashed("".join(headings))) * len(pages) + len(squashed(document.nama))
    connectors = 2 * (len(pages) - 1)
    assert letters == of_rows + of_headings + connectors


def test_a_date_that_is_open_is_printed_open(pdf: bytes) -> None:
    page = squashed(pypdfium2.PdfDocument(pdf)[1].get_textpage().get_text_bounded())
    assert "TanggalRevisi/...../.....TanggalBerlaku/...../....." in page
