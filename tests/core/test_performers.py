"""Who does a row must fit who does its parts, and what the code can do."""

from collections.abc import Iterable
from dataclasses import replace

from loket.core.performers import CAN_PERFORM, performer_problems, problems_of
from loket.core.role import Role
from loket.core.sop import Step
from loket.sop.definition import shipped

INVOLVED = " Jadikan pelaksana, pendukung, atau mengetahui."


def with_part(step: Step, key: str, roles: Iterable[Role]) -> Step:
    part = replace(step.bagian[key], pelaksana=tuple(roles))
    return replace(step, bagian={**step.bagian, key: part})


def test_the_shipped_sop_has_nothing_to_object_to() -> None:
    assert performer_problems(shipped()) == []


def test_every_part_says_who_can_perform_it_and_there_are_no_others() -> None:
    parts = {(part.step, part.key) for step in shipped().steps.values() for part in step.bagian.values()}

    assert set(CAN_PERFORM) == parts


def test_a_row_without_a_performer_is_none() -> None:
    step = replace(shipped().step("penunjukan"), pelaksana=())

    assert list(problems_of(step)) == [
        ("", "Tetapkan paling sedikit satu pelaksana."),
        (
            "penunjukan",
            f"Kepala Seksi Pengembangan Aplikasi mengerjakan Penunjukan tim, tetapi tidak terlibat pada baris ini.{INVOLVED}",
        ),
    ]


def test_a_part_needs_somebody() -> None:
    step = with_part(shipped().step("analisis"), "susun", ())

    assert list(problems_of(step)) == [
        ("susun", "Tetapkan siapa yang mengerjakan Penyusunan dokumen analisis."),
        ("", "Penyusunan dokumen analisis dikerjakan paling sedikit oleh satu pelaksana baris ini."),
    ]


def test_what_the_code_cannot_do_is_said_with_who_can() -> None:
    sop = shipped()
    broken = with_part(sop.step("serah_terima"), "ttd_dinas", (Role.KEPALA_SEKSI,))

    (sentence,) = performer_problems(replace(sop, steps={**sop.steps, "serah_terima": broken}))

    assert sentence == (
        "Langkah 10, Serah terima: Tanda tangan BAST oleh Dinas Kominfo dikerjakan Kepala Dinas,"
        " bukan Kepala Seksi Pengembangan Aplikasi."
    )


def test_the_front_desk_does_what_the_document_has_no_column_for() -> None:
    step = shipped().step("surat")

    assert Role.TATA_USAHA in step.bagian["surat"].pelaksana
    assert list(problems_of(step)) == []
