from dataclasses import replace
from typing import Any

import pytest

from loket.core.guards import GUARDS
from loket.core.role import Role
from loket.core.sop import Sop, SopInvalid, Unit
from loket.core.sop_reading import read_sop
from loket.core.soundness import faults
from loket.sop.definition import shipped, text_of
from tests.core.sop_data import data_of

EFFECTS = (
    *("kabari_giliran", "kabari_opd", "kabari_tim", "kabari_tembusan"),
    *("kabari_rapat_berlarut", "kabari_reviu_berulang"),
)


def sentences(sop: Sop) -> list[str]:
    parts = {(step.key, key) for step in shipped().steps.values() for key in step.bagian}
    return [fault.sentence for fault in faults(sop, parts=parts, guards=GUARDS, effects=EFFECTS)]


def changed(step: str, bagian: str, **values: Any) -> Sop:
    """The shipped SOP with one bagian changed."""
    sop = shipped()
    row = sop.step(step)
    part = replace(row.bagian[bagian], **values)
    return replace(sop, steps={**sop.steps, step: replace(row, bagian={**row.bagian, bagian: part})})


def test_the_shipped_sop_is_sound() -> None:
    assert sentences(shipped()) == []


def test_an_unknown_guard_is_named() -> None:
    assert sentences(changed("prioritas", "prioritas", guards=("restu_langit",))) == [
        "Syarat restu_langit tidak dikenal."
    ]


def test_an_unknown_gate_is_named() -> None:
    sop = shipped()
    step = replace(sop.step("analisis"), guards_mulai=("restu_langit",))

    assert sentences(replace(sop, steps={**sop.steps, "analisis": step})) == [
        "Syarat restu_langit tidak dikenal."
    ]


def test_an_unknown_effect_is_named() -> None:
    assert sentences(changed("prioritas", "prioritas", effects=("kirim_merpati",))) == [
        "Akibat kirim_merpati tidak dikenal."
    ]


def test_a_bagian_nobody_performs_is_named() -> None:
    assert sentences(changed("prioritas", "prioritas", pelaksana=())) == [
        "Langkah prioritas bagian prioritas tidak mempunyai pelaksana."
    ]


def test_a_bagian_without_a_module_is_named() -> None:
    found = faults(shipped(), parts=set(), guards=GUARDS, effects=EFFECTS)

    assert len(found) == 23
    assert found[0].near == ("surat", "surat")


@pytest.mark.parametrize("nowhere", ("entah", "undangan.mana"))
def test_an_outcome_that_leads_nowhere_is_named(nowhere: str) -> None:
    found = sentences(
        changed("prioritas", "prioritas", outcomes={"ditetapkan": "undangan", "hilang": nowhere})
    )

    assert found == [f"Hasil hilang menuju {nowhere}, yang tidak ada."]


def test_a_step_that_cannot_be_reached_is_named() -> None:
    found = sentences(changed("surat", "surat", outcomes={"dikirim": "penunjukan"}))

    assert "Langkah disposisi bagian kepala_dinas tidak dapat dicapai." in found


def test_a_place_without_a_way_to_the_end_is_named() -> None:
    found = sentences(
        changed("pendampingan", "konfirmasi", outcomes={"dikembalikan": "pendampingan.laporan"})
    )

    assert len([sentence for sentence in found if sentence.endswith("akhir tidak dapat dicapai.")]) == 23


def test_phases_hold_every_step_once_and_in_order() -> None:
    assert sentences(replace(shipped(), fase={"Satu": ("surat",)})) == [
        "Fase harus memuat setiap langkah satu kali dan berurutan."
    ]


@pytest.mark.parametrize(
    ("where", "value", "complaint"),
    (
        (("nomor",), "", "berkas SOP: nomor harus diisi dengan teks"),
        (("warna",), "merah", "berkas SOP: kunci tidak dikenal warna"),
        (("step", 0, "ke"), 7, "nomor `ke` langkah harus berurutan mulai 1"),
        (("step", 1, "key"), "surat", "ada dua langkah dengan key yang sama"),
        (
            ("step", 1, "bagian", 1, "key"),
            "kepala_dinas",
            "langkah disposisi: ada dua bagian dengan key yang sama",
        ),
        (
            ("step", 1, "pelaksana"),
            ["raja"],
            "langkah disposisi: pelaksana memuat peran yang tidak dikenal ('raja' is not a valid Role)",
        ),
        (
            ("step", 1, "bagian", 0, "outcomes"),
            {},
            "langkah disposisi, bagian kepala_dinas: outcomes harus diisi dengan tabel",
        ),
        (("step", 1, "waktu", "satuan"), "windu", "langkah disposisi: satuan waktu 'windu' tidak dikenal"),
        (
            ("step", 1, "waktu", "nilai"),
            0,
            "langkah disposisi: waktu menit_kerja memerlukan nilai yang cocok",
        ),
        (
            ("step", 8, "waktu", "nilai"),
            3,
            "langkah implementasi: waktu kesepakatan memerlukan nilai yang cocok",
        ),
        (("lajur", 0, "nama"), "", "lajur opd: nama harus diisi dengan teks"),
    ),
)
def test_a_file_that_says_what_cannot_be_is_refused(
    where: tuple[str | int, ...], value: object, complaint: str
) -> None:
    data = data_of(text_of())
    place: Any = data
    for key in where[:-1]:
        place = place[key]
    place[where[-1]] = value

    with pytest.raises(SopInvalid) as refused:
        read_sop(data)

    assert str(refused.value) == complaint


def test_the_shipped_sop_reads_as_the_document_has_it() -> None:
    sop = shipped()

    assert [step.ke for step in sop.steps.values()] == list(range(1, 13))
    assert sop.step("analisis").standard.value == 15
    assert sop.step("implementasi").standard.unit is Unit.KESEPAKATAN
    assert sop.lajur_of(Role.KEPALA_BIDANG) == "kepala_dinas"
    assert sop.lajur_of(Role.ADMIN) == ""
    assert sop.first.key == "surat"
