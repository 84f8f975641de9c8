"""The gallery in a real browser: with and without script, at every width, in both themes."""

import mimetypes
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.files.storage import FileSystemStorage
from django.template import Engine
from django.template.loader import get_template
from playwright.sync_api import Browser, Page, Request, Route, expect, sync_playwright

from loket.web.bundling import ENTRIES, join
from loket.web.components import gallery
from loket.web.middleware import _POLICY
from tests import chromium

pytestmark = pytest.mark.browser

STATIC = Path(Engine.get_default().dirs[0]).parent / "static"
PATHS = {
    name: (FileSystemStorage(location=STATIC), name)
    for name in (str(path.relative_to(STATIC)) for path in STATIC.rglob("*.*"))
}
SMALL = """() => [...document.querySelectorAll("a, button, select, textarea, summary, input:not([type=hidden])")]
    .filter((part) => !part.closest(".sr, .cari, .lompat"))
    .map((part) => [part.outerHTML.slice(0, 80), (part.closest("label") ?? part).getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"""

WIDTHS = (1600, 1440, 1280, 1100, 1024, 901, 768, 390, 360, 320)

Answer = tuple[int, dict[str, str]]
Open = Callable[..., Page]


def static_file(name: str) -> bytes:
    """The entries as production joins them."""
    return join(name, PATHS).encode() if name in ENTRIES else (STATIC / name).read_bytes()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.ARGUMENTS))


@pytest.fixture
def answers() -> dict[str, Answer]:
    return {
        "/draf": (200, {"saved_at": "10.31"}),
        "/unggah": (200, {"id": "f9", "name": "a.pdf", "label": "12 KB"}),
    }


@pytest.fixture
def posted() -> list[Request]:
    return []


