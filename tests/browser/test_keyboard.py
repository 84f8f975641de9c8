"""What a keyboard alone meets besides the twelve steps (see `test_walk`)."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from loket.cli.demo.people import PASSWORD
from tests.browser.hands import Hands
from tests.browser.keys import Keys, tab_to
from tests.browser.people import People
from tests.browser.screen import TURN, Look, Screen


def test_somebody_signs_in(people: People) -> None:
    page, keys = people.visitor(), Keys()
    page.goto("/masuk")
    keys.fill(page, "Nama pengguna", "kasi")
    keys.fill(page, "Kata sandi", PASSWORD)

    page.keyboard.press("Enter")

    page.wait_for_url("**/tugas")


def test_the_first_stop_leads_past_the_menu(look: Look) -> None:
    page = look.open(Screen(name="tugas", path="/tugas", who="kasi"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()

    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize(
    ("place", "path"),
    (("disposisi_kepala_dinas", "/disposisi"), ("rapat_teknis_rapat_teknis", ""), ("analisis_reviu", "")),
)
def test_every_stop_of_a_page_is_seen(look: Look, place: str, path: str) -> None:
    page = look.open(Screen(name=place, path=f"/permintaan/{{{place}}}{path}", who=TURN, place=place))
    stops = (
        page.locator("main").locator("a, button, input, select, textarea, summary").locator("visible=true")
    )
    skipped = page.locator("main").locator("[type=radio]:not(:checked), [type=hidden], [tabindex='-1']")
    for stop in stops.all():
        if not stop.and_(skipped).count():
            tab_to(stop)
            assert _has_ring(page)


def test_control_and_enter_send_what_the_first_button_sends(look: Look) -> None:
    place = "analisis_reviu"
    page = look.open(Screen(name=place, path=f"/permintaan/{{{place}}}/analisis", who=TURN, place=place))
    button = page.get_by_role("button", name="Setujui hasil reviu")
    with page.expect_request(re.compile(r"/analisis$")) as sent:
        page.route(
            "**/analisis", lambda route: route.fulfill(status=204) if _posts(route) else route.continue_()
        )
        page.locator("#id_catatan").press("Control+Enter")

    assert str(button.get_attribute("value")) in str(sent.value.post_data)


def test_an_error_takes_the_focus_and_leads_to_its_field(look: Look) -> None:
    page = look.open(Screen(name="sandi", path="/akun/sandi", who="analis"))
    Hands().try_to(page, "Ganti kata sandi")
    expect(page.get_by_role("alert", name="Ada yang perlu diperbaiki")).to_be_focused()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_label("Kata sandi lama")).to_be_focused()


def _has_ring(page: Page) -> bool:
    """Something around the focus is drawn that was not there before (WCAG 2.4.7)."""
    return bool(
        page.evaluate("""() => [document.activeElement, document.activeElement.closest("label, .seret, .gandeng"),
                document.activeElement.nextElementSibling]
            .filter(Boolean).some((part) => getComputedStyle(part).outlineStyle !== "none"
                || getComputedStyle(part).boxShadow !== "none")""")
    )


def _posts(route: Route) -> bool:
    return route.request.method == "POST"
