"""Every screen, in every state: nothing that axe finds, nothing too wide, nothing too small to press."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.people import DESKTOP, PHONE
from tests.browser.screens import SCREENS, Screen

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "preload": False,
}
LEAST, SMALL_PHONE = 24, 360
TARGETS = """(least) => [...document.querySelectorAll("a, button, select, textarea, summary, input:not([type=hidden])")]
    .filter((part) => !part.closest(".sr, .lompat") && part.checkVisibility())
    .filter((part) => getComputedStyle(part).display !== "inline")
    .map((part) => [part.outerHTML.slice(0, 90), (part.closest("label") ?? part).getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.width < least || box.height < least)).map(([html]) => html)"""
"""Links inside a sentence are as high as its line; WCAG 2.5.8 leaves them out."""

Look = Callable[..., Page]


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_axe_finds_nothing_at_two_widths_in_both_themes(look: Look, screen: Screen) -> None:
    # axe styles what it measures, which the policy forbids to anybody.
    page, axe, found = look(screen, bypass_csp=True), Axe(), []
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # two numbers by their names
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            for rule in axe.run(page, options=RULES).response["violations"]:
                where = [node["html"][:120] for node in rule["nodes"][:3]]
                found.append((size["width"], theme, rule["id"], where))
    assert found == []


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_screen_fits_a_small_phone_and_can_be_pressed_and_has_its_names(look: Look, screen: Screen) -> None:
    page = look(screen)
    too_small = page.evaluate(TARGETS, LEAST)
    page.set_viewport_size({"width": SMALL_PHONE, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == SMALL_PHONE
    assert too_small + page.evaluate(TARGETS, LEAST) == []
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "id"
    assert page.title().removesuffix(" - Loket Aplikasi").strip(" -,") not in {"", "Loket Aplikasi"}
