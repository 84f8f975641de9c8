"""PDF: does it open, how many pages has it, and each page as a picture."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from loket.files.kinds import PDF, Kind
from loket.files.problems import Unacceptable
from loket.files.readers.fitting import scale_to_fit
from loket.files.readers.picture import encoded
from loket.files.readers.sentences import DAMAGED, LOCKED

_HAIR = 0.01  # pdfium rounds a picture's size up, and a fraction of a pixel would add a white line


def examine(path: Path, _kind: Kind) -> tuple[Kind, int]:
    with _opened(path) as document, closing(_page(document, 1)):
        return PDF, len(document)


def draw(path: Path, _kind: Kind, width: int, first: int, count: int) -> Iterator[tuple[int, bytes]]:
    """Give the number and the picture of each page from `first` on, as many as there are of `count`."""
    with _opened(path) as document:
        for number in range(first, min(first + count - 1, len(document)) + 1):
            with closing(_page(document, number)) as page:
                scale = scale_to_fit(page.get_width(), page.get_height(), width)
                bitmap = page.render(scale=scale - _HAIR / page.get_width())
                yield number, encoded(bitmap.to_pil())


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise Unacceptable((LOCKED if locked else DAMAGED).format(label=PDF.label)) from error
    with closing(document):
        document.init_forms()  # a visible signature is a form field, and is not drawn without this
        yield document


def _page(document: Any, number: int) -> Any:
    try:
        return document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise Unacceptable(DAMAGED.format(label=PDF.label)) from error
