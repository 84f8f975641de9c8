"""An SOP as PermenPANRB 35/2012 has it printed: the identity, the parts around it, and the table with its flowchart."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Naskah(StrEnum):
    """Which print: the office's own words and nothing else, or corrected words with the gates (see `gates_of`)."""

    ASLI = "asli"
    LENGKAP = "lengkap"


class Simbol(StrEnum):
    """The symbols that stand in a row; arrows and page connectors stand between rows."""

    KAPSUL = "kapsul"
    KOTAK = "kotak"
    KEPUTUSAN = "keputusan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identitas:
    """A row of the identity; one that is blank leaves room to write in."""

    label: str
    lines: tuple[str, ...]
    is_blank: bool = False
    is_signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Isian:
    """A field of the form: a heading, and below it a text, a list, or both."""

    judul: str
    subjudul: str = ""
    teks: str = ""
    butir: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """The headings of the table."""

    kegiatan: str
    keterangan: str
    no: str = "No"
    pelaksana: str = "Pelaksana"
    mutu_baku: str = "Mutu Baku"
    kelengkapan: str = "Kelengkapan"
    waktu: str = "Waktu"
    output: str = "Output"


class Sel(NamedTuple):
    """The cells of a row that hold text, from left to right."""

    kegiatan: str
    kelengkapan: str = ""
    waktu: str = ""
    output: str = ""
    keterangan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baris:
    """A row: its text, and in which columns of performers its symbol stands.

    The flow passes through the first of `lajur`; a row without any continues the row above on another page.
    """

    no: str
    sel: Sel
    lajur: tuple[int, ...]
    simbol: Simbol = Simbol.KOTAK


@dataclass(frozen=True, slots=True)
class Alur:
    """The way from one row to another; an exit of a decision is labelled."""

    dari: int
    ke: int
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SopDocument:
    """All words of the print; `kepala` stands above the identity, and `legenda` asks for the symbols' names.

    `lambang` asks for the region's emblem above the agency's name.
    """

    nomor: str
    revisi: int
    nama: str
    kepala: tuple[str, ...]
    instansi: tuple[str, ...]
    pembuka: tuple[Isian, ...]
    identitas: tuple[Identitas, ...]
    isian: tuple[tuple[Isian, ...], ...]
    kolom: Kolom
    lajur: tuple[str, ...]
    baris: tuple[Baris, ...]
    alur: tuple[Alur, ...]
    legenda: bool
    lambang: bool
