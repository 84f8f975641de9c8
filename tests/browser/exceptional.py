"""Where an exceptional flow begins, and the hands of whoever walks it."""

from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from tests.browser.hands import Hands, told
from tests.browser.papers import PaperRoad
from tests.browser.people import People
from tests.browser.serving import Clock

NAME = "Antrean Daring"


@dataclass
class Exceptional:
    """The road came here by itself; from here on people click, a minute after each other."""

    road: PaperRoad
    people: People
    clock: Clock
    hands: Hands = field(default_factory=Hands)

    def begin(self, step: str, bagian: str = "") -> None:
        self.road.submit()
        self.road.walk_to(step, bagian)
        self.clock.moment = self.road.now

    def task(self, username: str, title: str) -> Page:
        """Find it in Tugas Saya, and open it there."""
        page = self._soon(username)
        page.goto("/tugas")
        self.hands.follow(page, title)
        return page

    def has_no_task(self, username: str) -> None:
        page = self._soon(username)
        page.goto("/tugas")
        expect(page.get_by_text("Tidak ada tugas untuk Anda saat ini.")).to_be_visible()

    def find(self, username: str, nama: str = NAME) -> Page:
        """Find the permintaan in the list of all, and open it there."""
        page = self._soon(username)
        page.goto("/permintaan")
        self.hands.follow(page, nama)
        return page

    def act(self, username: str, label: str) -> Page:
        """Open an act from the page of the permintaan."""
        page = self.find(username)
        self.hands.follow(page, label)
        return page

    def done(self, page: Page, button: str, result: str) -> None:
        self.hands.press(page, button)
        told(page, result)

    def track(self) -> Page:
        """Somebody with the code looks, without an account."""
        page = self.people[""]
        page.goto("/lacak")
        page.get_by_label("Kode lacak").fill(self.road.permintaan.kode_lacak)
        self.hands.leave_by(page.get_by_role("button", name="Lacak"))
        return page

    def _soon(self, username: str) -> Page:
        self.clock.later(minutes=1)
        return self.people[username]


def reads(page: Page, *sentences: str) -> None:
    """These are on the page, wherever, for somebody who looks."""
    for sentence in sentences:
        expect(page.locator("main").get_by_text(sentence).locator("visible=true").first).to_be_visible()
