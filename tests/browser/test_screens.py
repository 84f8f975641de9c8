"""Every screen, in every state: nothing that axe finds, nothing too wide, nothing too small to press."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from tests.browser.people import DESKTOP, PHONE
from tests.browser.screen import Look, Screen
from tests.browser.screens import SCREENS

Theme = Literal["light", "dark"]

RULES: dict[str, object] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "preload": False,
    "resultTypes": ["violations"],
}
CONTRAST = {**RULES, "runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""All that the theme can change."""
LEAST = 24
"""Pixels that a finger needs."""
SMALL_PHONE: ViewportSize = {"width": 360, "height": 740}
TARGETS = """(least) => [...document.querySelectorAll("a, button, select, textarea, summary, input:not([type=hidden])")]
    .filter((part) => !part.closest(".sr, .lompat") && part.checkVisibility())
    .filter((part) => getComputedStyle(part).display !== "inline")
    .map((part) => [part.outerHTML.slice(0, 90), (part.closest("label") ?? part).getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.width < least || box.height < least)).map(([html]) => html)"""
"""Links inside a sentence are as high as its line; WCAG 2.5.8 leaves them out."""

AXE = "(options) => axe.run(options).then((found) => found.violations)"


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_screen_is_for_everybody_at_every_width_in_both_themes(look: Look, screen: Screen) -> None:
    page = look.open(screen)
    found = [*_names(page), *_too_small(page, DESKTOP), *_too_small(page, SMALL_PHONE), *_too_wide(page)]
    look.watch.rest()  # axe styles what it measures, which the policy of the page forbids
    page.evaluate(Axe().axe_script)
    for size in (DESKTOP, PHONE):
        found += _violations(page, size, "light", RULES)
        found += _violations(page, size, "dark", CONTRAST)
    assert found == []


def _names(page: Page) -> list[str]:
    named = page.title().removesuffix(" - Loket Aplikasi").strip(" -,") not in {"", "Loket Aplikasi"}
    told = {
        "one h1": page.locator("h1").count() == 1,
        "a language": page.locator("html").get_attribute("lang") == "id",
        "a title": named,
    }
    return [f"without {what}" for what, there in told.items() if not there]


def _too_small(page: Page, size: ViewportSize) -> list[str]:
    page.set_viewport_size(size)
    return [f"{size['width']}: too small to press: {html}" for html in page.evaluate(TARGETS, LEAST)]


def _too_wide(page: Page) -> list[str]:
    width = page.evaluate("document.documentElement.scrollWidth")
    narrow = SMALL_PHONE["width"]
    return [] if width == narrow else [f"{width} wide on a phone of {narrow}"]


def _violations(page: Page, size: ViewportSize, theme: Theme, options: dict[str, object]) -> list[str]:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=theme)
    return [
        f"{size['width']} {theme}: {rule['id']}: {node['html'][:120]}"
        for rule in page.evaluate(AXE, options)
        for node in rule["nodes"][:3]
    ]
