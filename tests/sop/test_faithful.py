"""SOP-DISKOMINFO-001.toml says what the office's document says: all of it, in its own words beside ours."""

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import loket.sop
from tests.sop.original import COPY, TEXT, plain, table_rows

DELIVERED = Path(__file__).parents[3] / "shared/sop/SOP-DISKOMINFO-001.txt"

SOP = tomllib.loads(Path(loket.sop.__file__).with_name("SOP-DISKOMINFO-001.toml").read_text(encoding="utf-8"))

HEADINGS = """
DEFINISI TUJUAN UTAMA DINAS KOMUNIKASI DAN INFORMATIKA KABUPATEN MAGETAN
DINAS KOMUNIKASI DAN INFORMATIKA KABUPATEN MAGETAN Nomor SOP Nama SOP Tanggal Pembuatan
Tanggal Revisi/...../..... Tanggal Berlaku/...../..... Disahkan Oleh
DESKRIPSI SOP KUALIFIKASI DAN DAFTAR PELAKSANA Daftar Pelaksana: KETERKAITAN Kualifikasi Pelaksana: REFERENSI
PERLENGKAPAN PERSYARATAN PERINGATAN PENCATATAN DAN PENDATAAN
No Aktivitas Pelaksana Mutu Baku Ket Kelengkapan Waktu Output
"""
"""What the document says besides its content, in its order."""


def original(row: dict[str, Any], key: str) -> Any:
    return row.get(f"{key}_asli", row.get(key))


def rows_of_the_document() -> dict[int, list[str]]:
    return {ke: [cell for cell in cells if cell] for ke, cells in table_rows().items()}


def row_as_printed(step: dict[str, Any]) -> list[str]:
    activity = (
        [original(step, "kegiatan"), *original(step, "agenda")]
        if "agenda" in step
        else [original(step, "kegiatan")]
    )
    cells = [
        " > ".join(activity),
        ", ".join(original(step, "kelengkapan")),
        original(step["waktu"], "teks"),
        ", ".join(original(step, "output")),
        original(step, "keterangan"),
    ]
    return [cell for cell in cells if cell]


def texts_kept_as_written(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for item in part:
            yield from texts_kept_as_written(item)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key.endswith("_asli"):
                yield from [value] if isinstance(value, str) else value
            else:
                yield from texts_kept_as_written(value)


def blocks_of_the_document() -> list[str]:
    """Every passage of content as it is printed, lists with their dashes, table rows with their numbers."""
    naskah = [original(SOP["naskah"], key) for key in SOP["naskah"] if not key.endswith("_asli")]
    disahkan = SOP["disahkan"]
    return [
        *(block if isinstance(block, str) else "- " + " - ".join(block) for block in naskah),
        f"{original(disahkan, 'jabatan')} ({disahkan['nama']}) {disahkan['pangkat']} NIP {disahkan['nip']}",
        *(f"{step['ke']} {' '.join(row_as_printed(step))}" for step in SOP["step"]),
        " ".join(lajur["nama"] for lajur in SOP["lajur"]),
        *(SOP["nomor"], SOP["nama"], f"{SOP['tanggal_pembuatan']:%d/%m/%Y}"),
    ]


def test_the_copy_is_the_document_as_it_was_delivered() -> None:
    versions = {path.read_text(encoding="utf-8") for path in (COPY, DELIVERED) if path.exists()}
    assert versions == {TEXT}


@pytest.mark.parametrize("step", SOP["step"], ids=[step["key"] for step in SOP["step"]])
def test_a_row_says_what_the_row_of_the_document_says(step: dict[str, Any]) -> None:
    assert row_as_printed(step) == rows_of_the_document()[step["ke"]]


def test_the_document_has_no_row_that_the_file_lacks() -> None:
    assert list(rows_of_the_document()) == [step["ke"] for step in SOP["step"]]


@pytest.mark.parametrize("text", sorted({plain(text) for text in texts_kept_as_written(SOP)} - {""}))
def test_a_wording_kept_as_original_stands_in_the_document(text: str) -> None:
    assert text in plain(TEXT)


@pytest.mark.parametrize("block", blocks_of_the_document(), ids=lambda block: block[:40])
def test_a_passage_of_the_file_stands_in_the_document(block: str) -> None:
    assert plain(block) in plain(TEXT)


def test_no_sentence_of_the_document_is_missing_from_the_file() -> None:
    rest = plain(TEXT)
    for block in sorted(map(plain, blocks_of_the_document()), key=len, reverse=True):
        rest = rest.replace(block, " ")
    assert rest.split() == HEADINGS.split()


def test_the_blank_dates_of_the_document_stay_blank_and_leave_it_a_draft() -> None:
    assert {"tanggal_revisi", "tanggal_berlaku"} & set(SOP) == set()
    assert SOP["status"] == "draf"


def test_what_the_document_leaves_blank_is_marked_as_inferred() -> None:
    inferred = {step["key"] for step in SOP["step"] if step.get("kelengkapan_disimpulkan")}
    assert inferred == {step["key"] for step in SOP["step"] if not original(step, "kelengkapan")} == {"surat"}


def test_no_wording_is_kept_twice() -> None:
    twice = [
        key
        for part in (
            SOP,
            SOP["disahkan"],
            SOP["naskah"],
            *SOP["step"],
            *(step["waktu"] for step in SOP["step"]),
        )
        for key in part
        if part[key] == part.get(f"{key}_asli", object())
    ]
    assert twice == []


def test_the_columns_are_in_the_order_of_the_document() -> None:
    places = [plain(TEXT).index(lajur["nama"], plain(TEXT).index("No Aktivitas")) for lajur in SOP["lajur"]]
    assert all(left < right for left, right in pairwise(places))
