"""Whatever an SOP says is printed as it is, in full, on pages that hold it."""

import dataclasses
import datetime as dt

import pypdfium2
import pytest

from loket.documents.rendering import Frozen, TemplateFault, measured
from loket.documents.sop_document import Baris, Naskah, Sel, SopDocument
from loket.documents.sop_pages import Potongan, paginate
from loket.documents.sop_pdf import document_pdf, laid_out, newest_date, sop_pdf
from loket.documents.sop_printed import printed
from loket.documents.sop_sheet import SIDE
from loket.sop.definition import shipped
from loket.sop.related import related, related_numbers
from loket.sop.related_print import printed_related
from tests.documents.reading import page_count, words
from tests.documents.sop_samples import laid, long_document, squashed, with_parts, with_step

MARKUP = (
    "*tebal* _miring_ `kode` #panic() $x^2$ <label> @rujukan = judul - butir + nomor / istilah: "
    "\\ // komentar /* blok */ ~ -- ... \"kutip\" 'petik' [isi] {kode} https://contoh.example \\u{41} "
)


def text_of(document: SopDocument) -> str:
    return "".join(words(document_pdf(document, dated=newest_date(shipped()))))


def colours(page: pypdfium2.PdfPage) -> set[tuple[int, ...]]:
    """What is clearly neither black, nor white, nor grey."""
    found = page.render().to_pil().convert("RGB").getcolors(maxcolors=100_000)
    return {colour for _, colour in found if max(colour) - min(colour) > 16}


def with_row(at: int, **cells: str) -> SopDocument:
    document = printed(shipped(), Naskah.ASLI, with_nip=True)
    rows = list(document.baris)
    rows[at] = dataclasses.replace(rows[at], sel=rows[at].sel._replace(**cells))
    return dataclasses.replace(document, baris=tuple(rows))


@pytest.mark.parametrize("naskah", Naskah)
def test_the_same_sop_gives_the_same_bytes(naskah: Naskah) -> None:
    assert sop_pdf(shipped(), naskah) == sop_pdf(shipped(), naskah)


def test_the_pdf_declares_both_standards_its_title_and_the_date_of_the_document() -> None:
    pdf = sop_pdf(shipped())
    metadata = pdf[pdf.index(b"<x:xmpmeta") : pdf.index(b"</x:xmpmeta>")].decode()
    for declared in (
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "2021-06-09T17:00:00",
        f"{shipped().nomor} {shipped().nama}",
    ):
        assert declared in metadata


def test_an_sop_of_many_rows_goes_on_from_page_to_page_and_no_page_spills_over() -> None:
    document = long_document(70)
    tata = laid_out(document)
    placed = [petak.potongan.baris.no for page in tata.pages for petak in page.petak]
    assert placed == [row.no for row in document.baris]
    before_the_table = 2
    pdf = document_pdf(document, dated=newest_date(shipped()))
    assert page_count(pdf) == before_the_table + len(tata.pages)
    for page in list(pypdfium2.PdfDocument(pdf))[before_the_table:]:
        assert "MutuBaku" in squashed(page.get_textpage().get_text_bounded())


def test_an_sop_of_one_row_is_a_capsule_on_one_page() -> None:
    document = long_document(1)
    tata = laid_out(document)
    assert (len(tata.pages), tata.drawn[0].garis, tata.drawn[0].segilima) == (1, [], [])


def heights(*rows: int) -> list[Potongan]:
    return [
        Potongan(at, Baris(no=str(at), sel=Sel(""), lajur=(0,)), height) for at, height in enumerate(rows)
    ]


def rows_on_pages(*rows: int, first: int = 200, other: int = 200) -> list[int]:
    return [len(page.petak) for page in paginate(heights(*rows), first=first, other=other)]


def test_a_row_never_stands_alone_on_the_last_page_where_that_page_holds_two() -> None:
    assert rows_on_pages(60, 60, 60, 60) == [2, 2]
    assert rows_on_pages(60, 60, 60, 60, 60, 60) == [3, 3]
    assert rows_on_pages(60, 60, 60, 60, first=100) == [1, 3]


def test_a_row_stands_alone_where_another_break_leaves_an_empty_or_an_overfull_page() -> None:
    assert rows_on_pages(180, 60) == [1, 1]
    assert rows_on_pages(50, 120, 100) == [2, 1]


def test_no_print_that_is_shipped_ends_with_a_page_of_one_row() -> None:
    documents = [printed(shipped(), naskah, with_nip=True) for naskah in Naskah]
    documents += [printed_related(related(nomor), shipped()) for nomor in related_numbers()]
    assert [document.nomor for document in documents if len(laid_out(document).pages[-1].petak) < 2] == []


@pytest.mark.parametrize("cell", ("kegiatan", "kelengkapan", "waktu", "output", "keterangan"))
def test_a_row_higher_than_a_page_is_printed_in_full_over_several(cell: str) -> None:
    long = " ".join(f"kata{at}" for at in range(900))
    document = with_row(5, **{cell: long})
    tata = laid_out(document)
    parts = [petak.potongan for page in tata.pages for petak in page.petak if petak.potongan.row == 5]
    assert len(parts) > 1
    assert [part.baris.no for part in parts] == ["6", *[""] * (len(parts) - 1)]
    assert " ".join(getattr(part.baris.sel, cell) for part in parts) == long


