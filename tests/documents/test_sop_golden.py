"""The pages look as they did when somebody looked at them."""

import dataclasses

from loket.documents.sop_document import Naskah, Simbol
from loket.documents.sop_pdf import document_pdf, newest_date
from loket.documents.sop_printed import printed
from loket.sop.definition import shipped
from tests.documents.sop_pictures import BOUND, difference, prints


def test_the_pages_equal_the_kept_pictures() -> None:
    differences = {name: difference(name, pdf) for name, pdf in prints()}
    assert {name: found for name, found in differences.items() if found > BOUND} == {}
    assert len(differences) == 5


def test_one_other_symbol_is_more_than_the_bound() -> None:
    document = printed(shipped(), Naskah.ASLI, with_nip=True)
    rows = list(document.baris)
    rows[10] = dataclasses.replace(rows[10], simbol=Simbol.KEPUTUSAN)
    pdf = document_pdf(dataclasses.replace(document, baris=tuple(rows)), dated=newest_date(shipped()))
    assert BOUND < difference("sop-asli", pdf) < 10_000
