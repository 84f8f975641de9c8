"""What a reader of a PDF finds on its pages."""

import subprocess
from collections.abc import Iterator

import pypdfium2


def words(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_bounded() for page in document).split()


def letters(pdf: bytes) -> str:
    """Everything printed, without spaces and line ends: where a line breaks says nothing."""
    return "".join(words(pdf))


def pages(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def page_count(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def poppler(pdf: bytes) -> str:
    """Give what poppler's pdftotext finds, in the order in which it was written."""
    command = ("pdftotext", "-raw", "-", "-")
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def outside(pdf: bytes, *, left: float, right: float) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Give page and place of text that lies beyond the margins (in points) or off the paper."""
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_rects()):
            place = text.get_rect(index)
            if place[0] < left or place[1] < 0 or place[2] > width - right or place[3] > height:
                yield number, place
