"""A revision is what changed, and a whole document comes out of it."""

import tomllib
from datetime import date
from typing import Any

import pytest

from loket.core.revising import Issue, difference, fixed_unit, naskah_of, ordered, revised, row_of, time_text
from loket.core.sop import Sop, Unit
from loket.core.sop_difference import FieldChange, changes_between, other_limits
from loket.core.sop_reading import read_sop
from loket.core.wording import Piece, compared
from loket.sop.definition import MAIN, shipped, text_of

DATA = tomllib.loads(text_of(MAIN))
DECIDED = Issue(
    revisi=1,
    tanggal_revisi=date(2026, 3, 2),
    tanggal_berlaku=date(2026, 4, 1),
    disahkan={"jabatan": "Kepala Dinas", "nama": "Bambang"},
)


def changed(langkah: dict[str, Any] | None = None, naskah: dict[str, Any] | None = None) -> Sop:
    changes = {"langkah": langkah or {}, "naskah": naskah or {}}
    return read_sop(revised(DATA, changes, Issue(revisi=1)))


def test_nothing_changed_is_the_same_document_in_its_corrected_wording() -> None:
    sop = changed()

    assert (sop.revisi, sop.status, changes_between(shipped(), sop)) == (1, "draf", [])
    assert sop.step("rapat_teknis").kegiatan_asli == sop.step("rapat_teknis").kegiatan
    assert not sop.step("surat").kelengkapan_disimpulkan
    assert "_asli" not in str(sop.document)


def test_the_data_it_is_made_from_stays_as_it_was() -> None:
    before = str(DATA)

    revised(DATA, {"langkah": {"desain": {"kegiatan": "Merancang"}}}, DECIDED)

    assert str(DATA) == before


def test_a_decided_revision_keeps_when_it_was_made_and_says_since_when_it_is_in_force() -> None:
    document = revised(DATA, {}, DECIDED)

    assert list(document)[:7] == [
        *("nomor", "nama", "revisi", "status"),
        *("tanggal_pembuatan", "tanggal_revisi", "tanggal_berlaku"),
    ]
    assert (document["tanggal_pembuatan"], document["tanggal_revisi"], document["tanggal_berlaku"]) == (
        date(2021, 6, 10),
        date(2026, 3, 2),
        date(2026, 4, 1),
    )
    assert (document["status"], document["disahkan"]["nama"]) == ("berlaku", "Bambang")


def test_a_changed_time_is_printed_as_it_is_counted() -> None:
    sop = changed(
        {
            "disposisi": {"waktu": {"nilai": 25, "satuan": "menit_kerja"}},
            "penunjukan": {"waktu": {"nilai": 2, "satuan": "hari_kerja"}},
            "rapat_teknis": {"waktu": {"nilai": 90, "satuan": "menit_kerja"}},
        }
    )

    texts = [sop.step(key).standard.text for key in ("surat", "disposisi", "penunjukan", "rapat_teknis")]
    assert texts == ["±10 menit", "±25 menit", "±2 hari kerja", "±90 menit per sesi"]
    assert sop.step("rapat_teknis").standard.by_event
    assert other_limits(shipped(), sop) == {"disposisi", "penunjukan", "rapat_teknis"}


def test_the_net_of_the_procedure_is_never_changed() -> None:
    sop = changed({"prioritas": {"bagian": {"prioritas": ["sistem_analis"]}, "guards": ["x"]}})
    part, before = sop.bagian("prioritas", "prioritas"), shipped().bagian("prioritas", "prioritas")

    assert part.pelaksana == ("sistem_analis",)
    assert (part.guards, part.outcomes, part.effects) == (before.guards, before.outcomes, before.effects)


def test_a_reader_is_told_row_by_row_what_differs() -> None:
    sop = changed(
        {"desain": {"output": ["Desain", "Purwarupa"], "bagian": {"susun": ["sistem_analis"]}}},
        {"dasar_hukum": ["UU 25/2009"]},
    )

    around, row = changes_between(shipped(), sop)

    assert (around.step, around.fields) == (
        None,
        (FieldChange(label="Dasar hukum", before="", after="UU 25/2009"),),
    )
    assert row.step == sop.step("desain")
    assert [(field.label, field.after) for field in row.fields] == [
        ("Output", "Desain\nPurwarupa"),
        ("Dikerjakan oleh, Penyusunan dokumen desain", "Sistem Analis"),
    ]


def test_only_what_differs_is_kept() -> None:
    row = row_of(shipped().step("analisis"))

    assert difference(row, row) == {}
    assert difference(row, {**row, "keterangan": "Baru"}) == {"keterangan": "Baru"}
    assert naskah_of({})["dasar_hukum"] == []


@pytest.mark.parametrize(
    ("key", "unit"),
    (("surat", None), ("rapat_teknis", Unit.MENIT_KERJA), ("implementasi", Unit.KESEPAKATAN)),
)
def test_agreed_times_and_times_of_events_keep_their_unit(key: str, unit: Unit | None) -> None:
    assert fixed_unit(shipped().step(key).standard) is unit


def test_whoever_stays_keeps_the_place() -> None:
    assert ordered(["opd", "programmer"], ["kepala_seksi", "programmer", "opd"]) == [
        "opd",
        "programmer",
        "kepala_seksi",
    ]
    assert time_text(3, "hari_kerja", per_sesi=False) == "±3 hari kerja"


def test_words_that_went_and_words_that_came_are_marked() -> None:
    before, after = compared("Membuat desain aplikasi", "Membuat rancangan aplikasi")

    assert before == (Piece("Membuat "), Piece("desain", changed=True), Piece(" aplikasi"))
    assert after == (Piece("Membuat "), Piece("rancangan", changed=True), Piece(" aplikasi"))


@pytest.mark.parametrize(("before", "after"), (("", "baru"), ("lama", ""), ("a  b\nc", "a b c"), ("", "")))
def test_the_pieces_are_the_wording_again(before: str, after: str) -> None:
    left, right = compared(before, after)

    assert ("".join(piece.text for piece in left), "".join(piece.text for piece in right)) == (before, after)
