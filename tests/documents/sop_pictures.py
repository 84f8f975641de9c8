"""Pages as pictures, beside those that were looked at and kept: `python -m tests.documents.sop_pictures` keeps new ones."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from loket.documents.sop_document import Naskah
from loket.documents.sop_pdf import document_pdf, newest_date, sop_pdf
from loket.sop.definition import shipped
from loket.sop.related import related, related_numbers
from loket.sop.related_print import printed_related

GOLDEN = Path(__file__).with_name("golden")
DPI = 40
CLEARLY = 64  # of 255 greys
BOUND = 20
"""How many dots of a page may clearly differ from the kept one; a box of the flowchart has about 50."""


def prints() -> Iterator[tuple[str, bytes]]:
    """Every document that Loket ships, by its name."""
    for naskah in Naskah:
        yield f"sop-{naskah}", sop_pdf(shipped(), naskah)
    for nomor in related_numbers():
        document = printed_related(related(nomor), shipped())
        yield nomor.lower(), document_pdf(document, dated=newest_date(shipped()))


def picture(pdf: bytes) -> Image.Image:
    """All pages, one below the other."""
    pages = [page.render(scale=DPI / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]
    whole = Image.new("L", (max(page.width for page in pages), sum(page.height for page in pages)), 255)
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height
    return whole


def difference(name: str, pdf: bytes) -> int:
    """The dots that clearly differ on the page that differs most, all of them where even the size is another."""
    kept, drawn = Image.open(GOLDEN / f"{name}.png"), picture(pdf)
    if kept.size != drawn.size:
        return kept.width * kept.height
    apart = ImageChops.difference(kept, drawn).point(lambda grey: 255 if grey > CLEARLY else 0)
    count = len(pypdfium2.PdfDocument(pdf))
    height = apart.height // count
    pages = (apart.crop((0, height * at, apart.width, height * (at + 1))) for at in range(count))
    return max(page.histogram()[255] for page in pages)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, pdf in prints():
        picture(pdf).save(GOLDEN / f"{name}.png", optimize=True)
        print(name)
