"""Whatever is typed into whichever field of whichever document: it is printed as typed, inside the margins."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket.documents import Hadirin, Petugas, Undangan, render
from loket.documents.plain import drawn
from tests.documents.filling import cleared, filled, filled_in_turn, leaves, shortened, text_fields
from tests.documents.kinds import KINDS, OF_THE_OFFICE, STATES, in_state
from tests.documents.people import AGENCY
from tests.documents.reading import letters, outside, pages
from tests.documents.samples import MADE_AT

POINTS_PER_CM = 72 / 2.54
HANGING = 7
"""By so many points a comma or a space may hang over the edge of the text."""
MARGINS = {"left": 2.8 * POINTS_PER_CM - HANGING, "right": 2 * POINTS_PER_CM - HANGING}
WIDE_MARGINS = {"left": 1.8 * POINTS_PER_CM - HANGING, "right": 1.8 * POINTS_PER_CM - HANGING}
TEXTS = {
    "markup": '#panic("x") *b* $x$ @ref <label>',
    "accents": "Ŝrī Ñgawén Ǿlåf Đặng Hủyền Žižka ẞß Ț",
    "a long word": "W" * 90 + "/a1" * 30,
    "half a page": "Kebutuhan layanan dan data warga. " * 12,
}
FOOTER = re.compile(r"(naskahinidisetujui.*)?halaman\d+dari\d+")
SHORT = 100
"""Longer ones go on on the next page, cells of one row in turn."""
MANY = 60
ENDINGS = (
    ("surat_dinas", "isi", "Isi naskah."),
    ("nota_dinas", "isi", "Isi naskah."),
    ("surat_tugas", "untuk", "Surat tugas ini berlaku"),
    ("bast", "ketentuan_lain", "Demikian berita acara ini"),
    ("berita_acara_uat", "catatan", "Demikian berita acara ini"),
    ("serah_terima_tugas", "akses", "Demikian berita acara ini"),
    ("lembar_reviu", "catatan", "Diterima dengan perbaikan"),
    ("laporan_pendampingan", "hasil", "Demikian laporan ini"),
    ("notulen", "kesimpulan", "Rapat ditutup"),
)
"""Kind, what grows in it, and the words that the signature belongs to."""
SIGNED = re.compile(r"NIP \d{8} \d{6} \d \d{3}(?!.*selanjutnya disebut)", re.DOTALL)
"""The signature, and not the paragraph that names the parties."""
PAGES_OF_TEXT = 15_000
"""Characters of which a page holds at most a third."""
KILOBYTES = 100_000


def made(document: Any) -> bytes:
    return render(document, made_at=MADE_AT)


def margins(name: str) -> dict[str, float]:
    return WIDE_MARGINS if name in {"daftar_naskah", "daftar_surat"} else MARGINS


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", KINDS)
def test_any_text_in_every_field_is_printed_as_typed_inside_the_margins(name: str, text: str) -> None:
    document = filled(in_state(name, STATES["aplikasi"]), text)  # every field is printed: the approval's too
    pdf = made(document)
    fields, whole = sum(isinstance(leaf, str) for leaf in leaves(document)), body(pdf)
    assert len(whole) >= fields * len(squeezed(text))
    if len(text) < SHORT:
        assert whole.count(squeezed(text)) >= fields
    assert list(outside(pdf, **margins(name))) == []


@pytest.mark.parametrize("name", OF_THE_OFFICE)
def test_a_title_of_five_hundred_characters_in_every_field_leaves_room_to_sign(name: str) -> None:
    title = ("Pengembangan aplikasi pelayanan terpadu " * 13)[:500]
    document = filled(in_state(name, STATES["basah"]), title)
    assert list(outside(made(document), **margins(name))) == []


@pytest.mark.parametrize("name", KINDS)
def test_a_document_without_anything_optional_is_set(name: str) -> None:
    pdf = made(cleared(KINDS[name]))
    assert list(outside(pdf, **margins(name))) == []
    assert "None" not in letters(pdf)


def fields_once() -> Iterator[Any]:
    """Each text field of a few kinds; one that several have is set by the same template, so it comes once."""
    seen: set[str] = set()
    for name in ("surat_dinas", "daftar_hadir"):
        for at, field in enumerate(text_fields(shortened(in_state(name, STATES["aplikasi"])))):
            if field not in seen:
                seen.add(field)
                yield pytest.param(name, at, id=field)


@pytest.mark.parametrize(("name", "place"), tuple(fields_once()))
def test_pages_of_text_in_any_field_are_printed_in_full(name: str, place: int) -> None:
    words = [f"k{n:05}" for n in range(PAGES_OF_TEXT // 7)]
    document = shortened(in_state(name, STATES["aplikasi"]))
    texts = (" ".join(words) if at == place else "isi" for at in itertools.count())
    found = re.findall(r"k\d{5}", body(made(filled_in_turn(document, texts))))
    assert sorted(set(found)) == words


def test_a_hundred_kilobytes_of_text_are_printed_in_full() -> None:
    words = [f"k{n:05}" for n in range(KILOBYTES // 7)]
    memo = replace(KINDS["nota_dinas"], isi=(" ".join(words),), hal=" ".join(words))
    found = re.findall(r"k\d{5}", body(made(memo)))
    assert [found.count(word) for word in (words[0], words[-1])] == [2, 2]
    assert sorted(set(found)) == words


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(KINDS)), st.text(max_size=120))
def test_no_text_stops_the_printing_of_any_kind(name: str, text: str) -> None:
    assert made(filled(KINDS[name], text)).startswith(b"%PDF-1.7")


def test_sixty_people_fill_pages_that_repeat_the_head_of_the_table() -> None:
    people = tuple(
        Hadirin(nama=f"Peserta {n:02}", jabatan="Pelaksana", instansi=AGENCY.instansi, keterangan="Hadir")
        for n in range(MANY)
    )
    texts = pages(made(replace(KINDS["daftar_hadir"], peserta=people)))
    assert len(texts) > 2
    rows = [text for text in texts if "Peserta" in text]
    assert all("Tanda tangan" in text for text in rows)
    assert all(person.nama in "".join(texts) for person in people)


def test_sixty_invitees_and_sixty_on_the_team_are_all_printed() -> None:
    names = [f"Nama {n:02}" for n in range(MANY)]
    invitation = replace(KINDS["surat_undangan"], undangan=tuple(Undangan(nama=nama) for nama in names))
    order = replace(KINDS["surat_tugas"], kepada=tuple(Petugas(nama=nama, jabatan="Staf") for nama in names))
    for document in (invitation, order):
        text = letters(made(document))
        assert [nama for nama in names if squeezed(nama) not in squeezed(text)] == []


def test_hundreds_of_rows_repeat_the_head_of_the_register() -> None:
    register = KINDS["daftar_naskah"]
    rows = tuple(replace(register.baris[n % 12], urut=n) for n in range(1, 401))
    texts = pages(made(replace(register, baris=rows)))
    assert len(texts) > 20
    assert all("Penanda tangan" in text for text in texts if "Wibawa" in text)


@pytest.mark.parametrize(("name", "growing", "last"), ENDINGS, ids=[name for name, _, _ in ENDINGS])
@pytest.mark.parametrize("state", ("basah", "aplikasi"))
def test_a_signature_never_stands_alone_on_a_page(name: str, growing: str, last: str, state: str) -> None:
    document = in_state(name, STATES[state])

    @cache
    def pages_with(lines: int) -> list[str]:
        return pages(made(replace(document, **{growing: ("Isi naskah.",) * lines})))

    turns = list(where_it_moves(lambda lines: signed_on(pages_with(lines)), 1, MANY))

    assert turns != []
    for lines in (1, *turns):
        found = pages_with(lines)
        assert last in found[signed_on(found)], lines


def signed_on(texts: Sequence[str]) -> int:
    """The last page with a signature, counted from 0."""
    return max(number for number, text in enumerate(texts) if SIGNED.search(text))


def where_it_moves(page: Callable[[int], int], low: int, high: int) -> Iterator[int]:
    """Each length with which something first stands on another page: if it is ever alone there, then first now."""
    if page(low) == page(high):
        return
    if high - low == 1:
        yield high
        return
    middle = (low + high) // 2
    yield from where_it_moves(page, low, middle)
    yield from where_it_moves(page, middle, high)


def body(pdf: bytes) -> str:
    """What is printed above the footers: a text may go on after them."""
    return "".join(FOOTER.sub("", squeezed(page)) for page in pages(pdf))


def squeezed(text: str) -> str:
    return "".join(drawn(text).split()).casefold()
