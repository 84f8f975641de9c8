"""A file made to hurt whoever opens it hurts only the child, and the person reads a sentence."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from loket.files import child, pages
from loket.files.kinds import PDF
from loket.files.pages import render_all, render_page
from loket.files.problems import Unacceptable, Unrenderable
from loket.files.recognising import Recognised, identify, recognise
from tests.files import samples
from tests.files.samples import pdf

DOWNLOAD = "Halaman berkas ini tidak dapat ditampilkan. Unduh berkas untuk membacanya."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file"


def test_an_ordinary_file_goes_all_the_way_through_the_child(file: Path) -> None:
    file.write_bytes(pdf(2))
    assert recognise(file) == Recognised(PDF, 2)
    assert render_page(file, PDF, 2, 300).startswith(b"RIFF")


def test_a_pdf_that_asks_for_a_password_is_refused(file: Path) -> None:
    file.write_bytes(samples.locked_pdf())
    with pytest.raises(Unacceptable) as refused:
        identify(file)
    assert refused.value.sentence == (
        "Berkas PDF ini terkunci kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi."
    )


def test_a_file_that_kills_its_reader_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_bytes(pdf())
    monkeypatch.setattr(child, "MEMORY", 20 * 1024 * 1024)
    with pytest.raises(Unacceptable) as refused:
        identify(file)
    assert refused.value.sentence == (
        "Berkas ini tidak dapat dibuka dengan aman. Simpan ulang dari aplikasi asalnya, lalu unggah lagi."
    )


def test_an_endless_page_ends_and_the_log_knows_why(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "SECONDS", 1)
    monkeypatch.setattr(pages, "_SECONDS_PER_PAGE", 0)
    file.write_bytes(samples.endless_pdf())
    with pytest.raises(Unrenderable) as failed:
        render_page(file, PDF, 1, 300)
    assert failed.value.sentence == DOWNLOAD
    assert failed.value.detail.startswith(("exit -", "no answer after 11 seconds"))


def test_a_page_that_needs_too_much_memory_fails_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MEMORY", 100 * 1024 * 1024)
    file.write_bytes(
        samples.built_pdf(samples.CATALOGUE, samples.ONE_PAGE, samples.BLANK.replace(b"200 100", b"9 60"))
    )
    with pytest.raises(Unrenderable) as failed:
        render_page(file, PDF, 1, 2400)
    assert failed.value.sentence == DOWNLOAD


def test_two_people_opening_a_file_at_once_both_see_it(file: Path, tmp_path: Path) -> None:
    file.write_bytes(pdf(2))
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: render_all(file, PDF, tmp_path / "cache" / "a", 300, 9), range(4)))
    assert results == [[tmp_path / "cache" / "a" / "0001.webp", tmp_path / "cache" / "a" / "0002.webp"]] * 4
    assert list((tmp_path / "cache").iterdir()) == [tmp_path / "cache" / "a"]
