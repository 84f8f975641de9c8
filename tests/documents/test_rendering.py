"""What is printed: the same bytes for the same input, valid PDF/A and PDF/UA, every field on the page."""

import dataclasses
import datetime as dt

import pytest
import typst

from loket.documents import Frozen, Laporan, SuratPermintaan, TemplateFault, freeze, pictures, rendering
from loket.documents.rendering import render, render_frozen
from tests.documents.reading import page_count, words
from tests.documents.samples import CLOSING, KEPALA, KOP, LAPORAN, MADE_AT, OPENING, RINCIAN, SURAT


@pytest.mark.parametrize("document", (SURAT, LAPORAN), ids=("surat_permintaan", "laporan"))
def test_the_same_document_gives_the_same_bytes(document: SuratPermintaan | Laporan) -> None:
    assert render(document, made_at=MADE_AT) == render(document, made_at=MADE_AT)


def test_the_same_instant_in_another_time_zone_gives_the_same_bytes() -> None:
    assert render(SURAT, made_at=MADE_AT) == render(SURAT, made_at=MADE_AT.astimezone(dt.UTC))


def test_another_instant_gives_other_bytes() -> None:
    later = MADE_AT + dt.timedelta(seconds=1)
    assert render(SURAT, made_at=MADE_AT) != render(SURAT, made_at=later)


def test_an_instant_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="made_at needs a time zone"):
        render(SURAT, made_at=MADE_AT.replace(tzinfo=None))


@pytest.mark.parametrize("document", (SURAT, LAPORAN), ids=("surat_permintaan", "laporan"))
def test_the_pdf_declares_both_standards_its_language_and_its_date(
    document: SuratPermintaan | Laporan,
) -> None:
    pdf = render(document, made_at=MADE_AT)
    metadata = pdf[pdf.index(b"<x:xmpmeta") : pdf.index(b"</x:xmpmeta>")].decode()
    for declared in (
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<rdf:li>id-ID</rdf:li>",
        "2026-11-24T03:30:00",
        document.title,
    ):
        assert declared in metadata


def test_the_letter_prints_every_field() -> None:
    assert words(render(SURAT, made_at=MADE_AT)) == words_of(
        "PEMERINTAH KABUPATEN MAGETAN DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
        KOP.alamat,
        KOP.kontak,
        f"Nomor : {SURAT.nomor} Sifat : Segera Lampiran : 1 (satu) berkas Hal : {SURAT.hal}",
        "Magetan, 24 November 2026",
        f"Yth. {SURAT.kepada} di Magetan",
        *OPENING,
        *(f"{label} : {value}" for label, value in RINCIAN.butir),
        *CLOSING,
        "Tembusan: 1. Bupati Magetan (sebagai laporan) 2. Sekretaris Daerah Kabupaten Magetan",
        f"{KEPALA.jabatan[0]}, {KEPALA.nama} {KEPALA.pangkat} NIP 19700101 199503 2 001 Halaman 1 dari 1",
    )


def test_a_letter_without_the_optional_fields_prints_none_of_their_labels() -> None:
    bare = dataclasses.replace(
        SURAT,
        kop=dataclasses.replace(KOP, kontak=""),
        penandatangan=dataclasses.replace(KEPALA, nip="", pangkat=""),
        tembusan=(),
    )
    text = " ".join(words(render(bare, made_at=MADE_AT)))
    assert [label for label in ("NIP", "Tembusan", KOP.kontak, KEPALA.pangkat) if label in text] == []


def test_the_report_numbers_its_sections_and_prints_every_cell() -> None:
    text = " ".join(words(render(LAPORAN, made_at=MADE_AT)))
    for printed in (
        "SPESIFIKASI KEBUTUHAN PERANGKAT LUNAK Antrean Dukcapil Aplikasi antrean pelayanan",
        "Nomor permintaan : APL-2026-0041",
        "1 Pendahuluan",
        "1. Petugas memanggil antrean dari komputer loket. 2. Warga mengambil nomor dari gawai.",
        "2 Kebutuhan 2.1 Kebutuhan fungsional No. Kebutuhan Prioritas 1 Petugas dapat membuka loket 1. Wajib",
        "8 Petugas dapat membuka loket 8. Wajib 2.2 Kebutuhan nonfungsional",
        "Magetan, 24 November 2026 Pihak Kesatu, Sistem Analis, Rina Kartika, S.Kom. NIP 1 Pihak Kedua",
        "Halaman 1 dari 1",
    ):
        assert printed in text


def test_a_report_of_a_title_alone_is_one_page() -> None:
    bare = dataclasses.replace(
        LAPORAN, kop=None, subjudul="", keterangan=(), bagian=(), penandatangan=(), tanggal=None
    )
    assert page_count(render(bare, made_at=MADE_AT)) == 1


def test_a_report_signed_by_one_person_without_a_date_prints_the_name() -> None:
    signed = dataclasses.replace(LAPORAN, penandatangan=(KEPALA,), tanggal=None)
    assert KEPALA.nama in " ".join(words(render(signed, made_at=MADE_AT)))


def test_a_long_letter_numbers_its_pages() -> None:
    long = dataclasses.replace(SURAT, isi=SURAT.isi * 6)
    pdf = render(long, made_at=MADE_AT)
    assert page_count(pdf) == 3
    assert " ".join(words(pdf)).count("dari 3") == 3


def test_a_template_that_does_not_fit_is_our_fault_and_named() -> None:
    with pytest.raises(TemplateFault, match=r"^surat_permintaan\.typ: .*does not contain key"):
        render_frozen(Frozen("surat_permintaan.typ", "{}"), made_at=MADE_AT)


def test_a_preview_has_a_picture_of_every_page() -> None:
    one, more = pictures(freeze(SURAT)), pictures(freeze(dataclasses.replace(SURAT, isi=SURAT.isi * 6)))
    assert (len(one), len(more)) == (1, 3)
    assert all(picture.startswith(b"\x89PNG") for picture in (*one, *more))


def test_a_warning_counts_as_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "_fonts", lambda: typst.Fonts(False, True, []))
    with pytest.raises(TemplateFault, match="unknown font family: liberation sans"):
        render(SURAT, made_at=MADE_AT)


def words_of(*texts: str) -> list[str]:
    return " ".join(texts).split()
