"""What a person's hands do on a page: everything is found by the words that are read on it."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


class Hands:
    """Clicks and types."""

    def fill(self, page: Page, label: str, text: str) -> None:
        self.write(field(page, label), text)

    def choose(self, page: Page, group: str, *names: str) -> None:
        """Choose cards of a group by the words on them; what was chosen beforehand stays."""
        cards = page.get_by_role("group", name=_named(group))
        for name in names:
            card = cards.locator("label").filter(has=page.get_by_text(name, exact=True))
            if not card.locator("input").is_checked():
                self.pick(card)

    def attach(self, page: Page, label: str, file: Path) -> None:
        """Pick a file; where a script runs, it travels at once."""
        self.hand_over(field(page, label), file)
        if page.locator("[data-unggah-url].hidup").count():
            expect(page.locator("main").get_by_text("sudah terunggah")).to_be_visible()

    def press(self, page: Page, name: str, *, exact: bool = True) -> None:
        """Press a button of the page; the page that follows finds nothing wrong."""
        self.try_to(page, name, exact=exact)
        found = page.get_by_role("alert", name="Ada yang perlu diperbaiki")
        assert found.count() == 0, found.inner_text()

    def try_to(self, page: Page, name: str, *, exact: bool = True) -> None:
        self.leave_by(page.locator("main").get_by_role("button", name=name, exact=exact))

    def follow(self, page: Page, name: str) -> None:
        self.leave_by(page.locator("main").get_by_role("link", name=name).first)

    def leave_by(self, way: Locator) -> None:
        self.approach(way)
        with way.page.expect_navigation():
            self.activate(way)

    def unfold(self, page: Page, summary: str) -> None:
        closed = page.locator("details:not([open]) > summary").filter(has_text=summary)
        self.activate(closed)
        expect(closed).to_have_count(0)

    def check_off(self, page: Page) -> None:
        """Every item that is mandatory is done, the first one with what shows it."""
        self.unfold(page, "Daftar periksa")
        mandatory = page.locator("main").get_by_role("row").filter(has_text="Wajib")
        for row in mandatory.all():
            self.select(row.get_by_label("Status"), "Selesai")
        self.write(mandatory.first.get_by_label("Bukti atau alasan"), "Terlampir pada dokumen.")

    def write(self, target: Locator, text: str) -> None:
        target.fill(text)

    def select(self, target: Locator, words: str) -> None:
        """Choose from a list that drops down."""
        target.select_option(label=words)

    def pick(self, card: Locator) -> None:
        card.click()

    def tick(self, box: Locator) -> None:
        box.check()

    def hand_over(self, target: Locator, file: Path) -> None:
        target.set_input_files(file)

    def approach(self, target: Locator) -> None:
        """A pointer is wherever it is needed."""

    def activate(self, target: Locator) -> None:
        target.click()


def field(page: Page, label: str) -> Locator:
    """The field of this name that can be seen on the page."""
    controls = page.locator("main").locator("input, textarea, select")
    return controls.and_(page.get_by_label(_named(label))).locator("visible=true")


def told(page: Page, sentence: str) -> None:
    """What was sent has arrived, and the page says so."""
    expect(page.locator("main").get_by_role("status").filter(has_text=sentence)).to_be_visible()


def _named(label: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(label)}(\s*\(opsional\))?\s*$")
