"""SOPs that no office has, and what stands on the pages of one."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pypdfium2

from loket.core.sop import Sop
from loket.documents.sop_document import Alur, Naskah, Sel, SopDocument
from loket.documents.sop_pdf import Tata, laid_out
from loket.documents.sop_printed import printed
from loket.documents.sop_sheet import HEIGHT, SIDE, TOP
from loket.sop.definition import shipped


def squashed(text: str) -> str:
    return "".join(text.split())


def with_step(key: str, **changed: Any) -> Sop:
    sop = shipped()
    return dataclasses.replace(sop, steps={**sop.steps, key: dataclasses.replace(sop.step(key), **changed)})


def with_parts(**changed: Any) -> Sop:
    """The shipped SOP with other dates, signer or text around its table."""
    sop = shipped()
    return dataclasses.replace(sop, document={**sop.document, **changed})


def laid(naskah: Naskah, sop: Sop | None = None) -> Tata:
    return laid_out(printed(sop or shipped(), naskah, with_nip=True))


def long_document(rows: int) -> SopDocument:
    """The literal print with its rows over and over."""
    document = printed(shipped(), Naskah.ASLI, with_nip=True)
    some = document.baris[1:-1]
    return dataclasses.replace(
        document,
        baris=tuple(dataclasses.replace(some[at % len(some)], no=str(at + 1)) for at in range(rows)),
        alur=tuple(Alur(at, at + 1) for at in range(rows - 1)),
    )


def cells_on_the_pages(pdf: bytes, tata: Tata) -> Iterator[tuple[str, Sel]]:
    """Read each row where it was to be set: its number and its cells, cut out of the page by their edges."""
    pages = list(pypdfium2.PdfDocument(pdf))[-len(tata.pages) :]
    edges, lanes = tata.lembar.edges, tata.lembar.lanes
    columns = (0, 1, *range(2 + lanes, 6 + lanes))
    for at, (page, halaman) in enumerate(zip(pages, tata.pages, strict=True)):
        top = TOP + tata.header_height + (tata.title_height if at == 0 else 0)
        text = page.get_textpage()
        for petak in halaman.petak:
            upper = HEIGHT - top - petak.top + petak.above
            cells = [
                text.get_text_bounded(
                    SIDE + edges[column], upper - petak.full_height, SIDE + edges[column + 1], upper
                )
                for column in columns
            ]
            yield cells[0].strip(), Sel(*map(squashed, cells[1:]))
