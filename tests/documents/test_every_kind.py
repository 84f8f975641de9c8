"""What is true of every kind of document: all fields printed, the same bytes, valid, drafts unlike what is issued."""

import datetime as dt
import json
from decimal import Decimal
from functools import cache

import pytest

from loket.documents import KONSEP, Frozen, freeze, render, render_frozen
from loket.documents.plain import grouped_nip
from loket.documents.terbilang import clock_time, date_in_words, long_date
from tests.documents.filling import leaves
from tests.documents.kinds import KINDS, OF_THE_OFFICE, STATES, in_state
from tests.documents.people import ISSUED, KODE
from tests.documents.reading import letters, pages, poppler
from tests.documents.samples import MADE_AT

every_kind = pytest.mark.parametrize("name", KINDS)
every_kind_of_the_office = pytest.mark.parametrize("name", OF_THE_OFFICE)


@cache
def printed(name: str) -> bytes:
    return render(KINDS[name], made_at=MADE_AT)


@every_kind
def test_every_field_is_found_by_poppler(name: str) -> None:
    # Only an approval prints its own time.
    document = in_state(name, STATES["aplikasi"]) if name in OF_THE_OFFICE else KINDS[name]
    text = squeezed(poppler(render(document, made_at=MADE_AT)))
    missing = [leaf for leaf in leaves(KINDS[name]) if not any(form in text for form in forms(leaf))]
    assert missing == []


@every_kind
def test_the_same_data_gives_the_same_bytes(name: str) -> None:
    frozen = freeze(KINDS[name])
    kept = Frozen(template=frozen.template, data=json.dumps(json.loads(frozen.data)))
    assert render_frozen(frozen, made_at=MADE_AT) == printed(name)
    assert letters(render_frozen(kept, made_at=MADE_AT)) == letters(printed(name))


@every_kind
def test_every_kind_declares_both_standards_and_its_title(name: str) -> None:
    pdf = printed(name)
    metadata = pdf[pdf.index(b"<x:xmpmeta") : pdf.index(b"</x:xmpmeta>")].decode()
    for declared in ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", KINDS[name].title):
        assert declared in metadata


@every_kind
def test_every_page_says_which_of_how_many_it_is(name: str) -> None:
    texts = pages(printed(name))
    numbered = [f"Halaman {number} dari {len(texts)}" for number in range(1, len(texts) + 1)]
    assert [number in text for number, text in zip(numbered, texts, strict=True)] == [True] * len(texts)


@every_kind_of_the_office
def test_a_draft_says_so_on_every_page_and_has_neither_number_nor_code(name: str) -> None:
    texts = pages(render(in_state(name, KONSEP), made_at=MADE_AT))
    whole = squeezed(" ".join(texts))
    assert all("KONSEP. Belum bernomor" in text for text in texts)
    assert squeezed(KINDS[name].nomor) not in whole
    assert "verifikasi" not in whole


@every_kind_of_the_office
@pytest.mark.parametrize("state", ("internal", "basah"))
def test_what_is_issued_carries_one_address_on_every_page_and_its_code(name: str, state: str) -> None:
    pdf = printed(name) if STATES[state] == ISSUED else render(in_state(name, STATES[state]), made_at=MADE_AT)
    for text in pages(pdf):
        assert squeezed(ISSUED.alamat) in squeezed(text)
        assert f"kode {KODE}" in text
        assert "KONSEP" not in text


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def forms(leaf: object) -> list[str]:
    """How a value may be printed."""
    match leaf:
        case None | bool():
            return [""]
        case dt.datetime():
            return [squeezed(clock_time(leaf))]
        case dt.date():
            return [squeezed(form) for form in (long_date(leaf), f"{leaf:%d/%m/%Y}", date_in_words(leaf))]
        case Decimal():
            return [f"{leaf:f}".replace(".", ",")]
        case str():
            return [squeezed(leaf), squeezed(grouped_nip(leaf))]
    return [str(leaf)]
