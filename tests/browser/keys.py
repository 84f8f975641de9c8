"""Hands that have only a keyboard; where they stop, the focus must be seen, and nothing may lie over it."""

from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.browser.hands import Hands

MOST = 150
"""Tab stops that anybody would put up with on one page."""
FOCUSED = "(part) => part === document.activeElement"
HAS_FOCUS = """([part, alike]) => part === document.activeElement
    || (alike !== "" && document.activeElement.matches(alike))"""
IS_NEW = "document.activeElement === document.body && document.querySelector('.lompat') !== null"
SEEN = """(part) => {
    const shown = part.matches("input[type=radio], input[type=checkbox], input[type=file]")
        ? part.closest("label, .seret") : part;
    const box = shown.getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width, 300) / 2, box.top + Math.min(box.height, 40) / 2];
    const found = document.elementFromPoint(x, y);
    return found !== null && (shown.contains(found) || found.contains(shown));
}"""


class Keys(Hands):
    """Tab, arrows, Space and Enter."""

    def write(self, target: Locator, text: str) -> None:
        tab_to(target)
        target.page.keyboard.press("ControlOrMeta+a")
        target.page.keyboard.insert_text(text)

    def select(self, target: Locator, words: str) -> None:
        """Typing the beginning of a choice in a closed list chooses it."""
        tab_to(target)
        target.page.keyboard.type(words)
        assert target.locator("option:checked").inner_text() == words

    def pick(self, card: Locator) -> None:
        control = card.locator("input")
        if control.get_attribute("type") == "checkbox":
            self.tick(control)
            return
        tab_to(control, alike=f"[name='{control.get_attribute('name')}']")
        for _ in range(MOST):
            if control.is_checked():
                return
            control.page.keyboard.press("Space" if control.evaluate(FOCUSED) else "ArrowDown")
        raise AssertionError(f"{control} cannot be reached by arrows")

    def tick(self, box: Locator) -> None:
        tab_to(box)
        box.page.keyboard.press("Space")

    def hand_over(self, target: Locator, file: Path) -> None:
        with target.page.expect_file_chooser() as chooser:
            tab_to(target)
            target.page.keyboard.press("Space")
        chooser.value.set_files(file)

    def approach(self, target: Locator) -> None:
        tab_to(target)

    def activate(self, target: Locator) -> None:
        tab_to(target)
        target.page.keyboard.press("Enter")


def tab_to(target: Locator, alike: str = "") -> None:
    """Press Tab until the target has the focus, or one `alike` it (a radio of the same group)."""
    page = target.page
    _skip_the_menu(page)
    sought = [target.element_handle(), alike]
    for _ in range(MOST):
        if page.evaluate(HAS_FOCUS, sought):
            assert target.evaluate(SEEN), f"{target} has the focus, and something lies over it"
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} cannot be reached by Tab")


def _skip_the_menu(page: Page) -> None:
    """On a page that has just been opened the first stop leads past the menu."""
    if page.evaluate(IS_NEW):
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
