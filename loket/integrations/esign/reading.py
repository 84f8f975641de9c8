"""A PDF from anywhere, opened so that the worst it can do is to be unreadable."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from pyhanko.pdf_utils.reader import PdfFileReader

LARGEST = 64 * 1024 * 1024

for _name in ("pyhanko", "pyhanko_certvalidator"):
    # What is wrong with a signature is told to whoever asked; in the log it would be a traceback with names.
    logging.getLogger(_name).setLevel(logging.CRITICAL)


@contextmanager
def opened(pdf: bytes) -> Iterator[PdfFileReader | None]:
    """Give a reader, or None where there is nothing to read."""
    try:
        reader = PdfFileReader(io.BytesIO(pdf)) if pdf.startswith(b"%PDF-") else None
        if reader is not None:
            reader.root  # noqa: B018 - finds a missing root while it can still be said
    except Exception:  # noqa: BLE001 - a damaged file breaks the parser wherever the damage is
        reader = None
    yield reader
