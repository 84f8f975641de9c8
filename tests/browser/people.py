"""Everybody with a browser of their own, signed in through the form as anybody would."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, StorageState, ViewportSize

from loket.cli.demo.people import PASSWORD
from tests.browser.watching import Watch

DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}


class People:
    """`people["kadis"]` is the page that Kadis has open; `people.visitor()` is somebody without an account."""

    def __init__(self, browser: Browser, address: str, watch: Watch) -> None:
        self.watch = watch
        self._browser = browser
        self.options: dict[str, Any] = {"viewport": DESKTOP, "reduced_motion": "reduce", "base_url": address}
        self.sessions: dict[str, StorageState] = {}
        """What the form gave each of them; may be handed on to another test over the same database."""
        self._contexts: list[BrowserContext] = []
        self._pages: dict[str, Page] = {}

    def __getitem__(self, username: str) -> Page:
        """The page that somebody has open; "" is a visitor."""
        if username not in self._pages:
            self._pages[username] = self.open(username) if username else self.visitor()
        return self._pages[username]

    def open(self, username: str, **options: Any) -> Page:
        """Another window of somebody, with the session that the form gave."""
        if username not in self.sessions:
            self.sessions[username] = self._sign_in(username)
        return self._page(storage_state=self.sessions[username], **options)

    def visitor(self, **options: Any) -> Page:
        return self._page(**options)

    def leave(self) -> None:
        for context in self._contexts:
            context.close()

    def _sign_in(self, username: str) -> StorageState:
        page = self._page()
        sign_in(page, username)
        session = page.context.storage_state()
        page.context.close()
        self._contexts.remove(page.context)
        return session

    def _page(self, **options: Any) -> Page:
        context = self._browser.new_context(**{**self.options, **options})
        context.set_default_timeout(10_000)
        self.watch.follow(context)
        self._contexts.append(context)
        return context.new_page()


def sign_in(page: Page, username: str, password: str = PASSWORD) -> None:
    page.goto("/masuk")
    page.get_by_label("Nama pengguna").fill(username)
    page.get_by_label("Kata sandi").fill(password)
    page.locator("main").get_by_role("button", name="Masuk").click()
    page.wait_for_url("**/tugas")
