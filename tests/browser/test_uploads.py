"""Files: progress while they travel, and a sentence at the field where one is no use."""

from os import urandom
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Hands, field
from tests.browser.people import People
from tests.browser.watching import Watch
from tests.files.samples import BLANK, CATALOGUE, ONE_PAGE, PROGRAM, built_pdf, stream

SLOW = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 2_000_000}
LARGE = b"%PDF-1.7\n" + bytes(21 * 1024 * 1024)
WRONG = {
    "kosong.pdf": (b"", "Berkas ini kosong (0 byte)."),
    "program.pdf": (PROGRAM, "Berkas ini program, bukan dokumen."),
    "besar.pdf": (LARGE, "Ukuran berkas 21,1 MB. Pilih berkas paling besar 20 MB."),
}


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A letter that takes two seconds to travel."""
    path = tmp_path / "surat-besar.pdf"
    path.write_bytes(built_pdf(CATALOGUE, ONE_PAGE, BLANK, stream(urandom(4_000_000))))
    return path


def letter_page(people: People, *, script: bool) -> Page:
    page = people.open("opd", java_script_enabled=script)
    page.goto("/permintaan/baru/surat")
    return page


def test_a_large_file_shows_how_far_it_has_come(people: People, large: Path) -> None:
    page = letter_page(people, script=True)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)

    field(page, "Berkas surat").set_input_files(large)

    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_text("dari 3,8 MB, kira-kira")).to_be_visible()
    expect(page.locator("main").get_by_text("PDF 3,8 MB, sudah terunggah")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_count(0)


def test_a_file_on_its_way_can_be_called_back(people: People, large: Path) -> None:
    page = letter_page(people, script=True)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    field(page, "Berkas surat").set_input_files(large)

    page.get_by_role("button", name="Batalkan").click()

    expect(page.get_by_text("surat-besar.pdf", exact=True)).to_have_count(0)
    expect(page.locator("[name=berkas_id]")).to_have_count(0)


@pytest.mark.parametrize("script", (True, False))
@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_named_at_its_field(
    people: People, watch: Watch, tmp_path: Path, script: bool, name: str
) -> None:
    content, sentence = WRONG[name]
    (tmp_path / name).write_bytes(content)
    watch.expected |= {413, 422}
    page = letter_page(people, script=script)

    field(page, "Berkas surat").set_input_files(tmp_path / name)
    if not script:
        Hands().try_to(page, "Lanjutkan")

    where = page.locator(".unggah.gagal") if script else page.locator("#id_berkas_g")
    expect(where).to_contain_text(sentence)


def test_a_file_that_came_with_other_mistakes_need_not_be_chosen_again(
    people: People, papers: dict[str, Path]
) -> None:
    page = letter_page(people, script=False)
    Hands().attach(page, "Berkas surat", papers["surat"])
    Hands().try_to(page, "Lanjutkan")
    expect(page.get_by_role("alert", name="Ada yang perlu diperbaiki")).to_contain_text("Isi nomor surat")

    expect(page.get_by_text("surat.pdf")).to_be_visible()
    expect(page.locator("#id_berkas_g")).to_have_count(0)