@pytest.fixture
def open_page(browser: Browser, answers: dict[str, Answer], posted: list[Request]) -> Iterator[Open]:
    contexts = []

    def serve(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if route.request.method == "POST":
            posted.append(route.request)
            status, body = answers.get(path, (200, {}))
            route.fulfill(status=status, json=body)
        elif path.startswith("/static/"):
            content_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
            route.fulfill(body=static_file(path.removeprefix("/static/")), content_type=content_type)
        else:
            name = "gallery_public" if path == "/umum" else "gallery"
            html = str(get_template(f"components/{name}.html").render(gallery.context()))
            route.fulfill(body=html, content_type="text/html", headers={"Content-Security-Policy": _POLICY})

    def opened(path: str = "/", *, width: int = 1440, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            reduced_motion="reduce",
            base_url="http://loket.test",
        )
        contexts.append(context)
        context.route("**/*", serve)
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", ("/", "/umum"))
def test_no_width_needs_sideways_scrolling(open_page: Open, path: str) -> None:
    page, found = open_page(path), {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = page.evaluate("document.documentElement.scrollWidth")
    assert found == {width: width for width in WIDTHS}


@pytest.mark.parametrize("width", (1440, 390))
def test_every_target_can_be_hit(open_page: Open, width: int) -> None:
    assert open_page(width=width).evaluate(SMALL) == []


def test_nothing_breaks_the_policy_or_throws(open_page: Open) -> None:
    page = open_page("/umum")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert complaints == []


def test_without_script_everything_is_there_and_the_menu_opens(open_page: Open) -> None:
    page = open_page(width=390, script=False)
    expect(page.get_by_role("link", name="Undang OPD ke rapat teknis")).to_be_visible()
    expect(page.locator("#id_berkas")).to_be_visible()
    expect(page.get_by_role("link", name="Jadwal dan kapasitas")).to_be_hidden()
    page.get_by_role("link", name="Lainnya").click()
    expect(page.get_by_role("link", name="Jadwal dan kapasitas")).to_be_visible()
    page.get_by_role("link", name="Tutup menu").click()
    expect(page.get_by_role("link", name="Jadwal dan kapasitas")).to_be_hidden()


def test_the_error_summary_has_the_focus_when_the_page_arrives(open_page: Open) -> None:
    expect(open_page().get_by_role("alert", name="Ada yang perlu diperbaiki")).to_be_focused()


def test_slash_goes_to_the_search_field(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("g t/")
    expect(page.get_by_role("searchbox")).to_have_value("g t/")


def test_slash_opens_the_hidden_search_field_of_a_phone(open_page: Open) -> None:
    page = open_page(width=390)
    expect(page.get_by_role("searchbox")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_two_keys_follow_a_link(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/permintaan")


def test_single_keys_can_be_turned_off(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("?")
    page.get_by_label("Pintasan satu tombol hidup").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).not_to_be_focused()


def test_j_and_k_walk_through_the_rows_and_enter_opens_one(open_page: Open) -> None:
    page = open_page()
    for key in ("j", "j", "j", "k"):
        page.keyboard.press(key)
    expect(page.get_by_role("link", name="Undang OPD ke rapat teknis")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/permintaan/APL-2026-0028")


def test_a_draft_is_saved_without_files_when_a_field_is_left(open_page: Open, posted: list[Request]) -> None:
    page = open_page()
    page.get_by_label("Nomor surat").first.fill("400.7/9/2026")
    page.get_by_label("Masalah").first.focus()
    expect(page.get_by_text("Draf tersimpan pukul 10.31")).to_be_visible()
    body = posted[0].post_data or ""
    assert "400.7/9/2026" in body
    assert "filename" not in body


@pytest.mark.parametrize(
    ("status", "sentence"), ((500, "Belum tersimpan."), (403, "Sesi Anda berakhir, draf belum tersimpan."))
)
def test_a_draft_that_was_not_saved_says_so(
    open_page: Open, answers: dict[str, Answer], status: int, sentence: str
) -> None:
    answers["/draf"] = (status, {})
    page = open_page()
    page.get_by_label("Nomor surat").first.fill("9")
    page.get_by_label("Masalah").first.focus()
    expect(page.get_by_text(sentence)).to_be_visible()


def test_an_upload_replaces_the_kept_file_and_does_not_travel_twice(
    open_page: Open, posted: list[Request]
) -> None:
    page = open_page()
    page.locator("#id_berkas").set_input_files(
        {"name": "SKPL <b>.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    expect(page.get_by_text("12 KB, sudah terunggah")).to_be_visible()
    expect(page.locator("[name=berkas_id]")).to_have_value("f9")
    expect(page.get_by_text("SKPL <b>.pdf", exact=True)).to_be_visible()
    assert page.locator("#id_berkas").evaluate("(input) => input.files.length") == 0
    assert "csrfmiddlewaretoken" not in (posted[0].post_data or "")
    page.get_by_role("button", name="Hapus").click()
    expect(page.locator("[name=berkas_id]")).to_have_count(0)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    (
        ((413, {"error": "Ukuran berkas 31 MB. Pilih berkas paling besar 20 MB."}), "Ukuran berkas 31 MB."),
        ((500, {}), "Berkas tidak dapat diunggah."),
    ),
)
def test_a_refused_upload_says_why(
    open_page: Open, answers: dict[str, Answer], answer: Answer, sentence: str
) -> None:
    answers["/unggah"] = answer
    page = open_page()
    page.locator("#id_berkas").set_input_files(
        {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    )
    expect(page.locator(".unggah.gagal")).to_contain_text(sentence)
    expect(page.locator("[name=berkas_id]")).to_have_count(0)


def test_the_button_names_whom_the_letter_goes_to(open_page: Open) -> None:
    page = open_page()
    expect(page.get_by_role("button", name="Disposisikan ke Rini Astuti")).to_be_visible()
    page.get_by_label("Arif Nugroho").first.check()
    expect(page.get_by_role("button", name="Disposisikan ke Arif Nugroho")).to_be_visible()


def test_the_score_follows_the_answers(open_page: Open) -> None:
    page = open_page()
    score = page.locator(".skor")
    expect(score).to_contain_text("Skor sementara 20 dari 100")
    page.get_by_label("Kecil").first.check()
    expect(score).to_contain_text("Skor sementara 5 dari 100 Rendah", use_inner_text=True)


def test_a_row_is_added_with_the_next_number(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("button", name="Tambah peserta").click()
    expect(page.locator("#id_form-2-nama")).to_be_focused()
    assert page.locator("[name=form-TOTAL_FORMS]").input_value() == "3"


def test_a_form_is_not_sent_twice(open_page: Open, posted: list[Request]) -> None:
    page = open_page()
    button = page.get_by_role("button", name="Ingatkan")
    button.evaluate("(button) => { button.click(); button.click(); }")
    page.wait_for_timeout(300)
    assert [urlsplit(request.url).path for request in posted] == ["/ingatkan"]


def test_escape_closes_a_menu_and_returns_to_its_button(open_page: Open) -> None:
    page = open_page()
    menu = page.get_by_label("Tindakan lain")
    menu.click()
    page.get_by_role("link", name="Jeda permintaan").focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Jeda permintaan")).to_be_hidden()
    expect(menu).to_be_focused()


def test_paper_has_the_table_but_nothing_to_press(open_page: Open) -> None:
    page = open_page()
    page.emulate_media(media="print")
    expect(page.locator(".alur.sop")).to_be_visible()
    expect(page.locator(".sisi")).to_be_hidden()
    assert page.locator(".tbl:visible").count() == 0
