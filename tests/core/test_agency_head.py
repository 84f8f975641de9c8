"""The head of an agency is addressed by the title of their office."""

import pytest

from loket.core.agency_head import head_of_agency
from loket.sop.shipped_opd import opd_register


@pytest.mark.parametrize(
    ("nama", "head"),
    (
        ("Dinas Kesehatan", "Kepala Dinas Kesehatan"),
        ("Satuan Polisi Pamong Praja", "Kepala Satuan Polisi Pamong Praja"),
        ("Kecamatan Magetan", "Camat Magetan"),
        ("Kelurahan Selosari", "Lurah Selosari"),
        ("Sekretariat DPRD", "Sekretaris DPRD"),
        ("Inspektorat", "Inspektur"),
        ("RSUD dr. Sayidiman", "Direktur RSUD dr. Sayidiman"),
        ("Rumah Sakit Jiwa", "Direktur Rumah Sakit Jiwa"),
        ("Sekretariatan", "Kepala Sekretariatan"),
    ),
)
def test_each_kind_of_agency_has_its_own_head(nama: str, head: str) -> None:
    assert head_of_agency(nama) == head


def test_no_two_agencies_of_the_register_share_a_head() -> None:
    heads = {head_of_agency(opd.nama) for opd in opd_register()}
    assert len(heads) == len(opd_register())
