"""`loket sop pdf`: a shipped SOP in its official format, written to a file."""

from pathlib import Path

from loket.cli.problem import Problem
from loket.documents.sop_document import Naskah
from loket.documents.sop_pdf import document_pdf, newest_date
from loket.documents.sop_printed import printed
from loket.sop.definition import MAIN, shipped
from loket.sop.related import related
from loket.sop.related_print import printed_related


def write_pdf(nomor: str, *, complete: bool, output: Path | None) -> Path:
    """Write the PDF, to NOMOR.pdf in the current directory if no file is named; returns where it is."""
    if nomor == MAIN:
        document = printed(shipped(), Naskah.LENGKAP if complete else Naskah.ASLI, with_nip=True)
    elif complete:
        raise Problem(f"{nomor} has only one print; leave out --lengkap.")
    else:
        document = printed_related(related(nomor), shipped())
    path = output or Path(f"{nomor}.pdf")
    try:
        path.write_bytes(document_pdf(document, dated=newest_date(shipped())))
    except OSError as problem:
        raise Problem(f"{path} cannot be written: {problem.strerror}.") from None
    return path
