"""A related SOP in the official format says all of its file, and that what the office must settle is missing."""

import dataclasses

import pytest

from loket.core.role import Role
from loket.documents.sop_document import Simbol
from loket.sop.definition import shipped
from loket.sop.related import related, related_numbers
from loket.sop.related_print import printed_related

each = pytest.mark.parametrize("nomor", related_numbers())


@each
def test_each_item_is_a_row_with_its_performers(nomor: str) -> None:
    sop, main = related(nomor), shipped()
    document = printed_related(sop, main)
    assert [(row.no, row.sel.kegiatan, row.sel.output) for row in document.baris] == [
        (butir.kode, butir.kegiatan, ", ".join(butir.keluaran)) for butir in sop.butir
    ]
    for row, butir in zip(document.baris, sop.butir, strict=True):
        lanes = {main.lajur[lane].key for lane in row.lajur}
        assert lanes == {main.lajur_of(role) for role in butir.pelaksana}


@each
def test_it_begins_and_ends_with_capsules(nomor: str) -> None:
    shapes = [row.simbol for row in printed_related(related(nomor), shipped()).baris]
    assert shapes == [Simbol.KAPSUL, *[Simbol.KOTAK] * (len(shapes) - 2), Simbol.KAPSUL]


def test_a_first_activity_of_three_performers_is_one_capsule_in_each_column() -> None:
    first = printed_related(related("SOP-DISKOMINFO-003"), shipped()).baris[0]
    assert (first.no, first.simbol, len(first.lajur)) == ("DS-01", Simbol.KAPSUL, 3)


@each
def test_the_identity_bears_the_emblem_and_says_which_dates_are_still_owed(nomor: str) -> None:
    document = printed_related(related(nomor), shipped())
    dates = {one.label: one.lines for one in document.identitas if one.label.startswith("Tanggal")}
    assert dates == {
        "Tanggal Pembuatan": ("Belum ditetapkan",),
        "Tanggal Revisi": ("",),
        "Tanggal Efektif": ("Belum ditetapkan",),
    }
    assert document.lambang


def test_time_obligation_and_other_parties_are_printed() -> None:
    rows = {
        row.no: row.sel
        for nomor in related_numbers()
        for row in printed_related(related(nomor), shipped()).baris
    }
    assert (rows["AN-04"].waktu, rows["AN-04"].keterangan) == ("0,5 hari kerja", "Wajib")
    assert (rows["IM-11"].waktu, rows["IM-11"].keterangan) == (
        "Sesuai kesepakatan",
        "Wajib. Bersama Bidang Persandian",
    )
    assert rows["AN-01"].keterangan == "Bila perlu"


def test_the_step_that_it_details_is_named_where_the_main_sop_has_it() -> None:
    sop = related("SOP-DISKOMINFO-002")
    known = printed_related(sop, shipped()).isian[1][0].butir
    unknown = printed_related(dataclasses.replace(sop, langkah="lain"), shipped()).isian[1][0].butir
    assert known[0].endswith("DINAS KOMINFO, langkah 7 (Analisis)")
    assert unknown[0].endswith("DINAS KOMINFO")


def test_an_item_of_nobody_in_the_table_stands_in_its_first_column() -> None:
    sop = related("SOP-DISKOMINFO-002")
    front_desk = dataclasses.replace(sop.butir[0], pelaksana=(Role.TATA_USAHA,))
    rows = printed_related(dataclasses.replace(sop, butir=(front_desk,)), shipped()).baris
    assert rows[0].lajur == (0,)
