"""The SOP's official PDF, set once for everybody who reads the same words."""

from datetime import date
from functools import lru_cache

from loket.core.sop import Sop
from loket.documents.sop_document import Naskah, SopDocument
from loket.documents.sop_pdf import document_pdf, newest_date
from loket.documents.sop_printed import printed
from loket.sop.related import RelatedSop
from loket.sop.related_print import printed_related


def sop_print(sop: Sop, naskah: Naskah, *, with_nip: bool) -> bytes:
    """One revision; a NIP tells a date of birth, so only people who are signed in may have it."""
    return _pdf(printed(sop, naskah, with_nip=with_nip), newest_date(sop))


def related_print(sop: RelatedSop, main: Sop) -> bytes:
    return _pdf(printed_related(sop, main), newest_date(main))


@lru_cache(maxsize=16)
def _pdf(document: SopDocument, dated: date) -> bytes:
    """Kept by all words of the document: other words are another PDF."""
    return document_pdf(document, dated=dated)
