import pytest

from loket.core.role import Role
from loket.sop.definition import shipped
from loket.sop.related import CLOSED_BY, checklist_of, related, related_numbers


def test_the_related_sops_are_those_that_the_steps_name() -> None:
    assert related_numbers() == ("SOP-DISKOMINFO-002", "SOP-DISKOMINFO-003", "SOP-DISKOMINFO-004")


@pytest.mark.parametrize("nomor", related_numbers())
def test_a_related_sop_details_the_step_that_names_it(nomor: str) -> None:
    sop = related(nomor)

    assert shipped().step(sop.langkah).sop_terkait == nomor


def test_an_item_is_read_with_its_performers_and_its_share_of_the_time() -> None:
    first = related("SOP-DISKOMINFO-002").butir[0]

    assert (first.kode, first.pelaksana, first.hari_kerja, first.wajib) == (
        "AN-01",
        (Role.SISTEM_ANALIS,),
        1.0,
        False,
    )


def test_the_shares_of_a_step_with_a_standard_add_up_to_it() -> None:
    assert related("SOP-DISKOMINFO-002").hari_kerja == shipped().step("analisis").standard.value


def test_an_agreed_step_has_no_shares() -> None:
    assert related("SOP-DISKOMINFO-004").hari_kerja is None


@pytest.mark.parametrize("nomor", ("SOP-DISKOMINFO-001", "../opd", "", "SOP-DISKOMINFO-009"))
def test_another_number_is_no_related_sop(nomor: str) -> None:
    with pytest.raises(LookupError):
        related(nomor)


@pytest.mark.parametrize("nomor", related_numbers())
def test_an_item_that_a_decision_closes_waits_for_a_later_part_of_the_step(nomor: str) -> None:
    sop = related(nomor)
    _, *later = shipped().step(sop.langkah).bagian

    waiting = [butir for butir in sop.butir if butir.bagian]

    assert waiting
    assert {butir.bagian for butir in waiting} <= set(later)
    assert {butir.kode for butir in waiting} == {
        kode for kode in CLOSED_BY if kode[:2] == sop.butir[0].kode[:2]
    }
    assert set(sop.butir) - set(waiting) == set(sop.asked)


@pytest.mark.parametrize(
    ("langkah", "nomor"),
    (("analisis", "SOP-DISKOMINFO-002"), ("surat", None), ("selesai", None)),
)
def test_a_step_has_the_checklist_that_it_names(langkah: str, nomor: str | None) -> None:
    sop = checklist_of(langkah)

    assert (sop.nomor if sop else None) == nomor
