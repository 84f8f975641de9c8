"""Every kind of document looks as it did when somebody last looked at it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from loket.documents import render, rendering
from tests.documents.golden import GOLDEN, SHARE, differing, kept, pictures
from tests.documents.kinds import KINDS, PICTURED
from tests.documents.samples import MADE_AT

MARKED = 0.02
"""The share of a page that the pale letters of the mark cover at least."""
DARK = 128
MARK = "background: cap-konsep"
"""What `naskah.typ` puts the mark on a page with."""


@pytest.mark.parametrize("name", PICTURED)
def test_every_page_looks_like_its_golden_image(name: str) -> None:
    now, then = list(pictures(render(PICTURED[name], made_at=MADE_AT))), kept(name)
    assert len(now) == len(then)
    differences = [differing(page, golden) for page, golden in zip(now, then, strict=True)]
    assert max(differences) <= SHARE, f"{differences}: if that was meant, renew (tests/documents/golden.py)"


def test_no_golden_image_is_of_a_kind_that_is_gone() -> None:
    assert {path.stem.rpartition("-")[0] for path in GOLDEN.glob("*.png")} == set(PICTURED)


def draft(templates: Path, mark: str, monkeypatch: pytest.MonkeyPatch) -> list[Image.Image]:
    """The pages of a draft by templates that set it with another mark."""
    shutil.copytree(rendering._TEMPLATES, templates)
    shared = templates / "naskah.typ"
    text = shared.read_text()
    assert text.count(MARK) == 1
    shared.write_text(text.replace(MARK, mark))
    with monkeypatch.context() as patch:
        patch.setattr(rendering, "_TEMPLATES", templates)
        return list(pictures(render(PICTURED["surat_tugas_konsep"], made_at=MADE_AT)))


def dark(page: Image.Image) -> Image.Image:
    return page.point(lambda grey: 255 if grey < DARK else 0)


def hidden(marked: list[Image.Image], unmarked: list[Image.Image]) -> list[int]:
    """How many pixels of each page are dark only as long as it bears no mark."""
    pairs = zip(marked, unmarked, strict=True)
    return [ImageChops.subtract(dark(under), dark(over)).histogram()[255] for over, under in pairs]


def test_the_mark_of_a_draft_is_seen_on_every_page_and_hides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = list(pictures(render(PICTURED["surat_tugas_konsep"], made_at=MADE_AT)))
    unmarked = draft(tmp_path / "unmarked", "background: none", monkeypatch)
    for over, under in zip(marked, unmarked, strict=True):
        pale = sum(over.histogram()[225:245]) - sum(under.histogram()[225:245])
        assert pale / (over.width * over.height) > MARKED
        assert dark(under).histogram()[255] > 0
    assert hidden(marked, unmarked) == [0] * len(unmarked)


def test_a_mark_over_the_text_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unmarked = draft(tmp_path / "unmarked", "background: none", monkeypatch)
    over_the_text = draft(tmp_path / "over", "foreground: cap-konsep", monkeypatch)
    assert min(hidden(over_the_text, unmarked)) > 0


def test_another_subject_is_a_difference() -> None:
    other = replace(KINDS["nota_dinas"], hal="Pengerjaan melewati akhir tahun anggaran berjalan")
    page = next(pictures(render(other, made_at=MADE_AT)))
    assert differing(page, kept("nota_dinas")[0]) > SHARE


def test_a_page_of_another_size_differs_everywhere() -> None:
    page = kept("nota_dinas")[0]
    assert differing(page, page.rotate(90, expand=True)) == 1.0