@pytest.mark.parametrize(
    "run", ("W" * 3_000, "a\n" * 300, "https://contoh.example/" * 60), ids=("word", "lines", "address")
)
def test_a_long_run_stays_in_its_column_and_is_printed_in_full(run: str) -> None:
    document = with_row(2, waktu=run)
    pdf = document_pdf(document, dated=newest_date(shipped()))
    tata = laid_out(document)
    printed_run = "".join(
        squashed(petak.potongan.baris.sel.waktu)
        for page in tata.pages
        for petak in page.petak
        if petak.potongan.row == 2
    )
    assert printed_run == squashed(run)
    assert page_count(pdf) == 2 + len(tata.pages)
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        ink = [at for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
        assert max(text.get_charbox(at)[2] for at in ink) <= page.get_width() - SIDE + 0.1


def test_markup_is_printed_as_it_was_typed_in_every_place() -> None:
    items = [MARKUP]
    naskah: dict[str, object] = dict.fromkeys(
        ("pembuka", "definisi", "tujuan", "deskripsi", "peringatan"), MARKUP
    )
    naskah |= dict.fromkeys(("keterkaitan", "referensi", "daftar_pelaksana", "kualifikasi"), items)
    naskah |= dict.fromkeys(("perlengkapan", "pencatatan", "dasar_hukum"), items)
    sop = with_step("surat", kegiatan=MARKUP, kelengkapan=(MARKUP,), output=(MARKUP,), keterangan=MARKUP)
    signer = {"jabatan": MARKUP, "nama": MARKUP, "pangkat": MARKUP, "nip": MARKUP}
    document = {**sop.document, "naskah": naskah, "disahkan": signer, "instansi": [MARKUP, MARKUP]}
    text = "".join(words(sop_pdf(dataclasses.replace(sop, nama=MARKUP, document=document), Naskah.LENGKAP)))
    titles, parts, cells, signed, agency = 3, 12, 4, 4, 2
    assert text.count(squashed(MARKUP)) == titles + parts + cells + signed + agency


def test_a_character_without_a_glyph_becomes_a_box_and_an_invisible_one_is_dropped() -> None:
    assert "awal□akhirsuratfdp" in text_of(with_row(3, keterangan="awal漢akhir surat\u202e\x00fdp"))


def test_dates_that_are_set_are_printed_and_the_newest_is_that_of_the_file() -> None:
    revised = with_parts(tanggal_revisi=dt.date(2026, 12, 1), tanggal_berlaku=dt.date(2027, 1, 4))
    assert "TanggalRevisi01/12/2026TanggalBerlaku04/01/2027" in "".join(words(sop_pdf(revised)))
    assert "TanggalEfektif4Januari2027" in "".join(words(sop_pdf(revised, Naskah.LENGKAP)))
    assert newest_date(revised) == dt.date(2027, 1, 4)


def test_in_the_complete_print_an_open_date_says_so_and_a_first_issue_has_no_revision() -> None:
    open_dates = with_parts(tanggal_pembuatan=None)
    text = "".join(words(sop_pdf(open_dates, Naskah.LENGKAP)))
    assert "TanggalPembuatanBelumditetapkanTanggalRevisiTanggalEfektifBelumditetapkanDisahkanoleh" in text
    assert newest_date(open_dates) == dt.date(1970, 1, 1)


def test_the_emblem_stands_in_the_complete_print_and_in_no_literal_one() -> None:
    for naskah in Naskah:
        pages = pypdfium2.PdfDocument(sop_pdf(shipped(), naskah))
        coloured = [bool(colours(page)) for page in pages]  # all else is black and grey
        assert coloured == [False, naskah is Naskah.LENGKAP, *[False] * (len(pages) - 2)]


@pytest.mark.parametrize("naskah", Naskah)
def test_without_the_nip_the_print_says_everything_else(naskah: Naskah) -> None:
    whole, shorter = ("".join(words(sop_pdf(shipped(), naskah, with_nip=nip))) for nip in (True, False))
    assert whole.replace("NIP197605201995111001", "") == shorter


@pytest.mark.parametrize("naskah", Naskah)
def test_a_legal_basis_that_a_revision_names_is_printed(naskah: Naskah) -> None:
    named = {**shipped().document["naskah"], "dasar_hukum": ["Peraturan Bupati Magetan"]}
    text = "".join(words(sop_pdf(with_parts(naskah=named), naskah)))
    assert "DASARHUKUM-PeraturanBupatiMagetan" in text


def test_the_complete_print_says_that_the_office_names_no_legal_basis() -> None:
    assert "DASARHUKUMBelumdicantumkan." in "".join(words(sop_pdf(shipped(), Naskah.LENGKAP)))


def test_the_complete_print_has_the_corrected_words_and_marks_what_was_inferred() -> None:
    rows = laid(Naskah.LENGKAP).document.baris
    said = {row.no: row.sel for row in rows}
    assert said["1"].kelengkapan == "Surat permintaan pengadaan aplikasi (disimpulkan)"
    assert said["4"].kegiatan.endswith("e-ticketing GitLab")
    assert said["6"].kegiatan.splitlines()[1] == "a. aplikasi yang dibutuhkan OPD"


def test_a_template_that_cannot_measure_is_our_fault_and_named() -> None:
    with pytest.raises(TemplateFault, match=r"sop_ukur\.typ: "):
        measured(Frozen(template="sop_ukur.typ", data="{}"))
