"""Every kind of document looks as it did when somebody last looked at it."""

from dataclasses import replace

import pytest

from loket.documents import render
from tests.documents.golden import GOLDEN, SHARE, differing, kept, pictures
from tests.documents.kinds import KINDS, PICTURED
from tests.documents.samples import MADE_AT

MARKED = 0.02
"""The share of a page that the pale letters of the mark cover at least."""


@pytest.mark.parametrize("name", PICTURED)
def test_every_page_looks_like_its_golden_image(name: str) -> None:
    now, then = list(pictures(render(PICTURED[name], made_at=MADE_AT))), kept(name)
    assert len(now) == len(then)
    differences = [differing(page, golden) for page, golden in zip(now, then, strict=True)]
    assert max(differences) <= SHARE, f"{differences}: if that was meant, renew (tests/documents/golden.py)"


def test_no_golden_image_is_of_a_kind_that_is_gone() -> None:
    assert {path.stem.rpartition("-")[0] for path in GOLDEN.glob("*.png")} == set(PICTURED)


def test_the_mark_of_a_draft_is_seen_on_every_page_and_hides_nothing() -> None:
    for page in pictures(render(PICTURED["surat_tugas_konsep"], made_at=MADE_AT)):
        shades = page.histogram()
        assert sum(shades[225:245]) / (page.width * page.height) > MARKED
    assert max(shades[:100]) > 0


def test_another_subject_is_a_difference() -> None:
    other = replace(KINDS["nota_dinas"], hal="Pengerjaan melewati akhir tahun anggaran berjalan")
    page = next(pictures(render(other, made_at=MADE_AT)))
    assert differing(page, kept("nota_dinas")[0]) > SHARE


def test_a_page_of_another_size_differs_everywhere() -> None:
    page = kept("nota_dinas")[0]
    assert differing(page, page.rotate(90, expand=True)) == 1.0
