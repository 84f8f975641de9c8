"""The parts of an SOP's print around its table, in the office's own headings or in those of the regulation."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from loket.core.sop import Sop
from loket.documents.sop_document import Identitas, Isian, Naskah
from loket.documents.terbilang import long_date

NOT_STATED = "Belum dicantumkan."
NOT_SET = "Belum ditetapkan"
_TO_WRITE_IN = "/...../....."
"""As the office's form leaves a date open: the day is written before the first stroke."""
_REVISED = "Tanggal Revisi"
_REGION = "PEMERINTAH "
_Reader = Callable[[str, str], Isian]


def wording(table: Mapping[str, Any], key: str, naskah: Naskah) -> Any:
    """Return a text or list in the words of this print, "" where the SOP has none."""
    corrected = table.get(key, "")
    return table.get(f"{key}_asli", corrected) if naskah is Naskah.ASLI else corrected


def instansi(sop: Sop, naskah: Naskah) -> tuple[str, ...]:
    """The office's form names the agency before the regency."""
    region, *agency = sop.document["instansi"]
    return (*agency, region.removeprefix(_REGION)) if naskah is Naskah.ASLI else (region, *agency)


def identity(sop: Sop, naskah: Naskah, *, with_nip: bool) -> tuple[Identitas, ...]:
    literal = naskah is Naskah.ASLI
    nama = Identitas(label="Nama SOP", lines=(sop.nama,))
    number = Identitas(label="Nomor SOP", lines=(sop.nomor,))
    dates = (
        _date("Tanggal Pembuatan", sop.document.get("tanggal_pembuatan"), naskah),
        _date(_REVISED, sop.document.get("tanggal_revisi"), naskah),
        _date(
            "Tanggal Berlaku" if literal else "Tanggal Efektif", sop.document.get("tanggal_berlaku"), naskah
        ),
    )
    signed = _signed(sop, naskah, with_nip=with_nip)
    return (number, nama, *dates, signed) if literal else (number, *dates, signed, nama)


def opening(sop: Sop, naskah: Naskah) -> tuple[Isian, ...]:
    """What the document says before its form."""
    parts = sop.document["naskah"]
    term, _, definition = str(wording(parts, "definisi", naskah)).strip().partition("\n\n")
    return (
        Isian(judul="", teks=wording(parts, "pembuka", naskah)),
        Isian(judul="DEFINISI", subjudul=term, teks=definition),
        Isian(judul="TUJUAN UTAMA", teks=wording(parts, "tujuan", naskah)),
    )


def form(sop: Sop, naskah: Naskah) -> tuple[tuple[Isian, ...], ...]:
    """The two-column rows below the identity; the office's form deviates from the regulation's and is kept."""
    text, items = _readers(sop, naskah)
    if naskah is Naskah.ASLI:
        performers = Isian(
            judul="KUALIFIKASI DAN DAFTAR PELAKSANA",
            subjudul="Daftar Pelaksana:",
            butir=tuple(wording(sop.document["naskah"], "daftar_pelaksana", naskah)),
        )
        rows = (
            (text("DESKRIPSI SOP", "deskripsi"), performers),
            (items("KETERKAITAN", "keterkaitan"), items("Kualifikasi Pelaksana:", "kualifikasi")),
            (items("REFERENSI", "referensi"), items("PERLENGKAPAN PERSYARATAN", "perlengkapan")),
            (text("PERINGATAN", "peringatan"), items("PENCATATAN DAN PENDATAAN", "pencatatan")),
        )
        law = items("DASAR HUKUM", "dasar_hukum")
        return ((law,), *rows) if law.butir else rows
    law = items("DASAR HUKUM", "dasar_hukum")
    return (
        (
            law if law.butir else Isian(judul=law.judul, teks=NOT_STATED),
            items("KUALIFIKASI PELAKSANA", "kualifikasi"),
        ),
        (items("KETERKAITAN", "keterkaitan"), items("PERALATAN/PERLENGKAPAN", "perlengkapan")),
        (text("PERINGATAN", "peringatan"), items("PENCATATAN DAN PENDATAAN", "pencatatan")),
        (text("DESKRIPSI SOP", "deskripsi"), items("DAFTAR PELAKSANA", "daftar_pelaksana")),
        (items("REFERENSI", "referensi"),),
    )


def _readers(sop: Sop, naskah: Naskah) -> tuple[_Reader, _Reader]:
    parts = sop.document["naskah"]

    def text(judul: str, key: str) -> Isian:
        return Isian(judul=judul, teks=wording(parts, key, naskah))

    def items(judul: str, key: str) -> Isian:
        return Isian(judul=judul, butir=tuple(wording(parts, key, naskah)))

    return text, items


def _date(label: str, day: dt.date | None, naskah: Naskah) -> Identitas:
    if day is None:
        if naskah is Naskah.ASLI:
            return Identitas(label=label, lines=(_TO_WRITE_IN,), is_blank=True)
        return open_date(label)
    return Identitas(label=label, lines=(f"{day:%d/%m/%Y}" if naskah is Naskah.ASLI else long_date(day),))


def open_date(label: str) -> Identitas:
    """What has never been revised has no date of revision; any other date is one that the office still owes."""
    return Identitas(label=label, lines=("" if label == _REVISED else NOT_SET,))


def _signed(sop: Sop, naskah: Naskah, *, with_nip: bool) -> Identitas:
    """Who approved it; without `with_nip` the number that tells a date of birth stays out."""
    head = sop.document["disahkan"]
    nama = f"({head['nama']})" if naskah is Naskah.ASLI else head["nama"]
    lines = [wording(head, "jabatan", naskah), nama, head.get("pangkat", "")]
    if with_nip and head.get("nip"):
        lines.append(f"NIP {head['nip']}")
    label = "Disahkan Oleh" if naskah is Naskah.ASLI else "Disahkan oleh"
    return Identitas(label=label, lines=tuple(line for line in lines if line), is_signed=True)
